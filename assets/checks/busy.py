"""Text over a picture that is too restless or too like it in lightness."""

from collections.abc import Iterator

from assets.check import Check, Finding, excerpt
from assets.checks.contrast import needed
from assets.document.view import PageView


class Busy(Check):
    slug = "busy"
    label = {"ko": "사진 위의 글", "en": "Text over a picture"}

    def look(self, view: PageView) -> Iterator[Finding]:
        for item in view.texts:
            found, photo = view.worst_contrast(item)
            if not photo or found >= needed(view, item):
                continue
            yield self.error(
                view,
                item,
                f"«{excerpt(item)}» 글이 사진에 묻힙니다({found:.1f}:1). 바탕을 깔거나 글을 옮기세요.",
                f"«{excerpt(item)}» drowns in the picture ({found:.1f}:1). Put a ground between or move it.",
            )
