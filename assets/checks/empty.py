"""Text objects without text, and places that still wait for a picture."""

from collections.abc import Iterator

from assets.check import Check, Finding
from assets.document.view import PageView


class Empty(Check):
    slug = "empty"
    label = {"ko": "빈 요소", "en": "Empty"}

    def look(self, view: PageView) -> Iterator[Finding]:
        for item in view.items:
            if item.type == "text" and not item.props["text"].strip():
                yield self.error(
                    view,
                    item,
                    "빈 글상자가 있습니다. 글을 넣거나 지우세요.",
                    "A text is empty. Fill it or remove it.",
                )
            if item.type == "image" and not item.props.get("asset"):
                yield self.error(
                    view,
                    item,
                    "그림 자리가 비어 있습니다. 그림을 넣거나 지우세요.",
                    "A place for a picture is empty. Fill it or remove it.",
                )
