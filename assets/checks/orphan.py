"""A last line of one syllable."""

from collections.abc import Iterator

from assets.check import Check, Finding, excerpt
from assets.document.view import PageView
from assets.document.wrap import is_orphan


class Orphan(Check):
    slug = "orphan"
    label = {"ko": "외톨이 글자", "en": "Lonely syllable"}

    def look(self, view: PageView) -> Iterator[Finding]:
        for item in view.texts:
            breaks = item.props["text"].count("\n") + 1
            if len(item.lines) > breaks and is_orphan(item.lines[-1].text):
                yield self.warning(
                    view,
                    item,
                    f"«{excerpt(item)}»의 마지막 줄에 한 글자만 남습니다. 상자 너비를 조금 바꾸세요.",
                    f"The last line of «{excerpt(item)}» is one syllable. Change the box's width a little.",
                )
