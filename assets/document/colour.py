"""Colours as eyes see them: contrast, mixing, and steps of lightness that keep the hue."""

import re
from functools import lru_cache

from coloraide import Color

HEX = re.compile(r"#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?")
RAMP = {
    50: 0.975,
    100: 0.94,
    200: 0.88,
    300: 0.80,
    400: 0.71,
    500: 0.62,
    600: 0.53,
    700: 0.44,
    800: 0.35,
    900: 0.26,
}

Rgb = tuple[float, float, float]


def rgb(color: str) -> Rgb:
    """Channels 0–1 of "#rrggbb" or "#rrggbbaa". Raises ValueError for anything else."""
    if not HEX.fullmatch(color):
        raise ValueError(f"{color!r} is not #rrggbb.")
    return tuple(int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))  # type: ignore[return-value]


def alpha(color: str) -> float:
    return int(color[7:9], 16) / 255 if len(color) == 9 else 1.0


def to_hex(channels: Rgb, opacity: float = 1.0) -> str:
    parts = [*channels, opacity] if opacity < 1 else channels
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02x}" for part in parts)


def fade(color: str, opacity: float) -> str:
    """The colour with this opacity (0–1), as #rrggbbaa."""
    return f"{color[:7]}{round(opacity * 255):02x}"


@lru_cache(maxsize=4096)
def luminance(color: str) -> float:
    """Relative luminance, 0 (black) to 1 (white). Source: WCAG 2.2."""
    return luminance_of(rgb(color))


def luminance_of(channels: Rgb) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def grey(light: float) -> Rgb:
    """The neutral colour that has this relative luminance."""
    part = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return (part, part, part)


def contrast(ink: str, paper: str) -> float:
    """How well `ink` reads on `paper`: 1.0 (not at all) to 21.0 (black on white). Source: WCAG 2.2."""
    return ratio(luminance(ink), luminance(paper))


def ratio(one: float, other: float) -> float:
    """WCAG contrast of two relative luminances."""
    high, low = max(one, other), min(one, other)
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=4096)
def oklch(color: str) -> tuple[float, float, float]:
    """Lightness 0–1, chroma 0–0.37, hue in degrees (0 for greys)."""
    light, chroma, hue = Color(color[:7]).convert("oklch").coords(nans=False)
    return light, chroma, hue if chroma > 0.004 else 0.0


@lru_cache(maxsize=4096)
def from_oklch(light: float, chroma: float, hue: float) -> str:
    """The screen colour of this hue. Chroma gives way where a screen ends; hue and lightness do not."""
    light = min(max(light, 0.0), 1.0)
    return (
        Color("oklch", [light, chroma, hue])
        .convert("srgb")
        .fit("srgb", method="oklch-chroma")
        .to_string(hex=True)
    )


@lru_cache(maxsize=4096)
def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0–1) of `other`, mixed in OKLab so no mud appears on the way."""
    return Color(one[:7]).mix(other[:7], share, space="oklab").convert("srgb").fit("srgb").to_string(hex=True)


def over(top: Rgb, opacity: float, below: Rgb) -> Rgb:
    """What is seen when `top` lies on `below`, as browsers composite: in sRGB."""
    return tuple(t * opacity + b * (1 - opacity) for t, b in zip(top, below, strict=True))  # type: ignore[return-value]


@lru_cache(maxsize=4096)
def apart(one: str, other: str) -> float:
    """How unlike two colours look (OKLab distance): 0.02 is just visible, 0.1 plain, 1.0 black on white."""
    return Color(one[:7]).distance(Color(other[:7]), space="oklab")


@lru_cache(maxsize=512)
def ramp(color: str) -> dict[int, str]:
    """Ten steps from 50 (palest) to 900 (deepest) in the hue of `color`; chroma thins towards both ends."""
    _, chroma, hue = oklch(color)
    return {step: from_oklch(light, _thinned(chroma, light), hue) for step, light in RAMP.items()}


@lru_cache(maxsize=4096)
def readable(color: str, paper: str, least: float = 4.5) -> str:
    """`color`, as little lighter or darker as it takes to reach `least` on `paper`; the hue stays.

    Raises ValueError if even black and white cannot reach it.
    """
    if contrast(color, paper) >= least:
        return color[:7].lower()
    light, chroma, hue = oklch(color)
    found = [_towards(end, light, chroma, hue, paper, least) for end in (0.0, 1.0)]
    reached = [(abs(oklch(each)[0] - light), each) for each in found if each]
    if not reached:
        raise ValueError(f"Nothing reads at {least}:1 on {paper}.")
    return min(reached)[1]


def _towards(end: float, light: float, chroma: float, hue: float, paper: str, least: float) -> str | None:
    """The nearest lightness on the way to `end` (0 or 1) that reads; None if even the end does not."""
    good, bad = end, light
    if contrast(from_oklch(end, 0.0, hue), paper) < least:
        return None
    for _ in range(12):
        middle = (good + bad) / 2
        if contrast(from_oklch(middle, _thinned(chroma, middle), hue), paper) >= least:
            good = middle
        else:
            bad = middle
    return from_oklch(good, _thinned(chroma, good), hue)


def _thinned(chroma: float, light: float) -> float:
    room = min(1.0, (1 - light) / 0.28, light / 0.28)
    return chroma * max(room, 0.0) ** 0.8
