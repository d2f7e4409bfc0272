"""Number fields to paint with: noise, smooth steps, blurs. Arrays are float32, rows × columns."""

import numpy as np
from PIL import Image

Field = np.ndarray
Shape = tuple[int, int]


def step(low: float, high: float, value: Field) -> Field:
    """0 below `low`, 1 above `high`, smooth between."""
    share = np.clip((value - low) * np.float32(1 / (high - low)), 0, 1)
    return share * share * (3 - 2 * share)


def bell(value: Field, width: float) -> Field:
    """1 where `value` is 0, falling off within `width`."""
    return np.exp(-((value * np.float32(1 / width)) ** 2))


def resized(field: Field, shape: Shape, how=Image.Resampling.BICUBIC) -> Field:
    image = Image.fromarray(np.ascontiguousarray(field, np.float32), mode="F")
    return np.asarray(image.resize((shape[1], shape[0]), how))


def blur(field: Field, radius: float) -> Field:
    """A soft copy; radius in pixels. Shrinks and grows again, which is as good as a bell and far quicker."""
    shrink = max(1.0, radius / 1.5)
    small = max(2, round(field.shape[0] / shrink)), max(2, round(field.shape[1] / shrink))
    return resized(resized(field, small, Image.Resampling.HAMMING), field.shape)


def noise(rng: np.random.Generator, shape: Shape, cells: float, stretch: float = 1.0) -> Field:
    """Smooth bumps, about -1 to 1: `cells` along the shorter side, `stretch` times longer than high."""
    unit = min(shape)
    down = max(2, round(cells * shape[0] / unit) + 2)
    across = max(2, round(cells * shape[1] / unit / stretch) + 2)
    return resized(rng.normal(0, 0.5, (down, across)), shape)


def rough(
    rng, shape: Shape, cells: float, octaves: int = 4, stretch: float = 1.0, fade: float = 0.5
) -> Field:
    """Noise on top of noise, each twice as fine and `fade` as strong."""
    total = noise(rng, shape, cells, stretch)
    for octave in range(1, octaves):
        total = total + np.float32(fade**octave) * noise(rng, shape, cells * 2**octave, stretch)
    return total
