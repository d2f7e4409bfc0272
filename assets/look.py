"""How a picture looks, measured: sharpness, contrast, colour, composition. No model is asked.

Every score is 0 (poor) to 1 (good); every raw figure is kept beside it, so that a person can check.
"""

import io
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageFilter

SIDE = 360  # px of the longer edge that everything is measured on


class Look(NamedTuple):
    """scores 0–1 by name; figures are the raw measures."""

    scores: dict[str, float]
    figures: dict[str, float]
    colors: list[str]


def look_at(body: bytes) -> Look:
    """Measure an encoded picture of our own making."""
    picture = Image.open(io.BytesIO(body)).convert("RGB")
    picture.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    pixels = np.asarray(picture, dtype=np.float32)
    grey = pixels @ np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)
    edges = _edges(grey)
    figures = {
        "sharpness": float(np.percentile(edges, 99)),
        "contrast": float(np.percentile(grey, 98) - np.percentile(grey, 2)),
        "colorfulness": colorfulness(pixels),
        "empty": empty_share(edges),
        "balance": balance(edges),
    }
    scores = {
        "sharpness": _ramp(figures["sharpness"], 20, 120),
        "contrast": _ramp(figures["contrast"], 40, 170),
        "color": _plateau(figures["colorfulness"], 4, 18, 90, 140),
        "whitespace": _plateau(figures["empty"], 0.12, 0.35, 0.85, 0.97),
        "balance": _ramp(1 - figures["balance"], 0.55, 0.9),
    }
    rounded = {name: round(value, 3) for name, value in figures.items()}
    return Look({name: round(value, 2) for name, value in scores.items()}, rounded, dominant(picture))


def colorfulness(pixels: np.ndarray) -> float:
    """0 (grey) to about 150. Source: Hasler and Süsstrunk 2003, metric M3."""
    red, green, blue = pixels[..., 0], pixels[..., 1], pixels[..., 2]
    rg, yb = red - green, 0.5 * (red + green) - blue
    return float(np.hypot(rg.std(), yb.std()) + 0.3 * np.hypot(rg.mean(), yb.mean()))


def empty_share(edges: np.ndarray, cell: int = 12) -> float:
    """The share of 12 px cells in which nothing happens."""
    rows, columns = edges.shape[0] // cell, edges.shape[1] // cell
    cells = edges[: rows * cell, : columns * cell].reshape(rows, cell, columns, cell)
    return float((cells.max(axis=(1, 3)) < 24).mean())


def balance(edges: np.ndarray) -> float:
    """How far the weight of what is drawn lies from the middle axis, 0 (on it) to 1 (at the edge)."""
    weight = edges.sum(axis=0)
    if not weight.sum():
        return 0.0
    at = (weight * np.linspace(-1, 1, weight.size)).sum() / weight.sum()
    return float(abs(at))


def dominant(picture: Image.Image, count: int = 5) -> list[str]:
    """The most used colours, "#rrggbb", most used first."""
    reduced = picture.filter(ImageFilter.BoxBlur(2)).quantize(count, Image.Quantize.MEDIANCUT)
    palette = reduced.getpalette() or []
    used = sorted(reduced.getcolors() or [], reverse=True)
    return ["#{:02x}{:02x}{:02x}".format(*palette[3 * index : 3 * index + 3]) for _, index in used]


def _edges(grey: np.ndarray) -> np.ndarray:
    across = np.abs(np.diff(grey, axis=1, append=grey[:, -1:]))
    down = np.abs(np.diff(grey, axis=0, append=grey[-1:, :]))
    return np.maximum(across, down)


def _ramp(value: float, low: float, high: float) -> float:
    return float(np.clip((value - low) / (high - low), 0, 1))


def _plateau(value: float, low: float, good: float, fine: float, high: float) -> float:
    """1 between `good` and `fine`, falling to 0 at `low` and `high`."""
    return min(_ramp(value, low, good), 1 - _ramp(value, fine, high))
