"""Characters that none of our fonts can draw."""

from collections.abc import Iterator

from assets.check import Check, Finding, excerpt
from assets.document.measure import missing
from assets.document.view import PageView


class Glyphs(Check):
    slug = "glyphs"
    label = {"ko": "없는 글자", "en": "Missing characters"}

    def look(self, view: PageView) -> Iterator[Finding]:
        for item in view.texts:
            gone = missing(item.props["text"])
            if gone:
                yield self.error(
                    view,
                    item,
                    f"«{excerpt(item)}»의 «{gone}» 글자는 글꼴에 없습니다. 다른 글자로 바꾸세요.",
                    f"No font here has «{gone}» of «{excerpt(item)}». Use other characters.",
                )
