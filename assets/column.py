"""Blocks fitted together: under one another in a column, or two columns side by side.

The column gives its headline the largest size that leaves room for the rest; if it must, the rest gets a
little smaller first.
"""

from collections.abc import Callable, Sequence

from assets.blocks import Block, Headline, Rule
from assets.document.palette import Surface
from assets.sheet import Sheet, Unfit

SCALES = (1.0, 0.93, 0.86, 0.79, 0.73)
CONTENT = 0.62  # share of the wished headline size from which smaller secondary text is not worth it


class Column:
    """Blocks under one another in a width, fitted into a height."""

    def __init__(self, sheet: Sheet, blocks: list[Block | None], width: float) -> None:
        self.sheet, self.width, self.scale = sheet, width, 1.0
        self.ease = 0.0  # the headline's size as a share of the wished one, once fitted
        self.blocks = [block for block in blocks if block]
        while self.blocks and isinstance(self.blocks[-1], Rule):  # a rule that divides nothing
            self.blocks.pop()

    def fit(self, height: float) -> "Column":
        """Chooses sizes so that all stands within `height`. Raises Unfit."""
        title = next((block for block in self.blocks if isinstance(block, Headline)), None)
        best: tuple[float, float] | None = None
        for scale in SCALES:
            size = self._try(title, height, scale)
            if size is None:
                continue
            if best is None or size * scale > best[0] * best[1] * 1.05:
                best = (size, scale)
            if title is None or size >= title.most * self.sheet.rem * CONTENT:
                break
        if best is None:
            raise Unfit("The copy is too long for this layout.")
        self._try(title, height, best[1])
        self.ease = best[0] / (title.most * self.sheet.rem) if title else 1.0
        return self

    @property
    def reach(self) -> float:
        """px of the width that the widest block takes."""
        return max((block.reach for block in self.blocks), default=0.0)

    @property
    def seen(self) -> float:
        return sum(block.seen for block in self.blocks) + self._gaps()

    def draw(self, x: float, y: float, on: Surface, *, align: str = "left") -> float:
        """Draws from y on; gives the foot."""
        for at, block in enumerate(self.blocks):
            y += self._gap(at)
            block.draw(self.sheet, x, y, self.width, align, on)
            y += block.seen
        return y

    def _try(self, title: Headline | None, height: float, scale: float) -> float | None:
        self.scale = scale
        try:
            for block in self.blocks:
                if block is not title:
                    block.fit(self.sheet, self.width, scale)
        except Unfit:
            return None
        others = [block for block in self.blocks if block is not title]
        left = height - sum(block.seen for block in others) - self._gaps()
        if title is None:
            return 1.0 if left >= 0 else None
        if not title.fit_in(self.sheet, self.width, left, max((block.size for block in others), default=0)):
            return None
        return title.size

    def _gap(self, at: int) -> float:
        return self.blocks[at].before * self.sheet.rem * self.scale if at else 0.0

    def _gaps(self) -> float:
        return sum(self._gap(at) for at in range(len(self.blocks)))


def sparing(heights: Sequence[float], make: Callable[[], Column]) -> Column:
    """A column in the first of these heights that does not squeeze its headline, else in the last it fits.

    Raises Unfit if none does.
    """
    found = None
    for height in heights:
        try:
            found = make().fit(height)
        except Unfit:
            continue
        if found.ease >= CONTENT:
            break
    if found is None:
        raise Unfit("The copy is too long for this layout.")
    return found


class Row:
    """Two columns side by side: the left flush left, the right flush right. share: of the right one."""

    def __init__(self, sheet: Sheet, left: list, right: list, width: float, *, share: float = 0.45) -> None:
        gap = sheet.rem * 1.4
        kept = [any(side) for side in (left, right)]
        inner = width - (gap if all(kept) else 0)
        self.width = width
        self.right = Column(sheet, right, inner * share if kept[0] else inner)
        self.left = Column(sheet, left, inner - self.right.width if kept[1] else inner)

    def fit(self, height: float) -> "Row":
        self.left.fit(height)
        self.right.fit(height)
        return self

    @property
    def seen(self) -> float:
        return max(self.left.seen, self.right.seen)

    def draw(self, x: float, y: float, on: Surface, *, level: float = 0.5, right: str = "right") -> float:
        """level: 0 aligns heads, 0.5 middles, 1 feet. right: how the right column is set. Gives the foot."""
        for column, left, align in (
            (self.left, x, "left"),
            (self.right, x + self.width - self.right.width, right),
        ):
            column.draw(left, y + (self.seen - column.seen) * level, on, align=align)
        return y + self.seen
