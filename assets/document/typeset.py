"""Where every line of text stands on a page, as editor and press draw it."""

from collections.abc import Iterator
from math import cos, radians, sin
from typing import Any, NamedTuple

from assets.document.measure import BASELINE, advance, block_height
from assets.document.wrap import wrap_styled


class Line(NamedTuple):
    """x, y: page px of the start of the baseline; cos, sin of the turn, clockwise as y runs down."""

    text: str
    x: float
    y: float
    width: float
    size: float
    cos: float
    sin: float


def typeset(page: dict[str, Any]) -> list[Line]:
    """Every line that can be seen, in reading order: object by object from the top, then from the left."""
    blocks = sorted(_texts(page["objects"]), key=lambda found: _corner(found["transform"]))
    return [line for found in blocks for line in lines(found)]


def lines(found: dict[str, Any]) -> list[Line]:
    """The lines of one text object; empty ones are left out."""
    props, box = found["props"], found["transform"]
    style = (props["fontFamily"], props["fontWeight"], props["fontSize"], props["letterSpacing"])
    size, pitch = props["fontSize"], props["fontSize"] * props["lineHeight"]
    texts = wrap_styled(props["text"], box["w"], props)
    spare = box["h"] - block_height(len(texts), size, props["lineHeight"])
    top = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[props["verticalAlign"]] * spare - box["h"] / 2
    turn = (cos(radians(box["angle"])), sin(radians(box["angle"])))
    made = []
    for number, text in enumerate(texts):
        width = advance(text, *style)
        left = {"left": 0.0, "center": 0.5, "right": 1.0}[props["align"]] * (box["w"] - width) - box["w"] / 2
        down = top + BASELINE * size + number * pitch
        x, y = left * turn[0] - down * turn[1], left * turn[1] + down * turn[0]
        if text.strip() and width > 0:
            made.append(Line(text, box["cx"] + x, box["cy"] + y, width, size, *turn))
    return made


def _texts(objects: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for found in objects:
        if not found.get("visible", True):
            continue
        if found["type"] == "text":
            yield found
        elif found["type"] == "group":
            yield from _texts(found["children"])


def _corner(box: dict[str, Any]) -> tuple[float, float]:
    return box["cy"] - box["h"] / 2, box["cx"] - box["w"] / 2
