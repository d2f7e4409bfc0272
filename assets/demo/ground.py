"""What the bread lies on: boards, a plaster top, linen."""

import numpy as np

from assets.demo.field import blur, noise, rough, step
from assets.demo.scene import Scene, linear, ramp

OAK = [(0, "#7a5a3b"), (0.4, "#a27d55"), (0.7, "#bd9a70"), (1, "#d2b48c")]
WALNUT = [(0, "#1b130e"), (0.4, "#33251b"), (0.7, "#47352a"), (1, "#5c483a")]
PLASTER = [(0, "#bdb6ab"), (0.5, "#d9d3c9"), (1, "#ebe6dd")]


def boards(rng, width: int, height: int, stops=OAK, across: float = 4.2) -> Scene:
    """Planks that run from left to right, `across` of them on the shorter side."""
    scene = Scene.empty(width, height)
    shape = scene.shape
    _, y = scene.places()
    lane = y * across + 0.37
    board = np.floor(lane).astype(int)
    board -= board.min()
    tint = rng.uniform(-0.13, 0.13, board.max() + 1).astype(np.float32)[board]
    drift = rng.uniform(0, 40, board.max() + 1).astype(np.float32)[board]
    warp = rough(rng, shape, 2.4, octaves=3, stretch=4)
    rings = np.sin((y + 0.09 * warp) * 95 + drift)
    rings = np.sign(rings) * np.abs(rings) ** 0.7
    fibre = noise(rng, shape, 330, stretch=40)
    pores = step(0.55, 0.9, noise(rng, shape, 260, stretch=14))
    tone = (
        0.56
        + tint
        + 0.085 * rings * step(-0.5, 0.4, noise(rng, shape, 3, stretch=3))
        + 0.06 * fibre
        + 0.07 * warp
    )
    split = lane - np.floor(lane)
    gap = 1 - step(0.004, 0.016, np.minimum(split, 1 - split))
    scene.color[:] = ramp(tone, stops) * (1 - 0.85 * gap - 0.22 * pores * (1 - gap))[..., None]
    scene.height[:] = 0.0006 * fibre - 0.0008 * pores - 0.008 * gap
    scene.gloss[:] = 0.05
    return scene


def plaster(rng, width: int, height: int) -> Scene:
    """A pale top, cloudy."""
    scene = Scene.empty(width, height)
    clouds = rough(rng, scene.shape, 2.5, octaves=5, fade=0.55)
    specks = step(1.0, 1.3, noise(rng, scene.shape, 240))
    scene.color[:] = ramp(0.56 + 0.20 * clouds, PLASTER) * (1 - 0.10 * specks)[..., None]
    scene.height[:] = 0.0006 * rough(rng, scene.shape, 60, octaves=3)
    scene.gloss[:] = 0.04
    return scene


def cloth(scene: Scene, rng, middle, half: tuple[float, float], turn: float, color: str, stripe: str) -> None:
    """A linen napkin; `half` its width and height, halved."""
    part = scene.around(middle, float(np.hypot(*half)) * 1.05)
    across, along = part.places(middle, turn)
    across = across + 0.006 * noise(rng, part.shape, 4)
    along = along + 0.006 * noise(rng, part.shape, 4)
    fringe = 0.0035 * noise(rng, part.shape, 190)
    out = np.maximum(np.abs(across) - half[0], np.abs(along) - half[1]) + fringe
    mask = 1 - step(-0.0012, 0.0012, out)
    weave = np.sin(across * 1100) * np.sin(along * 1100)
    thread = noise(rng, part.shape, 260, stretch=12) + noise(rng, part.shape, 260, stretch=1 / 12)
    folds = blur(np.abs(rough(rng, part.shape, 2.6, octaves=2)), 8)
    dye = np.broadcast_to(linear(color), (*part.shape, 3)).copy()
    band = np.abs(np.abs(across) - half[0] * 0.80)
    lines = np.clip((1 - step(0.0065, 0.008, band)) + (1 - step(0.002, 0.003, np.abs(band - 0.016))), 0, 1)
    dye += (0.82 * lines)[..., None] * (linear(stripe) - dye)
    dye *= (1 + 0.045 * weave + 0.05 * thread)[..., None]
    part.lay(mask, 0.006 + 0.013 * folds + 0.0005 * weave, dye, 0.0)
