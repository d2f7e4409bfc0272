"""Text that runs out of its box, or a word that the box is too narrow for."""

from collections.abc import Iterator

from assets.check import Check, Finding, excerpt
from assets.document.view import PageView

ROOM = 1.0  # px that rounding may take


class Overflow(Check):
    slug = "overflow"
    label = {"ko": "글 넘침", "en": "Text overflow"}

    def look(self, view: PageView) -> Iterator[Finding]:
        for item in view.texts:
            name = excerpt(item)
            if item.tall > item.h + ROOM or any(line.box.w > item.w + ROOM for line in item.lines):
                yield self.error(
                    view,
                    item,
                    f"«{name}» 글이 상자를 넘칩니다. 상자를 키우거나 글자 크기를 줄이세요.",
                    f"«{name}» runs out of its box. Enlarge the box or use a smaller size.",
                )
            elif self.cuts_a_word(item):
                yield self.warning(
                    view,
                    item,
                    f"«{name}» 단어가 줄 끝에서 잘립니다. 상자를 넓히세요.",
                    f"A word of «{name}» is cut at the end of a line. Widen the box.",
                )

    def cuts_a_word(self, item) -> bool:
        set_words = sum(len(line.text.split(" ")) for line in item.lines)
        return set_words != sum(len(part.split(" ")) for part in item.props["text"].split("\n"))
