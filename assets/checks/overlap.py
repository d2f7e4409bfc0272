"""Text that lies on other text, or under something that hides it."""

from collections.abc import Iterator
from itertools import combinations

from assets.check import Check, Finding, excerpt
from assets.document.colour import alpha
from assets.document.view import Item, PageView

TOUCH = 1.0  # px² that rounding may take
VEILED = 0.3  # opacity from which something above text hides it


class Overlap(Check):
    slug = "overlap"
    label = {"ko": "겹친 글", "en": "Overlapping text"}

    def look(self, view: PageView) -> Iterator[Finding]:
        inked = {item.at: [item.spread(line.box) for line in item.lines if line.text] for item in view.texts}
        for one, other in combinations(view.texts, 2):
            if any(a.overlap(b) > TOUCH for a in inked[one.at] for b in inked[other.at]):
                yield self.error(
                    view,
                    other,
                    f"«{excerpt(one)}» 글과 «{excerpt(other)}» 글이 겹칩니다. 하나를 옮기세요.",
                    f"«{excerpt(one)}» and «{excerpt(other)}» overlap. Move one of them.",
                )
        for item in view.texts:
            if any(self.hides(above, item, view) for above in view.items[item.at + 1 :]):
                yield self.error(
                    view,
                    item,
                    f"«{excerpt(item)}» 글이 다른 요소에 가려집니다. 순서를 앞으로 가져오세요.",
                    f"«{excerpt(item)}» is hidden by something above it. Bring it forward.",
                )

    def hides(self, above: Item, item: Item, view: PageView) -> bool:
        if above.type not in ("image", "shape") or above.opacity < VEILED:
            return False
        if above.spread(above.box).overlap(item.spread(item.inked)) <= 0:
            return False
        fill = above.style.get("fill")
        if above.type == "shape" and (not fill or all(alpha(color) < VEILED for color in colors(fill))):
            return False
        return any(above.covers(x, y) for x, y in view.samples(item))


def colors(fill: dict) -> list[str]:
    return [fill["color"]] if fill["type"] == "solid" else [stop["color"] for stop in fill["stops"]]
