"""The bullets as blocks: with marks under one another, or on one axis."""

from dataclasses import dataclass, field, replace

from assets.blocks import SHIFT, Block, first_fit, first_line
from assets.document.fit import Fitted, Type, set_at
from assets.document.palette import Surface
from assets.document.subject import Box
from assets.sheet import Sheet, Unfit


@dataclass
class Points(Block):
    """The bullets. marks: "dot", "check", "number" or "rule" (numbered rows between hairlines)."""

    texts: tuple[str, ...]
    type: Type
    marks: str = "dot"
    rem: float = 1.0
    color: str = "ink"
    before: float = 1.0
    gap: float = 0.62
    rows: list[Fitted] = field(default_factory=list)
    indent: float = 0.0

    @property
    def reach(self) -> float:
        return self.indent + max(made.width for made in self.rows)

    def fit(self, sheet: Sheet, width: float, scale: float) -> None:
        wanted = max(round(sheet.rem * self.rem * scale), sheet.least())
        self.indent = wanted * {"dot": 0.9, "check": 1.35, "number": 1.9, "rule": 2.3}[self.marks]
        least = max(sheet.least(), round(wanted * 0.86))
        sizes = [first_fit(text, self.type, width - self.indent, wanted, least, 2) for text in self.texts]
        if None in sizes:
            raise Unfit("A point is too long.")
        size = min(made.size for made in sizes)
        self.rows = [first_fit(text, self.type, width - self.indent, size, least, 2) for text in self.texts]
        if None in self.rows:
            raise Unfit("A point is too long.")
        self.size = size
        self.step = self.gap * sheet.rem * scale
        self.seen = sum(made.seen for made in self.rows) + self.step * (len(self.rows) - 1)
        if self.marks == "rule":
            self.seen += self.step * (len(self.rows) + 1)

    def draw(self, sheet: Sheet, x: float, y: float, width: float, align: str, on: Surface) -> None:
        for at, made in enumerate(self.rows):
            if self.marks == "rule":
                sheet.rule(x, y, width, on.line)
                y += self.step
            self._mark(sheet, x, y, made, at, on)
            sheet.words(
                made, f"bullets.{at}", x + self.indent, y, width - self.indent, getattr(on, self.color)
            )
            y += made.seen + self.step
        if self.marks == "rule":
            sheet.rule(x, y, width, on.line)

    def _mark(self, sheet: Sheet, x: float, y: float, made: Fitted, at: int, on: Surface) -> None:
        middle = y + first_line(made) / 2
        size = made.size
        if self.marks == "dot":
            sheet.circle(x + size * 0.16, middle, size * 0.14, on.pop)
        elif self.marks == "check":
            sheet.circle(x + size * 0.45, middle, size * 0.45, on.button)
            _tick(sheet, x + size * 0.45, middle, size * 0.42, on.on_button)
        else:
            number = set_at(
                f"{at + 1:02d}", replace(self.type, weight=sheet.text(800).weight), size, size * 2
            )
            sheet.words(number, f"number.{at}", x, y, self.indent, on.strong)


@dataclass
class Listed(Block):
    """The bullets of a centred column: in one row with dots between if they fit, else one under another."""

    texts: tuple[str, ...]
    type: Type
    rem: float = 1.0
    color: str = "ink"
    before: float = 1.0
    rows: list[Fitted] = field(default_factory=list)
    in_row: bool = False

    @property
    def reach(self) -> float:
        return sum(made.width + self.gap for made in self.rows)

    def fit(self, sheet: Sheet, width: float, scale: float) -> None:
        size = max(round(sheet.rem * self.rem * scale), sheet.least())
        self.rows = [
            first_fit(text, self.type, width, size, max(sheet.least(), round(size * 0.86)), 2)
            for text in self.texts
        ]
        if None in self.rows:
            raise Unfit("A point is too long.")
        self.size = size
        self.gap = size * 1.5
        across = sum(made.width for made in self.rows) + self.gap * (len(self.rows) - 1)
        self.in_row = across <= width and all(len(made.lines) == 1 for made in self.rows)
        step = sheet.rem * 0.6 * scale
        self.step = step
        self.seen = (
            max(made.seen for made in self.rows)
            if self.in_row
            else sum(made.seen for made in self.rows) + step * (len(self.rows) - 1)
        )

    def draw(self, sheet: Sheet, x: float, y: float, width: float, align: str, on: Surface) -> None:
        ink = getattr(on, self.color)
        if not self.in_row:
            for at, made in enumerate(self.rows):
                sheet.words(made, f"bullets.{at}", x, y, width, ink, align=align)
                y += made.seen + self.step
            return
        across = sum(made.width for made in self.rows) + self.gap * (len(self.rows) - 1)
        left = x + (width - across) * SHIFT[align]
        for at, made in enumerate(self.rows):
            shown = replace(made, frame=made.width * 1.02 + 2)
            sheet.words(shown, f"bullets.{at}", left, y, shown.frame, ink)
            if at:
                sheet.circle(left - self.gap / 2, y + self.seen / 2, made.size * 0.11, on.button)
            left += made.width + self.gap


def _tick(sheet: Sheet, x: float, y: float, reach: float, color: str) -> None:
    """A check mark of two bars."""
    thick = max(reach * 0.22, 2)
    sheet.fill(
        _bar(x - reach * 0.27, y + reach * 0.16, reach * 0.5, thick), color, angle=45, radius=thick / 2
    )
    sheet.fill(_bar(x + reach * 0.14, y, reach * 0.95, thick), color, angle=-52, radius=thick / 2)


def _bar(x: float, y: float, length: float, thick: float) -> Box:
    return Box(x - length / 2, y - thick / 2, length, thick)
