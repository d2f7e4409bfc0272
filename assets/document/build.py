"""Small constructors of the neutral document, for whoever composes one.

Boxes are (left, top, width, height) in page pixels, as people think; the document keeps centres.
A fill may be "#rrggbb", "#rrggbbaa", a Paint or None. Pass `rng` for ids that repeat with a seed.
"""

import random
import secrets
from collections.abc import Iterable, Sequence
from typing import Any

SCHEMA = "sparklio.doc/1"
ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
ID_LENGTH = 12
LOCKS = ("select", "move", "resize", "remove", "content", "style")

Box = Sequence[float]
Fill = str | dict[str, Any] | None


def new_id(rng: random.Random | None = None) -> str:
    """Twelve letters and digits, unguessable unless `rng` is given."""
    choose = rng.choice if rng else secrets.choice
    return "".join(choose(ID_LETTERS) for _ in range(ID_LENGTH))


def solid(color: str) -> dict[str, Any]:
    return {"type": "solid", "color": color.lower()}


def linear(angle: float, *stops: tuple[float, str]) -> dict[str, Any]:
    """angle is CSS's: 0 runs up, 90 to the right, 180 down. stops are (at 0–1, colour)."""
    return {"type": "linear", "angle": tidy(angle), "stops": _stops(stops)}


def radial(*stops: tuple[float, str]) -> dict[str, Any]:
    """From the centre to the farthest corner. stops are (at 0–1, colour)."""
    return {"type": "radial", "stops": _stops(stops)}


def paint(fill: Fill) -> dict[str, Any] | None:
    return solid(fill) if isinstance(fill, str) else fill


def stroke(color: str, width: float, dash: Sequence[float] = ()) -> dict[str, Any]:
    return {"color": color.lower(), "width": tidy(width), "dash": [tidy(part) for part in dash]}


def shadow(color: str, *, x: float = 0, y: float = 0, blur: float = 0) -> dict[str, Any]:
    return {"x": tidy(x), "y": tidy(y), "blur": tidy(blur), "color": color.lower()}


def text(
    words: str,
    box: Box,
    *,
    role: str = "body",
    font: str = "Pretendard",
    size: float = 40,
    weight: int = 400,
    fill: Fill = "#111111",
    align: str = "left",
    valign: str = "top",
    line_height: float = 1.3,
    letter_spacing: float = 0,
    italic: bool = False,
    underline: bool = False,
    balance: bool = False,
    uppercase: bool = False,
    **common: Any,
) -> dict[str, Any]:
    """One block of text. `letter_spacing` is a fraction of the size; `common` is what _object() takes."""
    props = {
        "text": words,
        "fontFamily": font,
        "fontSize": tidy(size),
        "fontWeight": weight,
        "fontStyle": "italic" if italic else "normal",
        "align": align,
        "verticalAlign": valign,
        "lineHeight": tidy(line_height),
        "letterSpacing": tidy(letter_spacing, 4),
        "underline": underline,
        "balance": balance,
        "uppercase": uppercase,
    }
    return _object("text", box, props, role=role, fill=fill, **common)


def image(
    asset: Any,
    box: Box,
    *,
    natural: tuple[int, int] | None = None,
    crop: dict[str, float] | None = None,
    focus: tuple[float, float] = (0.5, 0.5),
    alt: str = "",
    role: str = "product-image",
    **common: Any,
) -> dict[str, Any]:
    """A picture that fills the box. Without `crop` it is cut to the box's proportions around `focus` (0–1).

    asset  id of an Asset, or None for a place that waits for one
    natural  (width, height) of the asset in px; for None it is the box itself
    """
    natural = natural or (max(1, round(box[2])), max(1, round(box[3])))
    props = {
        "asset": str(asset) if asset else None,
        "natural": {"w": natural[0], "h": natural[1]},
        "crop": crop or cover(natural, (box[2], box[3]), focus),
        "alt": alt,
    }
    return _object("image", box, props, role=role, **common)


def cover(
    natural: tuple[float, float], size: tuple[float, float], focus: tuple[float, float] = (0.5, 0.5)
) -> dict[str, float]:
    """The largest part of a picture with the proportions of `size`, as near to `focus` (0–1) as it can be."""
    wanted, given = size[0] / size[1], natural[0] / natural[1]
    w, h = (wanted / given, 1.0) if wanted < given else (1.0, given / wanted)
    x = min(max(focus[0] - w / 2, 0), 1 - w)
    y = min(max(focus[1] - h / 2, 0), 1 - h)
    return {"x": tidy(x, 6), "y": tidy(y, 6), "w": tidy(w, 6), "h": tidy(h, 6)}


def shape(
    kind: str,
    box: Box,
    *,
    fill: Fill = "#dddddd",
    points: int | None = None,
    inner: float | None = None,
    role: str = "decoration",
    **common: Any,
) -> dict[str, Any]:
    """kind: rect, ellipse, triangle, polygon, star, arrow; points, inner (0–1) for polygon and star."""
    return _object(
        "shape", box, {"kind": kind, "points": points, "inner": inner}, role=role, fill=fill, **common
    )


def rect(box: Box, **options: Any) -> dict[str, Any]:
    return shape("rect", box, **options)


def ellipse(box: Box, **options: Any) -> dict[str, Any]:
    return shape("ellipse", box, **options)


def line(
    box: Box,
    *,
    fill: Fill = "#111111",
    dash: Sequence[float] = (),
    start_head: str = "none",
    end_head: str = "none",
    role: str = "divider",
    **common: Any,
) -> dict[str, Any]:
    """A line along the middle of the box, as thick as the box is high. Heads: none, arrow, dot or bar."""
    props = {"dash": [tidy(part) for part in dash], "startHead": start_head, "endHead": end_head}
    return _object("line", box, props, role=role, fill=fill, **common)


def group(children: Sequence[dict[str, Any]], *, role: str = "container", **common: Any) -> dict[str, Any]:
    """Holds its children, which stay in page coordinates; its box is theirs together, turns not counted."""
    parts = [child["transform"] for child in children]
    left, top = min(p["cx"] - p["w"] / 2 for p in parts), min(p["cy"] - p["h"] / 2 for p in parts)
    right, bottom = max(p["cx"] + p["w"] / 2 for p in parts), max(p["cy"] + p["h"] / 2 for p in parts)
    made = _object("group", (left, top, right - left, bottom - top), {}, role=role, **common)
    return {**made, "children": list(children)}


def page(
    format: str,
    width: int,
    height: int,
    objects: Iterable[dict[str, Any]] = (),
    *,
    background: str | dict[str, Any] = "#ffffff",
    name: str = "",
    meta: dict[str, Any] | None = None,
    id: str | None = None,
    rng: random.Random | None = None,
) -> dict[str, Any]:
    """One page; objects stand bottom first. `format` is a slug of assets/formats.toml, or "custom"."""
    return {
        "id": id or new_id(rng),
        "name": name,
        "format": format,
        "width": width,
        "height": height,
        "background": paint(background),
        "objects": list(objects),
        "meta": meta or {},
        "ext": {},
    }


def document(
    title: str, pages: Iterable[dict[str, Any]], *, lang: str = "ko", meta: dict[str, Any] | None = None
) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "title": title,
        "lang": lang,
        "pages": list(pages),
        "meta": meta or {},
        "ext": {},
    }


def place(box: Box) -> dict[str, float]:
    """The part of a transform that says where an unturned box stands."""
    left, top, w, h = box
    return {"cx": tidy(left + w / 2), "cy": tidy(top + h / 2), "w": tidy(w), "h": tidy(h)}


def tidy(number: float, places: int = 2) -> float:
    """`number` rounded beyond what anyone can see, and an int when it is whole: 12.0 and 12 are one JSON."""
    rounded = round(number, places)
    return int(rounded) if rounded == int(rounded) else rounded


def _stops(stops: Sequence[tuple[float, str]]) -> list[dict[str, Any]]:
    return [{"at": tidy(at, 4), "color": color.lower()} for at, color in stops]


def _object(
    type: str,
    box: Box,
    props: dict[str, Any],
    *,
    role: str,
    name: str = "",
    fill: Fill = None,
    stroke: dict[str, Any] | None = None,
    radius: float = 0,
    shadow: dict[str, Any] | None = None,
    opacity: float = 1,
    angle: float = 0,
    flip_x: bool = False,
    flip_y: bool = False,
    locks: Sequence[str] = (),
    visible: bool = True,
    source: str = "user",
    meta: dict[str, Any] | None = None,
    ext: dict[str, Any] | None = None,
    id: str | None = None,
    rng: random.Random | None = None,
) -> dict[str, Any]:
    return {
        "id": id or new_id(rng),
        "type": type,
        "role": role,
        "name": name,
        "transform": {**place(box), "angle": tidy(angle), "flipX": flip_x, "flipY": flip_y},
        "style": {
            "opacity": tidy(opacity, 4),
            "fill": paint(fill),
            "stroke": stroke,
            "radius": tidy(radius),
            "shadow": shadow,
        },
        "props": props,
        "locks": {lock: lock in locks for lock in LOCKS},
        "visible": visible,
        "meta": {"source": source, **(meta or {})},
        "ext": ext or {},
        "children": [],
    }
