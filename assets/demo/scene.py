"""One picture in the making: what lies on the table as height, colour and gloss, and the light on it."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from assets.demo.field import Field, blur, noise, resized, step

LIGHT = np.array([-0.60, -0.50, 0.62], np.float32)  # a window, upper left
SUN = np.array([1.10, 1.02, 0.90], np.float32)
SKY = np.array([0.44, 0.46, 0.50], np.float32)
SHADOW_STEPS = 22


@dataclass
class Scene:
    """A whole picture or a part of it.

    height     in units of the picture's shorter side, which is `unit` pixels
    color      linear light, 0–1; gloss 0–1
    left, top  where this part lies, in pixels from the middle of the whole
    """

    height: Field
    color: Field
    gloss: Field
    unit: int
    left: float
    top: float

    @classmethod
    def empty(cls, width: int, height: int) -> "Scene":
        flat = np.zeros((height, width), np.float32)
        color = np.zeros((height, width, 3), np.float32)
        return cls(flat, color, flat.copy(), min(width, height), -width / 2, -height / 2)

    @property
    def shape(self) -> tuple[int, int]:
        return self.height.shape  # type: ignore[return-value]

    def around(self, middle: tuple[float, float], across: float, down: float = 0.0) -> "Scene":
        """The part within `across` (and `down`) of `middle`; painting on it paints on the whole."""
        columns = [int((middle[0] + side * across) * self.unit - self.left) for side in (-1, 1)]
        rows = [int((middle[1] + side * (down or across)) * self.unit - self.top) for side in (-1, 1)]
        columns = [min(max(column, 0), self.shape[1]) for column in columns]
        rows = [min(max(row, 0), self.shape[0]) for row in rows]
        part = np.s_[rows[0] : rows[1], columns[0] : columns[1]]
        left, top = self.left + columns[0], self.top + rows[0]
        return Scene(self.height[part], self.color[part], self.gloss[part], self.unit, left, top)

    def places(self, middle=(0.0, 0.0), turn: float = 0.0) -> tuple[Field, Field]:
        """x and y of every pixel from `middle`, in units of the shorter side, turned by `turn` radians."""
        x = (np.arange(self.shape[1], dtype=np.float32) + np.float32(self.left)) / self.unit - middle[0]
        y = (np.arange(self.shape[0], dtype=np.float32) + np.float32(self.top)) / self.unit - middle[1]
        x, y = np.meshgrid(x.astype(np.float32), y.astype(np.float32))
        if not turn:
            return x, y
        cos, sin = np.float32(np.cos(turn)), np.float32(np.sin(turn))
        return x * cos + y * sin, y * cos - x * sin

    def lay(self, mask: Field, height: Field, color: Field, gloss: Field | float) -> None:
        """Puts a thing in place of what was there. `height` counts from the table."""
        self.height += mask * (height - self.height)
        self.color += mask[..., None] * (color - self.color)
        self.gloss += mask * (gloss - self.gloss)

    def stain(self, amount: Field, color: str) -> None:
        """Changes the colour only: flour, milk, a shadow in the grain."""
        self.color += amount[..., None] * (linear(color) - self.color)

    def lit(self) -> Field:
        """The scene under the light, linear."""
        height = blur(self.height, 1.5)
        down, across = np.gradient(height * self.unit)
        length = 1 / np.sqrt(across * across + down * down + 1)
        direction = LIGHT / np.linalg.norm(LIGHT)
        facing = (-across * direction[0] - down * direction[1] + direction[2]) * length
        sun = np.clip((facing + 0.22) / 1.22, 0, 1) * self._sunlit(height)
        sky = self._open(height) * (0.55 + 0.45 * length)
        half = direction + np.array([0, 0, 1], np.float32)
        half /= np.linalg.norm(half)
        mirror = np.clip((-across * half[0] - down * half[1] + half[2]) * length, 0, 1)
        shine = (0.55 * mirror**26 + 0.75 * mirror**140) * self.gloss * np.clip(sun * 1.5, 0, 1)
        light = sun[..., None] * SUN + sky[..., None] * SKY
        return self.color * light + shine[..., None] * SUN

    def _sunlit(self, height: Field) -> Field:
        """1 in the light, 0 in the shadow of something higher towards the light; softer the farther away."""
        small = resized(height, (height.shape[0] // 3, height.shape[1] // 3))
        flat = np.hypot(LIGHT[0], LIGHT[1])
        lit = np.ones_like(small)
        for index in range(1, SHADOW_STEPS + 1):
            distance = 0.24 * (index / SHADOW_STEPS) ** 1.4
            shift = np.round(LIGHT[:2] / flat * distance * self.unit / 3).astype(int)
            over = _shifted(small, -shift[1], -shift[0]) - small - LIGHT[2] / flat * distance
            lit = np.minimum(lit, 1 - step(-0.004 - 0.11 * distance, 0.004 + 0.09 * distance, over))
        return np.clip(resized(blur(lit, self.unit * 0.0016), height.shape), 0, 1)

    def _open(self, height: Field) -> Field:
        """How much sky a place sees: less in creases and beside walls."""
        small = resized(height, (height.shape[0] // 3, height.shape[1] // 3))
        closed = np.zeros_like(small)
        for reach, weight in ((0.006, 0.25), (0.018, 0.8), (0.06, 1.3)):
            closed += weight / reach * np.clip(blur(small, self.unit / 3 * reach) - small, 0, None)
        return np.clip(resized(np.exp(-2.0 * closed), height.shape), 0, 1)


def developed(light: Field, rng: np.random.Generator, exposure: float = 1.0) -> Image.Image:
    """From linear light to a photograph: a filmic curve, fall-off from the window, fine grain."""
    rows, columns = light.shape[:2]
    y, x = np.mgrid[-1 : 1 : rows * 1j, -1 : 1 : columns * 1j].astype(np.float32)
    window = exposure * (1.08 - 0.17 * x - 0.15 * y - 0.13 * (x * x + y * y))
    light = np.clip(light, 0, None) * window[..., None]
    grey = light.mean(axis=2, keepdims=True)
    light = np.clip(grey + 0.90 * (light - grey), 0, None)
    curved = (light * (2.51 * light + 0.03)) / (light * (2.43 * light + 0.59) + 0.14)
    tone = (
        np.clip(curved, 0, 1) ** np.float32(1 / 2.2)
        + 0.010 * noise(rng, (rows, columns), rows / 2)[..., None]
    )
    return Image.fromarray((np.clip(tone, 0, 1) * 255 + 0.5).astype(np.uint8), "RGB")


def linear(color: str) -> Field:
    """Linear light of "#rrggbb"."""
    return np.array([int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)], np.float32) ** np.float32(2.2)


def ramp(value: Field, stops: list[tuple[float, str]]) -> Field:
    """A colour per place: `stops` are (where, "#rrggbb") in rising order."""
    table = np.linspace(0, 1, 512)
    at = [where for where, _ in stops]
    colors = np.array([linear(color) for _, color in stops])
    lookup = np.stack([np.interp(table, at, colors[:, channel]) for channel in range(3)], axis=1)
    return lookup.astype(np.float32)[(np.clip(value, 0, 1) * 511).astype(np.intp)]


def _shifted(field: Field, down: int, right: int) -> Field:
    """The field moved, with its edge repeated where nothing comes in."""
    rows = np.clip(np.arange(field.shape[0]) - down, 0, field.shape[0] - 1)
    columns = np.clip(np.arange(field.shape[1]) - right, 0, field.shape[1] - 1)
    return field[rows][:, columns]
