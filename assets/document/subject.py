"""Where the subject of a photo is, and how light the photo is from place to place.

No model: colour unlike the border's, edges and a liking for the centre, on a proxy of at most 256 px.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from PIL.Image import Image

PROXY = 256  # px, longer side of what is looked at
GRID = 24  # cells per side of the light map
COARSE, FINE = (
    0.4,
    0.75,
)  # picture px per page px: below the first a screen shows it broken, from the second well
COARSE_DPI, FINE_DPI = 90, 150  # the same in print, in dots per inch
HEADROOM = 0.42  # where the eye of a subject too tall for its crop is taken to be, from its top
Grid = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Box:
    """A rectangle in parts (0–1) of a picture, or in px of a page."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    def overlap(self, other: "Box") -> float:
        """The area that both cover."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return max(across, 0.0) * max(down, 0.0)


@dataclass(frozen=True)
class Photo:
    """A picture as a layout needs to know it.

    subject      box in parts of the picture
    light, dark  luminance (0–1) that 95 % and 5 % of a cell's pixels stay under, GRID × GRID cells
    mean         luminance of all that is not transparent
    cut_out      whether it has a transparent ground
    """

    asset: str
    width: int
    height: int
    subject: Box
    light: Grid
    dark: Grid
    mean: float = 0.5
    alt: str = ""
    cut_out: bool = False

    @property
    def aspect(self) -> float:
        return self.width / self.height

    def extremes(self, x: float, y: float) -> tuple[float, float]:
        """(darkest, lightest) luminance near a point given in parts of the picture."""
        column = min(max(int(x * GRID), 0), GRID - 1)
        row = min(max(int(y * GRID), 0), GRID - 1)
        return self.dark[row][column], self.light[row][column]


def look(image: "Image", *, asset: str, alt: str = "") -> Photo:
    """What a layout needs to know about a picture. The picture itself is not changed."""
    width, height = image.size
    plain = image if image.mode in ("L", "RGB", "RGBA") else image.convert("RGBA")
    proxy = plain.reduce(max(1, max(width, height) // (2 * PROXY))).convert("RGBA")
    proxy.thumbnail((PROXY, PROXY))
    pixels = np.asarray(proxy, dtype=np.float32) / 255
    colour, solid = pixels[..., :3], pixels[..., 3]
    cut_out = bool((solid < 0.5).mean() > 0.02)
    luminance = _luminance(colour)
    if cut_out:
        luminance = np.where(solid < 0.5, np.nan, luminance)
    mean = float(np.nanmean(luminance)) if (solid >= 0.5).any() else 0.5
    box = _extent(solid > 0.5) if cut_out else find_subject(colour)
    return Photo(asset, width, height, box, *_light_map(luminance), mean, alt=alt, cut_out=cut_out)


def find_subject(colour: "np.ndarray[Any, Any]") -> Box:
    """The box of what stands out; `colour` is rows × columns × RGB, 0–1."""
    height, width = colour.shape[:2]
    if min(height, width) < 8:
        return Box(0.0, 0.0, 1.0, 1.0)
    soft = _blur(colour, max(1, min(height, width) // 48))
    stands_out = _scaled(_strangeness(soft))
    edges = _scaled(_blur(_gradient(soft), max(1, min(height, width) // 24)))
    saliency = (0.65 * stands_out + 0.35 * edges) * _centre(height, width)
    level = saliency.mean() + 0.6 * saliency.std()
    kept = np.where(saliency > level, saliency, 0.0)
    if kept.sum() < 1e-6:
        return Box(0.2, 0.2, 0.6, 0.6)
    left, right = _span(kept.sum(axis=0))
    top, bottom = _span(kept.sum(axis=1))
    return _padded(left / width, top / height, right / width, bottom / height)


def crop(
    photo: Photo, aspect: float, *, towards: tuple[float, float] = (0.5, 0.5), close: float = 0.0
) -> Box:
    """The part of the picture to show in a slot of `aspect` (width / height), with the subject in it.

    towards  where in the slot the subject's middle should come to lie, 0–1
    close    0 shows as much as possible; 1 comes as near as the subject allows
    """
    full = aspect / photo.aspect
    w, h = (full, 1.0) if full < 1 else (1.0, 1.0 / full)
    subject = photo.subject
    if close:
        need = max(subject.w * 1.12 / w, subject.h * 1.12 / h)
        near = min(max(need, 0.3), 1.0)
        w, h = w * (1 - close * (1 - near)), h * (1 - close * (1 - near))
    x = _slide(subject.x, subject.w, w, towards[0], 0.5)
    y = _slide(subject.y, subject.h, h, towards[1], HEADROOM)
    return Box(x, y, w, h)


def _slide(start: float, size: float, window: float, towards: float, eye: float) -> float:
    """Where a window of `window` starts so that the subject stands `towards` in it, whole if it can."""
    if size <= window:
        wished = start + size / 2 - window * towards
        wished = min(max(wished, start + size - window), start)
    else:
        wished = start + size * eye - window / 2
        wished = min(max(wished, start), start + size - window)
    return min(max(wished, 0.0), 1.0 - window)


def _luminance(colour: Any) -> Any:
    linear = np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)


def _light_map(luminance: Any) -> tuple[Grid, Grid]:
    """(light, dark) maps: each cell speaks for itself and a little of its neighbours."""
    height, width = luminance.shape
    rows = [
        (int(at * height / GRID), max(int((at + 1) * height / GRID), int(at * height / GRID) + 1))
        for at in range(GRID)
    ]
    columns = [
        (int(at * width / GRID), max(int((at + 1) * width / GRID), int(at * width / GRID) + 1))
        for at in range(GRID)
    ]
    light, dark = np.zeros((GRID, GRID)), np.ones((GRID, GRID))  # a cell without paint holds no luminance
    for row, (top, bottom) in enumerate(rows):
        for column, (left, right) in enumerate(columns):
            cell = luminance[min(top, height - 1) : bottom, min(left, width - 1) : right]
            seen = cell[~np.isnan(cell)]
            if seen.size:
                dark[row, column], light[row, column] = np.quantile(seen, (0.05, 0.95))
    return _grid(light), _grid(dark)


def _grid(cells: Any) -> Grid:
    return tuple(tuple(round(float(each), 4) for each in row) for row in cells)


def _strangeness(colour: Any) -> Any:
    """Distance of each pixel from the nearest of the colours found along the border."""
    height, width = colour.shape[:2]
    rim = max(2, min(height, width) // 16)
    sides = [colour[:rim], colour[-rim:], colour[:, :rim].swapaxes(0, 1), colour[:, -rim:].swapaxes(0, 1)]
    known = [part.reshape(-1, 3).mean(axis=0) for side in sides for part in np.array_split(side, 4, axis=1)]
    distances = [np.sqrt(((colour - each) ** 2).sum(axis=2)) for each in known]
    return np.minimum.reduce(distances)


def _gradient(colour: Any) -> Any:
    down, across = np.gradient(colour.mean(axis=2))
    return np.hypot(down, across)


def _blur(values: Any, radius: int) -> Any:
    """Box blur, twice, edges repeated."""
    for axis in (0, 1, 0, 1):
        padding = [(radius + 1, radius) if axis == at else (0, 0) for at in range(values.ndim)]
        summed = np.cumsum(np.pad(values, padding, mode="edge"), axis=axis, dtype=np.float64)
        size = values.shape[axis]
        upper = np.take(summed, range(2 * radius + 1, 2 * radius + 1 + size), axis=axis)
        lower = np.take(summed, range(size), axis=axis)
        values = (upper - lower) / (2 * radius + 1)
    return values


def _centre(height: int, width: int) -> Any:
    down = np.linspace(-1, 1, height)[:, None]
    across = np.linspace(-1, 1, width)[None, :]
    return 0.3 + 0.7 * np.exp(-(down**2 + across**2) / 1.1)


def _scaled(values: Any) -> Any:
    top = np.quantile(values, 0.99)
    return np.clip(values / top, 0, 1) if top > 1e-6 else np.zeros_like(values)


def _span(weights: Any) -> tuple[float, float]:
    """Where the middle 94 % of the weight lies."""
    share = np.cumsum(weights) / weights.sum()
    return float(np.searchsorted(share, 0.03)), float(np.searchsorted(share, 0.97) + 1)


def _extent(mask: Any) -> Box:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return Box(0.0, 0.0, 1.0, 1.0)
    height, width = mask.shape
    return Box(
        float(columns[0] / width),
        float(rows[0] / height),
        float((columns[-1] + 1 - columns[0]) / width),
        float((rows[-1] + 1 - rows[0]) / height),
    )


def _padded(left: float, top: float, right: float, bottom: float) -> Box:
    across, down = 0.05 * (right - left), 0.05 * (bottom - top)
    left, top = max(left - across, 0.0), max(top - down, 0.0)
    return Box(left, top, min(right + across, 1.0) - left, min(bottom + down, 1.0) - top)


def sharp_enough(density: float, dpi: int) -> bool:
    """Whether a picture may be shown with so many of its px per px of the page."""
    return density * dpi >= COARSE_DPI if dpi > 150 else density >= COARSE
