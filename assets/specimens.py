"""Pictures, kits and copy to try layouts on: drawn and written here, so nothing is borrowed."""

import random
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from assets.composition import CopyText, KitLook
from assets.document.subject import Photo, look

Rgb = tuple[int, int, int]


def product(width: int = 1600, height: int = 1600) -> Image.Image:
    """A bottle on a studio backdrop, a little right of the middle."""
    picture = _backdrop(width, height, (226, 214, 200), (244, 238, 230), horizon=0.72)
    unit = min(width, height)
    x, foot = width * 0.56, height * 0.83
    body = (x - unit * 0.13, foot - unit * 0.46, x + unit * 0.13, foot)
    neck = (x - unit * 0.055, body[1] - unit * 0.12, x + unit * 0.055, body[1] + unit * 0.05)
    shade = Image.new("L", (width, height))
    ImageDraw.Draw(shade).ellipse(
        (x - unit * 0.24, foot - unit * 0.05, x + unit * 0.3, foot + unit * 0.06), fill=150
    )
    picture.paste((92, 76, 62), mask=shade.filter(ImageFilter.GaussianBlur(unit * 0.025)))
    _rounded(picture, body, unit * 0.05, _sheen(width, height, body, (28, 84, 74), (96, 170, 150)))
    _rounded(picture, neck, unit * 0.018, _sheen(width, height, neck, (34, 34, 36), (120, 120, 124)))
    label = (body[0] + unit * 0.02, body[1] + unit * 0.14, body[2] - unit * 0.02, body[1] + unit * 0.32)
    _rounded(picture, label, unit * 0.01, Image.new("RGB", (width, height), (243, 236, 222)))
    pen = ImageDraw.Draw(picture)
    for at in range(3):
        y = label[1] + unit * (0.05 + 0.035 * at)
        pen.rectangle(
            (label[0] + unit * 0.03, y, label[2] - unit * (0.03 + 0.05 * at), y + unit * 0.01),
            fill=(60, 84, 78),
        )
    return _grain(picture, 3)


def street(width: int = 1800, height: int = 1350) -> Image.Image:
    """A crowded street front: signs, windows and people everywhere, the worst ground for text."""
    dice = random.Random(11)
    picture = _backdrop(width, height, (120, 128, 140), (196, 204, 212), horizon=0.8)
    pen = ImageDraw.Draw(picture)
    at = 0
    while at < width:
        across = dice.randint(width // 14, width // 7)
        top = dice.randint(0, height // 4)
        wall = tuple(dice.randint(70, 215) for _ in range(3))
        pen.rectangle((at, top, at + across, height * 0.86), fill=wall)
        _windows(pen, dice, at, top, across, height)
        sign = (
            at + across * 0.1,
            height * dice.uniform(0.5, 0.62),
            at + across * 0.9,
            height * dice.uniform(0.64, 0.7),
        )
        pen.rectangle(sign, fill=tuple(dice.choice((230, 40, 200, 90)) for _ in range(3)))
        at += across
    for _ in range(46):
        _passer_by(pen, dice, width, height)
    return _grain(picture.filter(ImageFilter.GaussianBlur(width / 900)), 7)


def night(width: int = 1500, height: int = 1900) -> Image.Image:
    """A dark scene: a lit doorway left of the middle, lights out of focus."""
    dice = random.Random(5)
    picture = _backdrop(width, height, (8, 10, 20), (26, 28, 46), horizon=0.7)
    glow = Image.new("RGB", (width, height))
    pen = ImageDraw.Draw(glow)
    for _ in range(60):
        size = dice.uniform(0.008, 0.05) * width
        x, y = dice.uniform(0, width), dice.uniform(0, height * 0.6)
        pen.ellipse((x - size, y - size, x + size, y + size), fill=_warm(dice, 0.5))
    picture = ImageChops.screen(picture, glow.filter(ImageFilter.GaussianBlur(width * 0.006)))
    door = (width * 0.26, height * 0.42, width * 0.5, height * 0.8)
    light = Image.new("RGB", (width, height))
    ImageDraw.Draw(light).rectangle(door, fill=(255, 190, 104))
    picture = ImageChops.screen(picture, light.filter(ImageFilter.GaussianBlur(width * 0.07)))
    pen = ImageDraw.Draw(picture)
    pen.rectangle(door, fill=(255, 214, 142))
    _figure(pen, width * 0.38, height * 0.8, width * 0.1, (32, 24, 26), (58, 42, 40), (20, 15, 16))
    return _grain(picture.filter(ImageFilter.GaussianBlur(width / 1100)), 6)


def portrait(width: int = 1400, height: int = 1750) -> Image.Image:
    """A person right of the middle before a bright, blurred room."""
    dice = random.Random(3)
    picture = _backdrop(width, height, (214, 196, 180), (246, 240, 232), horizon=0.9)
    pen = ImageDraw.Draw(picture)
    for _ in range(14):
        x, y, size = dice.uniform(0, width), dice.uniform(0, height * 0.7), dice.uniform(0.06, 0.2) * width
        pen.rectangle((x, y, x + size, y + size * 1.6), fill=_near(dice, (228, 210, 188), 26))
    picture = picture.filter(ImageFilter.GaussianBlur(width / 28))
    person = picture.copy()
    _figure(
        ImageDraw.Draw(person),
        width * 0.64,
        height * 1.02,
        width * 0.3,
        (196, 92, 70),
        (226, 178, 148),
        (52, 36, 30),
    )
    return _grain(person.filter(ImageFilter.GaussianBlur(width / 700)), 4)


def bread(width: int = 1600, height: int = 1200) -> Image.Image:
    """Loaves on a wooden board from above, filling most of the picture."""
    dice = random.Random(8)
    picture = _backdrop(width, height, (104, 72, 50), (132, 94, 66), horizon=1.0)
    pen = ImageDraw.Draw(picture)
    for at in range(9):
        pen.line(
            (0, height * at / 8, width, height * (at / 8 + dice.uniform(-0.01, 0.01))),
            fill=(88, 60, 42),
            width=4,
        )
    for x, y, size in ((0.3, 0.42, 0.2), (0.58, 0.36, 0.22), (0.44, 0.68, 0.21), (0.74, 0.66, 0.17)):
        _loaf(picture, dice, x * width, y * height, size * width)
    return _grain(picture.filter(ImageFilter.GaussianBlur(width / 1200)), 5)


PICTURES: dict[str, Callable[[], Image.Image]] = {
    "product": product,
    "street": street,
    "night": night,
    "portrait": portrait,
    "bread": bread,
}


@cache
def picture(name: str) -> Image.Image:
    return PICTURES[name]()


@cache
def photo(name: str) -> Photo:
    """The picture as layouts know it; its asset id is its name."""
    return look(picture(name), asset=name, alt=name)


@cache
def kits() -> dict[str, tuple[KitLook, str]]:
    """Looks with the mode that each brand prefers, by name."""
    return {name: (KitLook.of(row), row["mode"]) for name, row in _table()["kit"].items()}


@cache
def copies(lang: str = "") -> dict[str, tuple[CopyText, str]]:
    """Copy with its language, by name."""
    rows = {name: (CopyText.of(row), row["lang"]) for name, row in _table()["copy"].items()}
    return {name: row for name, row in rows.items() if lang in ("", row[1])}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _backdrop(width: int, height: int, low: Rgb, high: Rgb, horizon: float) -> Image.Image:
    """A wall with light falling on its middle, over a floor that starts at `horizon`."""
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    falloff = np.hypot(across / width - 0.5, (down / height - 0.4) * 0.9)
    share = np.clip(1 - falloff * 1.5, 0, 1)[..., None]
    pixels = np.array(low, np.float32) * (1 - share) + np.array(high, np.float32) * share
    floor = np.clip((down / height - horizon) * 30, 0, 1)[..., None]
    return Image.fromarray((pixels * (1 - 0.13 * floor)).clip(0, 255).astype(np.uint8))


def _sheen(width: int, height: int, box: tuple[float, ...], dark: Rgb, bright: Rgb) -> Image.Image:
    """A round body's light: bright on its left third, dark to the edges."""
    across = (np.arange(width, dtype=np.float32) - box[0]) / (box[2] - box[0])
    share = np.exp(-(((across - 0.3) / 0.2) ** 2)) + 0.25 * np.exp(-(((across - 0.85) / 0.08) ** 2))
    row = np.array(dark, np.float32) + np.clip(share, 0, 1)[:, None] * (np.array(bright) - np.array(dark))
    return Image.fromarray(np.broadcast_to(row.astype(np.uint8), (height, width, 3)))


def _rounded(picture: Image.Image, box: tuple[float, ...], radius: float, paint: Image.Image) -> None:
    mask = Image.new("L", picture.size)
    ImageDraw.Draw(mask).rounded_rectangle(box, radius, fill=255)
    picture.paste(paint, mask=mask.filter(ImageFilter.GaussianBlur(1)))


def _windows(
    pen: ImageDraw.ImageDraw, dice: random.Random, left: int, top: int, across: int, height: int
) -> None:
    step = max(across // 4, 18)
    for x in range(left + 8, left + across - step // 2, step):
        for y in range(top + 14, int(height * 0.5), step):
            shade = dice.choice(((250, 240, 190), (60, 70, 88), (170, 190, 206)))
            pen.rectangle((x, y, x + step * 0.6, y + step * 0.7), fill=shade)


def _passer_by(pen: ImageDraw.ImageDraw, dice: random.Random, width: int, height: int) -> None:
    size = dice.uniform(0.012, 0.03) * width
    coat = tuple(dice.randint(20, 235) for _ in range(3))
    _figure(
        pen,
        dice.uniform(0, width),
        height * dice.uniform(0.84, 1.0),
        size,
        coat,
        (214, 170, 140),
        (40, 30, 28),
    )


def _figure(
    pen: ImageDraw.ImageDraw, x: float, foot: float, size: float, coat: Rgb, skin: Rgb, hair: Rgb
) -> None:
    """Head, hair and shoulders; `size` is half the width of the shoulders."""
    head = foot - size * 2.7
    pen.rounded_rectangle((x - size, foot - size * 1.75, x + size, foot + size), size * 0.62, fill=coat)
    pen.rectangle((x - size * 0.2, head + size * 0.3, x + size * 0.2, foot - size * 1.5), fill=skin)
    pen.ellipse((x - size * 0.56, head - size * 0.66, x + size * 0.56, head + size * 0.56), fill=hair)
    pen.ellipse((x - size * 0.45, head - size * 0.48, x + size * 0.45, head + size * 0.62), fill=skin)
    pen.chord((x - size * 0.52, head - size * 0.62, x + size * 0.52, head + size * 0.3), 175, 360, fill=hair)


def _loaf(picture: Image.Image, dice: random.Random, x: float, y: float, size: float) -> None:
    shade = Image.new("L", picture.size)
    ImageDraw.Draw(shade).ellipse(
        (x - size * 0.95, y - size * 0.5, x + size * 1.1, y + size * 0.75), fill=190
    )
    picture.paste((46, 30, 20), mask=shade.filter(ImageFilter.GaussianBlur(size * 0.07)))
    for step in range(14):
        share = step / 13
        reach = 1 - share * 0.75
        crust = tuple(int(a + (b - a) * share) for a, b in zip((150, 84, 34), (236, 186, 112), strict=True))
        lift = size * 0.12 * share
        box = (
            x - size * reach,
            y - size * 0.58 * reach - lift,
            x + size * reach,
            y + size * 0.58 * reach - lift,
        )
        ImageDraw.Draw(picture).ellipse(box, fill=crust)
    for at in (-0.4, 0.0, 0.4):
        cut = (x + size * (at - 0.1), y - size * 0.34, x + size * (at + 0.14), y + size * 0.2)
        ImageDraw.Draw(picture).arc(
            cut, 200, 340, fill=_near(dice, (252, 224, 170), 8), width=max(3, int(size * 0.04))
        )


def _grain(picture: Image.Image, strength: float) -> Image.Image:
    pixels = np.asarray(picture.convert("RGB"), dtype=np.float32)
    noise = np.random.default_rng(2).normal(0, strength, pixels.shape[:2])[..., None]
    return Image.fromarray((pixels + noise).clip(0, 255).astype(np.uint8))


def _near(dice: random.Random, color: Rgb, reach: int) -> tuple[Any, ...]:
    return tuple(min(max(part + dice.randint(-reach, reach), 0), 255) for part in color)


def _warm(dice: random.Random, strength: float) -> tuple[int, int, int]:
    level = dice.uniform(0.3, 1.0) * strength
    return (int(255 * level), int(190 * level), int(dice.choice((90, 120, 220)) * level))
