"""Copy longer than its role may be in this format."""

from collections.abc import Iterator

from assets.check import Check, Finding, excerpt, format_of
from assets.document.view import PageView
from assets.formats import length

LIMIT_OF = {
    "headline": "headline",
    "subheadline": "subheadline",
    "body": "body",
    "info-text": "bullet",
    "cta-text": "cta",
    "badge": "badge",
    "price": "price",
    "disclaimer": "legal",
}


class Limits(Check):
    slug = "limits"
    label = {"ko": "글자 수 제한", "en": "Character limits"}

    def look(self, view: PageView) -> Iterator[Finding]:
        format = format_of(view)
        for item in view.texts if format else []:
            most = format.limits.get(LIMIT_OF.get(item.role, ""))
            long = length(item.props["text"])
            if most and long > most:
                name, label = excerpt(item), format.label
                yield self.warning(
                    view,
                    item,
                    f"«{name}» 글이 {long:.0f}자입니다. {label['ko']}에서는 {most}자까지가 좋습니다.",
                    f"«{name}» has {long:.0f} characters; for {label['en']} stay within {most}.",
                )
