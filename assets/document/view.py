"""A page as it will be seen: objects in paint order, lines of text with their ink, and what lies behind."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from assets.document.colour import Rgb, alpha, grey, luminance_of, over, ratio, rgb
from assets.document.fit import letters
from assets.document.measure import BASELINE, advance, block_height
from assets.document.subject import Box, Photo
from assets.document.wrap import wrap_styled

Json = dict[str, Any]
BLACK, WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


@dataclass(frozen=True)
class Line:
    """One line of a text and the box of its letters, before the object is turned."""

    text: str
    box: Box


class Item:
    """One painted object. `at` is its place in the paint order."""

    def __init__(self, found: Json, at: int) -> None:
        self.json, self.at = found, at
        place = found["transform"]
        self.cx, self.cy, self.w, self.h = place["cx"], place["cy"], place["w"], place["h"]
        self.angle = math.radians(place.get("angle") or 0)
        self.type, self.role, self.id = found["type"], found.get("role", ""), found["id"]
        self.style, self.props = found.get("style") or {}, found.get("props") or {}
        self.opacity = self.style.get("opacity", 1)

    @property
    def box(self) -> Box:
        """The unturned box."""
        return Box(self.cx - self.w / 2, self.cy - self.h / 2, self.w, self.h)

    def spread(self, box: Box) -> Box:
        """The upright box around `box` once the object is turned."""
        corners = [self.turned(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    def turned(self, x: float, y: float) -> tuple[float, float]:
        dx, dy = x - self.cx, y - self.cy
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        return self.cx + dx * cos - dy * sin, self.cy + dx * sin + dy * cos

    def local(self, x: float, y: float) -> tuple[float, float]:
        """A page point as seen from the object: px from its centre, before the turn."""
        dx, dy = x - self.cx, y - self.cy
        cos, sin = math.cos(-self.angle), math.sin(-self.angle)
        return dx * cos - dy * sin, dx * sin + dy * cos

    def covers(self, x: float, y: float) -> bool:
        """Whether the object's outline contains the page point."""
        dx, dy = self.local(x, y)
        if abs(dx) > self.w / 2 or abs(dy) > self.h / 2:
            return False
        kind = self.props.get("kind", "rect") if self.type == "shape" else "rect"
        if kind == "ellipse":
            return (dx / (self.w / 2)) ** 2 + (dy / (self.h / 2)) ** 2 <= 1
        if kind in ("triangle", "arrow", "polygon", "star"):
            return _in_corners(kind, dx / self.w, dy / self.h, self.props)
        return _in_rounded(dx, dy, self.w, self.h, self.style.get("radius") or 0)

    @property
    def hides(self) -> bool:
        """Whether nothing shows through: a plain opaque rectangle."""
        fill = self.style.get("fill") or {}
        plain = self.type == "shape" and self.props.get("kind") == "rect" and fill.get("type") == "solid"
        return plain and self.opacity >= 1 and alpha(fill["color"]) >= 1

    # Text ---------------------------------------------------------------------------------------------
    @cached_property
    def lines(self) -> list[Line]:
        props = self.props
        size, leading = props["fontSize"], props["lineHeight"]
        shown = wrap_styled(props["text"], self.w, props)
        tall = block_height(len(shown), size, leading)
        spare = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[props.get("verticalAlign", "top")]
        top = self.box.y + (self.h - tall) * spare
        return [self._line(text, top + at * size * leading) for at, text in enumerate(shown)]

    @property
    def inked(self) -> Box:
        """The box around all letters, before the turn."""
        boxes = [line.box for line in self.lines]
        left, top = min(box.x for box in boxes), min(box.y for box in boxes)
        return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)

    @property
    def tall(self) -> float:
        """Height that the block of lines needs."""
        return block_height(len(self.lines), self.props["fontSize"], self.props["lineHeight"])

    def _line(self, text: str, top: float) -> Line:
        props = self.props
        family, weight, size = props["fontFamily"], props["fontWeight"], props["fontSize"]
        across = advance(text, family, weight, size, props.get("letterSpacing") or 0)
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[props.get("align", "left")]
        high, low = letters(text, family, weight)
        y = top + (BASELINE + high) * size
        return Line(text, Box(self.box.x + (self.w - across) * share, y, across, (low - high) * size))


class PageView:
    """photos: what is known about the pictures, by asset id."""

    def __init__(self, page: Json, photos: Mapping[str, Photo]) -> None:
        self.page, self.photos = page, photos
        self.items = [Item(found, at) for at, found in enumerate(_painted(page["objects"]))]
        self._contrasts: dict[int, tuple[float, bool]] = {}

    @property
    def texts(self) -> list[Item]:
        return [item for item in self.items if item.type == "text"]

    def grounds(self, item: Item) -> list[Item]:
        """What may be seen behind a text: from the last thing that hides all below it, upwards."""
        box = item.spread(item.inked)
        below = [
            each
            for each in self.items[: item.at]
            if each.type not in ("text", "line") and each.spread(each.box).overlap(box) > 0
        ]
        corners = [(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
        for at in range(len(below) - 1, -1, -1):
            if below[at].hides and all(below[at].covers(x, y) for x, y in corners):
                return below[at:]
        return below

    def behind(self, grounds: list[Item], x: float, y: float) -> tuple[Rgb, Rgb, bool]:
        """(darkest, lightest) colour that these may show at a point, and whether a photo is in play."""
        whole = Box(0, 0, self.page["width"], self.page["height"])
        color, strength = _paint_at(self.page["background"], whole, x, y)
        dark, light, photo = over(color, strength, WHITE), over(color, strength, WHITE), False
        for each in grounds:
            if not each.covers(x, y):
                continue
            if each.type == "image":
                low, high = self._photo_at(each, x, y, dark, light)
                dark, light = over(low, each.opacity, dark), over(high, each.opacity, light)
                photo = True
            elif each.style.get("fill"):
                dx, dy = each.local(x, y)
                color, strength = _paint_at(each.style["fill"], each.box, each.cx + dx, each.cy + dy)
                strength *= each.opacity
                dark, light = over(color, strength, dark), over(color, strength, light)
                photo = photo and strength < 1
        return dark, light, photo

    def samples(self, item: Item) -> Iterator[tuple[float, float]]:
        """Page points spread over the letters of a text."""
        for line in item.lines:
            if not line.text.strip():
                continue
            steps = max(4, min(12, round(line.box.w / max(line.box.h, 1))))
            for across in range(steps + 1):
                for down in (0.1, 0.5, 0.9):
                    x = line.box.x + line.box.w * across / steps
                    yield item.turned(x, line.box.y + line.box.h * down)

    def _photo_at(self, item: Item, x: float, y: float, below: Rgb, above: Rgb) -> tuple[Rgb, Rgb]:
        """The photo's extremes at a point; through a cut-out, what lies under it may show as well."""
        photo = self.photos.get(str(item.props.get("asset")))
        if photo is None:
            return BLACK, WHITE
        dx, dy = item.local(x, y)
        part, place = item.props["crop"], item.json["transform"]
        across, down = dx / item.w + 0.5, dy / item.h + 0.5
        across = 1 - across if place.get("flipX") else across
        down = 1 - down if place.get("flipY") else down
        dark, light = photo.extremes(part["x"] + part["w"] * across, part["y"] + part["h"] * down)
        if photo.cut_out:
            dark, light = min(dark, luminance_of(below)), max(light, luminance_of(above))
        return grey(dark), grey(light)

    def worst_contrast(self, item: Item) -> tuple[float, bool]:
        """The poorest contrast that any letter of the text may meet, and whether a photo is behind one."""
        if item.at not in self._contrasts:
            self._contrasts[item.at] = self._measured(item)
        return self._contrasts[item.at]

    def _measured(self, item: Item) -> tuple[float, bool]:
        ink = item.style.get("fill") or {"type": "solid", "color": "#000000"}
        color, strength = _paint_at(ink, item.box, item.cx, item.cy)
        strength, grounds = strength * item.opacity, self.grounds(item)
        seen = {self.behind(grounds, x, y) for x, y in self.samples(item)}
        worst = min((_poorest(color, strength, dark, light) for dark, light, _ in seen), default=21.0)
        return worst, any(photo for _, _, photo in seen)


def _poorest(color: Rgb, strength: float, dark: Rgb, light: Rgb) -> float:
    """Contrast of an ink with the worse end of a range of grounds; 1 if it lies within."""
    low, high = luminance_of(dark), luminance_of(light)
    on_low, on_high = (luminance_of(over(color, strength, each)) for each in (dark, light))
    return 1.0 if low < on_low and on_high < high else min(ratio(on_low, low), ratio(on_high, high))


def _painted(objects: list[Json]) -> Iterator[Json]:
    for found in objects:
        if not found.get("visible", True):
            continue
        yield from _painted(found.get("children") or []) if found["type"] == "group" else (found,)


def _paint_at(paint: Json, box: Box, x: float, y: float) -> tuple[Rgb, float]:
    """Colour and opacity of a Paint at a point, before the object is turned."""
    if paint["type"] == "solid":
        return rgb(paint["color"]), alpha(paint["color"])
    dx, dy = x - box.x - box.w / 2, y - box.y - box.h / 2
    if paint["type"] == "linear":
        radians = math.radians(paint.get("angle", 180))
        sin, cos = math.sin(radians), math.cos(radians)
        length = abs(box.w * sin) + abs(box.h * cos)
        at = (dx * sin - dy * cos) / length + 0.5 if length else 0.0
    else:
        at = math.hypot(dx, dy) / math.hypot(box.w / 2, box.h / 2)
    return _between(paint["stops"], at)


def _between(stops: list[Json], at: float) -> tuple[Rgb, float]:
    before = max((stop for stop in stops if stop["at"] <= at), key=lambda stop: stop["at"], default=stops[0])
    after = min((stop for stop in stops if stop["at"] >= at), key=lambda stop: stop["at"], default=stops[-1])
    gap = after["at"] - before["at"]
    share = (at - before["at"]) / gap if gap > 0 else 0.0
    one, other = rgb(before["color"]), rgb(after["color"])
    mixed = tuple(a + (b - a) * share for a, b in zip(one, other, strict=True))
    first, last = alpha(before["color"]), alpha(after["color"])
    return mixed, first + (last - first) * share  # type: ignore[return-value]


def _in_rounded(dx: float, dy: float, w: float, h: float, radius: float) -> bool:
    radius = min(radius, w / 2, h / 2)
    out_x, out_y = abs(dx) - (w / 2 - radius), abs(dy) - (h / 2 - radius)
    return out_x <= 0 or out_y <= 0 or math.hypot(out_x, out_y) <= radius


def _in_corners(kind: str, x: float, y: float, props: Json) -> bool:
    """Whether a point (in parts of the box, from its middle) is inside; outlines as in canvas/outline.js."""
    corners = _corners(kind, int(props.get("points") or 5), props.get("inner") or 0.5)
    inside = False
    for at, (x1, y1) in enumerate(corners):
        x2, y2 = corners[at - 1]
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _corners(kind: str, points: int, inner: float) -> list[tuple[float, float]]:
    if kind == "triangle":
        return [(0, -0.5), (0.5, 0.5), (-0.5, 0.5)]
    if kind == "arrow":
        return [(-0.5, -0.2), (0.1, -0.2), (0.1, -0.5), (0.5, 0), (0.1, 0.5), (0.1, 0.2), (-0.5, 0.2)]
    count = points * 2 if kind == "star" else points
    ring = []
    for at in range(count):
        angle, reach = at / count * math.tau - math.pi / 2, inner if kind == "star" and at % 2 else 1
        ring.append((math.cos(angle) * reach, math.sin(angle) * reach))
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return [
        ((x - min(xs)) / (max(xs) - min(xs)) - 0.5, (y - min(ys)) / (max(ys) - min(ys)) - 0.5)
        for x, y in ring
    ]
