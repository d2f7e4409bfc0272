"""Objects that lie wholly beside the page, and text that is cut by its edge."""

from collections.abc import Iterator

from assets.check import Check, Finding
from assets.checks.margins import kept_boxes, named, outside
from assets.document.subject import Box
from assets.document.view import PageView


class OffPage(Check):
    slug = "off_page"
    label = {"ko": "페이지 밖 요소", "en": "Off the page"}

    def look(self, view: PageView) -> Iterator[Finding]:
        page = Box(0, 0, view.page["width"], view.page["height"])
        for item in view.items:
            name = named(item)
            if any(outside(box, page) for box in kept_boxes(item)):
                yield self.error(
                    view,
                    item,
                    f"«{name}» 요소가 페이지 끝에서 잘립니다. 안쪽으로 옮기세요.",
                    f"«{name}» is cut by the edge of the page. Move it inwards.",
                )
            elif item.w and item.h and item.spread(item.box).overlap(page) <= 0:
                yield self.warning(
                    view,
                    item,
                    f"«{name}» 요소가 페이지 밖에 있어 보이지 않습니다. 옮기거나 지우세요.",
                    f"«{name}» lies beside the page and is never seen. Move it or remove it.",
                )
