"""Pictures with too few pixels for the size at which they are shown."""

from collections.abc import Iterator

from assets.check import Check, Finding, format_of
from assets.checks.margins import named
from assets.document.subject import COARSE, COARSE_DPI, FINE, FINE_DPI
from assets.document.view import PageView


class Resolution(Check):
    slug = "resolution"
    label = {"ko": "사진 해상도", "en": "Resolution"}

    def look(self, view: PageView) -> Iterator[Finding]:
        format = format_of(view)
        dpi = format.dpi if format else 72
        for item in view.items:
            if item.type != "image" or not item.props.get("asset"):
                continue
            shown = item.props["natural"]["w"] * item.props["crop"]["w"]
            density = shown / item.w
            poor, fair = (COARSE_DPI / dpi, FINE_DPI / dpi) if dpi > 150 else (COARSE, FINE)
            if density >= fair:
                continue
            say = self.error if density < poor else self.warning
            name, share = named(item), f"{density * 100:.0f}%"
            yield say(
                view,
                item,
                f"«{name}» 사진의 해상도가 {share}뿐입니다. 더 큰 사진을 쓰거나 작게 놓으세요.",
                f"«{name}» has {share} of the pixels it needs. Use a larger one, or show it smaller.",
            )
