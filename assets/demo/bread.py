"""Loaves and buns: each lays itself on a scene."""

import numpy as np

from assets.demo.field import Field, bell, noise, rough, step
from assets.demo.scene import Scene, linear, ramp

CRUST = [
    (0, "#e8cf9f"),
    (0.25, "#d3a868"),
    (0.45, "#ad7740"),
    (0.65, "#7f4c25"),
    (0.85, "#4f2b16"),
    (1, "#2b170d"),
]
GLAZED = [(0, "#e9c48a"), (0.3, "#cb8c48"), (0.55, "#9c5a28"), (0.8, "#673417"), (1, "#3c1d0e")]
CRUMB = [(0, "#e6cfa6"), (0.5, "#d2ac76"), (0.8, "#a97c4b"), (1, "#7d5530")]
FLOUR = "#f1ebde"
SESAME = {"black": "#1f1914", "white": "#e6d4ae", "crumb": "#c99a5c"}


def _dome(far: Field, flat: float = 2.0) -> Field:
    """Height over the distance from the middle: 1 in the middle, 0 at 1; a larger `flat` is a flatter top."""
    return np.sqrt(np.clip(1 - np.abs(far) ** flat, 0, 1))


def boule(scene: Scene, rng, middle, radius: float, turn: float = 0.0) -> None:
    """A sourdough out of its basket: rings of flour, one bold cut, a leaf of small ones."""
    part = scene.around(middle, radius * 1.12)
    x, y = part.places(middle, turn)
    x, y = x / radius, y / radius
    far = np.hypot(x, y * 1.03) + 0.022 * noise(rng, part.shape, 5)
    blisters = rough(rng, part.shape, 44, octaves=4, fade=0.62)
    bark = rough(rng, part.shape, 6, octaves=4)
    cut, lip, edge = _cuts(x, y, rng, part.shape)
    height = (
        _dome(far, 2.3) * (0.50 + 0.05 * lip - 0.075 * cut) + 0.0065 * blisters + 0.012 * bark + 0.02 * edge
    )
    bake = 0.53 + 0.13 * bark + 0.08 * blisters + 0.16 * step(0.70, 1.0, far) + 0.36 * edge + 0.06 * lip
    color = ramp(bake, CRUST)
    inside = ramp(0.45 + 0.42 * rough(rng, part.shape, 34, octaves=4, fade=0.7), CRUMB)
    color += (0.9 * cut)[..., None] * (inside - color)
    rings = step(-0.2, 0.75, np.sin(far * 55 + 0.9 * bark)) * step(-0.5, 0.45, bark + 0.5 * blisters)
    grains = 0.45 + 0.9 * step(-0.7, 0.6, noise(rng, part.shape, 150) + 0.5 * blisters)
    dust = (
        (0.36 * rings * grains + 0.22 * step(-0.1, 1.0, bark) + 0.10 * blisters)
        * (1 - cut)
        * (1 - 0.85 * edge)
    )
    color += np.clip(dust * (1 - 0.7 * step(0.76, 0.97, far)), 0, 0.8)[..., None] * (linear(FLOUR) - color)
    part.lay(1 - step(0.985, 1.0, far), radius * height + 0.012, color, 0.06)


def _cuts(x: Field, y: Field, rng, shape) -> tuple[Field, Field, Field]:
    """Where the blade opened the crust, the flap that lifted, and the dark rim of it."""
    ragged = 0.014 * rough(rng, shape, 22, octaves=3)
    reach = np.clip(1 - (y / 0.78) ** 2, 0, 1)
    line = x + 0.22 - 0.20 * (1 - (y / 0.9) ** 2) + ragged
    wide = 0.105 * reach**0.8
    cut = (1 - step(0.80, 1.0, np.abs(line) / np.clip(wide, 0.004, 1))) * step(0.0, 0.05, reach)
    lip = bell(line - wide - 0.05, 0.055) * step(0, 0.3, reach)
    edge = (
        bell(line - wide - 0.012, 0.014) * step(0, 0.25, reach)
        + 0.5 * bell(line + wide + 0.004, 0.010) * reach
    )
    for index in range(-3, 4):
        stem = x - 0.44 + 0.035 * abs(index)
        lean = y - 0.155 * index + 0.75 * np.abs(stem) - 0.05 + 0.4 * ragged
        long = step(0.0, 0.05, 0.13 - np.abs(stem)) * step(0, 0.02, np.abs(stem) - 0.012)
        cut = np.maximum(cut, 0.85 * bell(lean, 0.017) * long)
        edge = np.maximum(edge, 0.55 * bell(lean - 0.026, 0.010) * long)
    return cut, lip, np.clip(edge, 0, 1)


def bun(scene: Scene, rng, middle, radius: float, seeds: str = "black") -> None:
    """A glazed sweet bun with sesame on its crown."""
    part = scene.around(middle, radius * 1.12)
    x, y = part.places(middle)
    far = np.hypot(x, y) / radius + 0.012 * noise(rng, part.shape, 4)
    skin = rough(rng, part.shape, 9, octaves=4, fade=0.5)
    pores = noise(rng, part.shape, 95)
    height = 0.62 * _dome(far, 2.25) + 0.0055 * skin + 0.0012 * pores
    bake = 0.66 - 0.46 * step(0.55, 1.0, far) + 0.08 * skin + 0.025 * pores + 0.06 * bell(far, 0.4)
    gloss = 0.36 * (1 - step(0.75, 1.0, far)) * (1 + 0.4 * skin) + 0.05
    part.lay(1 - step(0.985, 1.0, far), radius * height + 0.010, ramp(bake, GLAZED), np.clip(gloss, 0, 1))
    scatter(scene, rng, middle, radius * 0.26, 44, seeds, radius * 0.028)


def scatter(scene: Scene, rng, middle, spread: float, count: int, kind: str, size: float) -> None:
    """Seeds or crumbs, dense in the middle."""
    tint = linear(SESAME[kind])
    for angle, far, lean in rng.uniform(0, 1, (count, 3)) * (6.283, 1, 3.14):
        out = spread * np.sqrt(-np.log(1 - 0.97 * far)) * 0.8
        place = middle[0] + out * np.cos(angle), middle[1] + out * np.sin(angle)
        part = scene.around(place, size * 1.3)
        if not part.height.size:
            continue
        along, across = part.places(place, lean)
        far_out = np.hypot(along / size, across / (size * (0.62 - 0.22 * np.clip(along / size, -1, 1))))
        color = np.broadcast_to(tint * rng.uniform(0.75, 1.3), (*part.shape, 3))
        bump = part.height + size * 0.7 * _dome(far_out)
        part.lay(1 - step(0.85, 1.0, far_out), bump, color, 0.15)


def baguette(scene: Scene, rng, middle, length: float, thick: float, turn: float) -> None:
    """A long loaf with five slanting cuts; `length` and `thick` are halves."""
    cos, sin = abs(np.cos(turn)), abs(np.sin(turn))
    part = scene.around(middle, length * cos + thick * 1.2, length * sin + thick * 1.2)
    along, across = part.places(middle, turn)
    end = np.abs(along) / length
    girth = thick * np.clip(1 - end**4.5, 0.0004, 1) ** 0.5 * (1 + 0.035 * np.sin(along * 30 + 1))
    side = (across + 0.006 * noise(rng, part.shape, 5)) / girth
    bark, fine = rough(rng, part.shape, 12, octaves=4), rough(rng, part.shape, 70, octaves=3, fade=0.6)
    cut, edge = np.zeros_like(along), np.zeros_like(along)
    for place in np.linspace(-0.70, 0.70, 5):
        run = (along / length - place) / 0.215
        reach = np.clip(1 - run * run, 0, 1)
        line = side - 0.62 * run + 0.05 * fine
        wide = 0.40 * reach**0.8
        cut = np.maximum(
            cut, (1 - step(0.78, 1.0, np.abs(line) / np.clip(wide, 0.01, 1))) * step(0, 0.1, reach)
        )
        edge = np.maximum(edge, bell(line - wide - 0.06, 0.075) * step(0, 0.3, reach))
    body = _dome(side) * np.clip(1 - end**9, 0, 1) ** 0.5
    height = thick * (body * (0.98 - 0.10 * cut) + 0.030 * bark + 0.012 * fine + 0.10 * edge)
    bake = (
        0.46
        + 0.12 * bark
        + 0.07 * fine
        + 0.34 * edge
        + 0.20 * step(0.86, 1, end)
        + 0.10 * step(0.7, 1, np.abs(side))
    )
    color = ramp(bake, CRUST)
    inside = ramp(0.42 + 0.32 * bark + 0.26 * fine, CRUMB)
    color += (0.80 * cut)[..., None] * (inside - color)
    dust = np.clip(0.30 * bark + 0.30 * fine, 0, 0.45) * (1 - 0.6 * cut) * (1 - edge)
    color += dust[..., None] * (linear(FLOUR) - color)
    mask = (1 - step(0.975, 1.0, np.abs(side))) * (1 - step(0.995, 1.0, end))
    part.lay(mask, height + 0.012, color, 0.07)


def croissant(scene: Scene, rng, middle, radius: float, turn: float) -> None:
    """A crescent of seven rolled pieces, each with its layers."""
    part = scene.around(middle, radius * 1.35)
    x, y = part.places(middle, turn)
    y = y + 0.62 * radius
    bend = np.hypot(x, y)
    reach = (np.arctan2(y, x) - np.pi / 2) / 1.12
    girth = 0.50 * radius * np.clip(1 - np.abs(reach) ** 1.7, 0.0001, 1) ** 0.62
    side = (bend - radius) / np.clip(girth, 0.0006, 1)
    piece = reach * 3.6 + 0.10 * side * np.sign(reach)
    local = piece - np.round(piece)
    bulge = np.sqrt(np.clip(1 - (local / 0.56) ** 2, 0, 1))
    far = np.abs(bend - radius) / np.clip(girth * (0.90 + 0.12 * bulge), 0.0006, 1)
    flakes = rough(rng, part.shape, 34, octaves=3, fade=0.55)
    layers = np.sin((local + 0.5) * 20 + 5 * side * np.sign(reach) + 1.1 * flakes)
    bark = rough(rng, part.shape, 7, octaves=3)
    height = girth * (0.92 * _dome(far, 2.1) * (0.80 + 0.20 * bulge) + 0.017 * layers + 0.012 * flakes)
    bake = 0.40 + 0.24 * bulge + 0.07 * layers + 0.12 * bark + 0.05 * flakes
    bake += 0.18 * step(0.8, 1, np.abs(reach)) - 0.20 * step(0.55, 1, far)
    mask = (1 - step(0.965, 1.0, far)) * (1 - step(0.97, 1.0, np.abs(reach)))
    part.lay(mask, height + 0.010, ramp(bake, GLAZED), 0.26 * bulge * (1 + 0.5 * flakes).clip(0, 2) + 0.05)


def flour(scene: Scene, rng, middle, spread: float, strength: float = 0.6) -> None:
    """Flour that fell beside: fine specks, thinning out."""
    x, y = scene.places(middle)
    near = np.exp(-((np.hypot(x, y) / spread) ** 2)) * (0.7 + 0.6 * rough(rng, scene.shape, 4, octaves=3))
    specks = step(0.55, 0.95, noise(rng, scene.shape, 420) + 0.9 * near - 0.25)
    scene.stain(np.clip(strength * (specks * near + 0.18 * near**2), 0, 0.8), FLOUR)
