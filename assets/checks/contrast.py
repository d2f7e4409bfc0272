"""Text that does not read on its ground: 4.5:1, or 3:1 from 24 px bold."""

from collections.abc import Iterator

from assets.check import Check, Finding, excerpt, format_of
from assets.document.view import Item, PageView

TEXT, LARGE = 4.5, 3.0
LARGE_PX, BOLD = 24, 700
SCREEN_DPI = 96


class Contrast(Check):
    slug = "contrast"
    label = {"ko": "글자 대비", "en": "Contrast"}

    def look(self, view: PageView) -> Iterator[Finding]:
        for item in view.texts:
            found, photo = view.worst_contrast(item)
            least = needed(view, item)
            if photo or found >= least:
                continue
            yield self.error(
                view,
                item,
                f"«{excerpt(item)}» 글자의 대비가 {found:.1f}:1입니다. {least}:1 이상이어야 합니다.",
                f"«{excerpt(item)}» has a contrast of {found:.1f}:1; it needs {least}:1.",
            )


def needed(view: PageView, item: Item) -> float:
    """The contrast that a text of this size and weight must have. Source: WCAG 2.2, 1.4.3."""
    format = format_of(view)
    large = LARGE_PX * (format.dpi / SCREEN_DPI if format and format.dpi > 150 else 1)
    return LARGE if item.props["fontSize"] >= large and item.props["fontWeight"] >= BOLD else TEXT
