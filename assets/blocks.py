"""What a column of a design is made of: text, headline, button, badge, rule, brand.

A block measures itself for a width (`fit`) and draws itself (`draw`); assets/column.py fits them together.
"""

from dataclasses import dataclass, replace

from assets.document import build
from assets.document.colour import luminance, ratio
from assets.document.fit import Fitted, Type, fit_title, set_at
from assets.document.measure import advance
from assets.document.palette import Surface
from assets.document.subject import Box
from assets.sheet import Sheet, Unfit

HIERARCHY = 1.45  # a headline is at least this much larger than any other running text of its column
LARGE_PX, BOLD = 24, 700  # from here text may have a contrast of 3:1 (WCAG 2.2, 1.4.3)
SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}


class Block:
    """before: space above in rem, when something stands above."""

    before = 0.0
    seen = 0.0
    size = 0
    made: Fitted | None = None

    @property
    def reach(self) -> float:
        """px that it takes of the width it was given, once fitted."""
        return self.made.width if self.made else 0.0

    def fit(self, sheet: Sheet, width: float, scale: float) -> None:
        """Measures itself for this width. Raises Unfit."""
        raise NotImplementedError

    def draw(self, sheet: Sheet, x: float, y: float, width: float, align: str, on: Surface) -> None:
        """Draws itself with its ink's top at y."""
        raise NotImplementedError


@dataclass
class Words(Block):
    """A paragraph. rem: its size; lines: at most so many; color: a name of the surface's text colours."""

    text: str
    field: str
    type: Type
    rem: float = 1.0
    color: str = "ink"
    lines: int = 99
    before: float = 0.8
    fine: bool = False
    made: Fitted | None = None

    def fit(self, sheet: Sheet, width: float, scale: float) -> None:
        least = sheet.least("legal" if self.fine else "text")
        wanted = max(round(sheet.rem * self.rem * scale), least)
        self.made = first_fit(
            self.text, self.type, width, wanted, max(least, round(wanted * 0.86)), self.lines
        )
        if self.made is None:
            raise Unfit(f"The {self.field} does not fit.")
        self.seen, self.size = self.made.seen, self.made.size

    def draw(self, sheet: Sheet, x: float, y: float, width: float, align: str, on: Surface) -> None:
        color = getattr(on, spoken(sheet, self.color, self.made))
        sheet.words(self.made, self.field, x, y, width, color, align=align)


@dataclass
class Headline(Block):
    """The one thing that is read first. least, most: rem; lines: at most so many."""

    text: str
    type: Type
    least: float = 1.9
    most: float = 4.2
    lines: int = 5
    color: str = "ink"
    before: float = 0.9
    field: str = "headline"
    made: Fitted | None = None

    def fit_in(self, sheet: Sheet, width: float, height: float, others: int) -> bool:
        least = max(round(sheet.rem * self.least), round(others * HIERARCHY))
        most = max(round(sheet.rem * self.most), least)
        self.made = fit_title(self.text, self.type, width, height, least=least, most=most, lines=self.lines)
        if self.made:
            self.seen, self.size = self.made.seen, self.made.size
        return self.made is not None

    def draw(self, sheet: Sheet, x: float, y: float, width: float, align: str, on: Surface) -> None:
        color = getattr(on, spoken(sheet, self.color, self.made))
        sheet.words(self.made, self.field, x, y, width, color, align=align)


@dataclass
class Chip(Block):
    """Text on a filled shape. kind: "button" or "badge"; corner: radius as a share of its height."""

    text: str
    kind: str
    type: Type
    rem: float = 1.0
    pad: tuple[float, float] = (1.15, 0.72)
    corner: float = 0.5
    before: float = 1.4
    outlined: bool = False
    full: bool = False
    made: Fitted | None = None
    box: tuple[float, float] = (0, 0)

    @property
    def reach(self) -> float:
        return self.box[0]

    def fit(self, sheet: Sheet, width: float, scale: float) -> None:
        least = max(sheet.least(), 24)
        wanted = max(round(sheet.rem * self.rem * scale), least)
        for size in range(wanted, max(least, round(wanted * 0.8)) - 1, -1):
            across = advance(self.text, self.type.family, self.type.weight, size, self.type.tracking)
            if across + 2 * self.pad[0] * size <= width:
                self.made = set_at(self.text, replace(self.type, leading=1.2), size, across * 1.06 + 2)
                break
        if self.made is None:
            raise Unfit(f"The {self.kind} is too long.")
        tall = self.made.seen + 2 * self.pad[1] * self.made.size
        self.box = (width if self.full else self.made.width + 2 * self.pad[0] * self.made.size, tall)
        self.seen, self.size = tall, 0

    def draw(self, sheet: Sheet, x: float, y: float, width: float, align: str, on: Surface) -> None:
        across, tall = self.box
        left = x + (width - across) * SHIFT[align]
        fill, ink = getattr(on, self.kind), getattr(on, f"on_{self.kind}")
        self.shape(sheet, Box(left, y, across, tall), fill, on)
        self.label(sheet, Box(left, y, across, tall), on.ink if self.outlined else ink)

    def shape(self, sheet: Sheet, box: Box, fill: str, on: Surface) -> None:
        role = "cta-button" if self.kind == "button" else "decoration"
        name = (
            sheet.say("버튼", "Button") if self.kind == "button" else sheet.say("배지 바탕", "Badge ground")
        )
        radius = box.h * self.corner
        if self.outlined:
            line = {"color": on.ink, "width": sheet.hair * 1.4, "dash": []}
            sheet.fill(box, None, radius=radius, role=role, name=name, stroke=line)
        else:
            sheet.fill(box, fill, radius=radius, role=role, name=name)

    def label(self, sheet: Sheet, box: Box, ink: str) -> None:
        made = replace(self.made, frame=min(box.w - 2, self.made.frame))
        field = "cta" if self.kind == "button" else "badge"
        top = box.y + (box.h - made.seen) / 2
        sheet.words(made, field, box.x, top, box.w, ink, align="center")


@dataclass
class Offer(Block):
    """Price and button on one line where they have room, else one under the other."""

    price: Words
    button: Chip
    before: float = 1.2
    in_row: bool = True

    @property
    def reach(self) -> float:
        return self.price.reach + self.gap + self.button.reach

    def fit(self, sheet: Sheet, width: float, scale: float) -> None:
        gap = sheet.rem * 0.9
        self.button.fit(sheet, width, scale)
        self.price.fit(sheet, width, scale)
        self.in_row = (
            self.price.made.width + gap + self.button.box[0] <= width and len(self.price.made.lines) == 1
        )
        self.gap = gap if self.in_row else gap * scale
        both = (self.price.seen, self.button.seen)
        self.seen, self.size = (max(both) if self.in_row else sum(both) + self.gap), self.price.size

    def draw(self, sheet: Sheet, x: float, y: float, width: float, align: str, on: Surface) -> None:
        if not self.in_row:
            self.price.draw(sheet, x, y, width, align, on)
            self.button.draw(sheet, x, y + self.price.seen + self.gap, width, align, on)
            return
        across = self.price.made.width + self.gap + self.button.box[0]
        left = x + (width - across) * SHIFT[align]
        shown = replace(self.price, made=replace(self.price.made, frame=self.price.made.width * 1.02 + 2))
        shown.draw(sheet, left, y + (self.seen - self.price.seen) / 2, shown.made.frame, "left", on)
        left += self.price.made.width + self.gap
        self.button.draw(sheet, left, y + (self.seen - self.button.seen) / 2, self.button.box[0], "left", on)


@dataclass
class Rule(Block):
    """A line. length: rem, 0 for the whole column."""

    length: float = 0.0
    thick: float = 0.0
    color: str = "line"
    before: float = 1.0

    def fit(self, sheet: Sheet, width: float, scale: float) -> None:
        self.seen = self.thick * sheet.rem or sheet.hair

    def draw(self, sheet: Sheet, x: float, y: float, width: float, align: str, on: Surface) -> None:
        length = self.length * sheet.rem or width
        left = x + (width - length) * SHIFT[align]
        sheet.rule(left, y, length, getattr(on, self.color), thick=self.seen)


@dataclass
class Mark(Block):
    """The brand: its logo, or its name beside a dot. rem: size of the name."""

    type: Type
    rem: float = 0.9
    color: str = "ink"
    before: float = 1.0
    dot: bool = True
    made: Fitted | None = None
    across: float = 0.0

    @property
    def reach(self) -> float:
        return self.across

    def fit(self, sheet: Sheet, width: float, scale: float) -> None:
        look = sheet.brief.look
        size = max(round(sheet.rem * self.rem), sheet.least())
        if look.logo:
            self.seen = min(size * 1.9, width / look.logo.aspect)
            self.across = self.seen * look.logo.aspect
            return
        self.indent = size * 0.72 if self.dot else 0.0
        self.made = first_fit(
            look.name, self.type, width - self.indent, size, max(round(size * 0.7), sheet.least()), 1
        )
        if self.made is None:
            raise Unfit("The brand's name is too long for its place.")
        self.seen, self.across = self.made.seen, self.made.width + self.indent

    def draw(self, sheet: Sheet, x: float, y: float, width: float, align: str, on: Surface) -> None:
        left = x + (width - self.across) * SHIFT[align]
        if sheet.brief.look.logo:
            _logo(sheet, Box(left, y, self.across, self.seen), on)
            return
        if self.dot:
            size = self.made.size
            sheet.circle(left + size * 0.22, y + self.seen / 2, size * 0.22, on.button)
        shown = replace(self.made, frame=self.made.width * 1.02 + 2)
        sheet.words(shown, "brand", left + self.indent, y, shown.frame, getattr(on, self.color))


def spoken(sheet: Sheet, color: str, made: Fitted) -> str:
    """`loud` is for large bold text only; all else takes `strong`, which reads at any size."""
    large = made.type.weight >= BOLD and made.size >= LARGE_PX * max(1.0, sheet.format.dpi / 96)
    return "strong" if color == "loud" and not large else color


def first_line(made: Fitted) -> float:
    """Height of the letters of the first line."""
    return made.seen - (len(made.lines) - 1) * made.size * made.type.leading


def first_fit(text: str, type: Type, width: float, most: int, least: int, lines: int) -> Fitted | None:
    """The text at `most` px, or the first smaller size at which no word breaks and lines are few enough."""
    for size in range(most, least - 1, -1):
        made = set_at(text, type, size, width)
        if made and len(made.lines) <= lines:
            return made
    return None


def _logo(sheet: Sheet, box: Box, on: Surface) -> None:
    """The logo; on a plain plate of the kit's lightest or darkest ground if it would drown here."""
    logo = sheet.brief.look.logo
    if logo.cut_out and ratio(logo.mean, luminance(on.fill)) < 2.5:
        grounds = (sheet.palette.paper.fill, sheet.palette.deep.fill, "#ffffff", "#111111")
        plate = max(grounds, key=lambda each: ratio(logo.mean, luminance(each)))
        rim = box.h * 0.28
        around = Box(box.x - rim, box.y - rim, box.w + 2 * rim, box.h + 2 * rim)
        sheet.fill(around, plate, radius=rim, name=sheet.say("로고 바탕", "Logo plate"))
    sheet.add(
        build.image(
            logo.asset,
            (box.x, box.y, box.w, box.h),
            natural=(logo.width, logo.height),
            crop={"x": 0, "y": 0, "w": 1, "h": 1},
            alt=sheet.brief.look.name,
            role="logo",
            name=sheet.say("로고", "Logo"),
            **sheet.own({}),
        )
    )
