"""Text too small for the channel."""

from collections.abc import Iterator

from assets.check import Check, Finding, excerpt, format_of
from assets.document.view import Item, PageView

FINE = ("disclaimer", "caption")
CUSTOM = {"text": 0.02, "legal": 0.015}  # share of the shorter side, for a page of no known format


class Smallest(Check):
    slug = "smallest"
    label = {"ko": "너무 작은 글자", "en": "Too small"}

    def look(self, view: PageView) -> Iterator[Finding]:
        for item in view.texts:
            least, size = smallest(view, item), item.props["fontSize"]
            if size >= least:
                continue
            yield self.error(
                view,
                item,
                f"«{excerpt(item)}» 글자가 {size:g}px입니다. {least:g}px 이상으로 키우세요.",
                f"«{excerpt(item)}» is {size:g} px. Make it at least {least:g} px.",
            )


def smallest(view: PageView, item: Item) -> float:
    kind = "legal" if item.role in FINE else "text"
    format = format_of(view)
    if format:
        return format.least[kind]
    return round(CUSTOM[kind] * min(view.page["width"], view.page["height"]))
