"""A cup of latte from above."""

import numpy as np

from assets.demo.field import Field, bell, rough, step
from assets.demo.scene import Scene, linear, ramp

COFFEE = [(0, "#c4925c"), (0.5, "#9c6838"), (1, "#6b3f1e")]


def coffee(scene: Scene, rng, middle, radius: float, china: str = "#f2efe9") -> None:
    """The cup on its saucer, the handle to the lower right."""
    part = scene.around(middle, radius * 1.9)
    x, y = part.places(middle)
    x, y = x / radius, y / radius
    far = np.hypot(x, y)
    white = np.broadcast_to(linear(china), (*part.shape, 3))
    dish = radius * (0.10 + 0.12 * step(0.95, 1.7, far) - 0.05 * bell(far - 1.05, 0.06))
    part.lay(1 - step(1.70, 1.715, far), dish, white, 0.35)
    _handle(part, x, y, radius, white)
    side = np.clip(1 - ((far - 0.93) / 0.085) ** 2, 0, 1) ** 0.5
    wall = radius * (0.62 + 0.10 * side - 0.42 * step(0.99, 1.10, far))
    part.lay(1 - step(1.06, 1.085, far), wall, white, 0.45)
    swirl = rough(rng, part.shape, 7, octaves=3)
    brown = ramp(0.42 + 0.20 * swirl + 0.45 * step(0.5, 0.92, far), COFFEE)
    milk = _rosetta(x + 0.02 * swirl, y + 0.04 * swirl)
    brown += milk[..., None] * (linear("#f1e0c6") - brown)
    foam = 0.004 * rough(rng, part.shape, 60, octaves=2)
    part.lay(1 - step(0.845, 0.865, far), radius * (0.52 + foam), brown, 0.16)


def _handle(part: Scene, x: Field, y: Field, radius: float, white: Field) -> None:
    along, across = (x + y) * 0.7071, (y - x) * 0.7071
    ring = np.abs(np.hypot((along - 1.22) * 0.80, across * 1.15) - 0.30)
    grip = radius * (0.42 + 0.9 * np.sqrt(np.clip(0.0110 - ring**2, 0, 1)))
    part.lay(1 - step(0.095, 0.105, ring), grip, white, 0.45)


def _rosetta(x: Field, y: Field) -> Field:
    """Curved strokes of milk, narrower towards the stem."""
    wide = np.clip(0.56 - 0.42 * np.abs(y + 0.10) ** 1.3, 0.06, 1)
    inside = 1 - step(0.94, 1.02, np.hypot(x / wide, (y + 0.02) / 0.66))
    strokes = step(-0.35, 0.25, np.sin((y + 0.9 * x * x) * 27))
    stem = (1 - step(0.008, 0.020, np.abs(x))) * step(-0.45, -0.35, y)
    heart = 1 - step(0.9, 1.0, np.hypot((np.abs(x) - 0.09) / 0.17, (y + 0.50 - 0.35 * np.abs(x)) / 0.13))
    return np.clip(np.maximum(inside * strokes * (1 - 0.85 * stem), heart), 0, 1)
