"""Text, buttons and logos that the channel's own interface or the printer's knife would cover."""

from collections.abc import Iterator

from assets.check import Check, Finding, format_of
from assets.document.subject import Box
from assets.document.view import Item, PageView

ROOM = 0.5  # px that rounding may take
CUSTOM = 0.025  # share of the shorter side that stays free on a page of no known format
KEPT = ("logo", "cta-button", "product-logo")


class Margins(Check):
    slug = "margins"
    label = {"ko": "안전 여백", "en": "Safe margins"}

    def look(self, view: PageView) -> Iterator[Finding]:
        safe, known = safe_box(view), format_of(view) is not None
        for item in view.items:
            if not any(outside(box, safe) for box in kept_boxes(item)):
                continue
            say = self.error if known else self.warning
            yield say(
                view,
                item,
                f"«{named(item)}» 요소가 안전 여백 밖으로 나갑니다. 안쪽으로 옮기세요.",
                f"«{named(item)}» reaches outside the safe margins. Move it inwards.",
            )


def safe_box(view: PageView) -> Box:
    width, height = view.page["width"], view.page["height"]
    format = format_of(view)
    if format is None:
        rim = CUSTOM * min(width, height)
        return Box(rim, rim, width - 2 * rim, height - 2 * rim)
    safe = format.safe
    return Box(safe.left, safe.top, width - safe.left - safe.right, height - safe.top - safe.bottom)


def kept_boxes(item: Item) -> list[Box]:
    """The parts of an object that must stay visible."""
    if item.type == "text":
        return [item.spread(line.box) for line in item.lines if line.text]
    return [item.spread(item.box)] if item.role in KEPT else []


def outside(box: Box, safe: Box) -> bool:
    return (
        box.x < safe.x - ROOM
        or box.y < safe.y - ROOM
        or box.right > safe.right + ROOM
        or box.bottom > safe.bottom + ROOM
    )


def named(item: Item) -> str:
    return item.json.get("name") or item.role or item.type
