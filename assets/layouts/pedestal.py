"""Pedestal: the product in a circle on a coloured disc, headline above, everything on one axis."""

from assets import parts
from assets.column import Column
from assets.document.subject import Box
from assets.layout import Layout
from assets.sheet import Sheet


class Pedestal(Layout):
    slug = "pedestal"
    label = {"ko": "원형 받침대", "en": "Pedestal"}
    photo = "needs"
    kin = "object"
    character = ("product", "announcement", "friendly")

    def arrange(self, sheet: Sheet) -> None:
        on = sheet.palette.tint
        sheet.paint = on.fill
        if sheet.wide:
            self.beside(sheet, on)
        else:
            self.stacked(sheet, on)

    def stacked(self, sheet: Sheet, on) -> None:
        area, gap = sheet.area, sheet.rem * 1.3
        top = Column(sheet, self.opening(sheet), area.w).fit(area.h * 0.4)
        foot = Column(sheet, self.closing(sheet), area.w * 0.94).fit(area.h * 0.42)
        room = area.h - top.seen - foot.seen - gap * 2
        radius = min(room / 2, area.w * 0.42)
        if radius < area.w * 0.17:
            foot.fit(area.h * 0.3)
            room = area.h - top.seen - foot.seen - gap * 2
            radius = min(room / 2, area.w * 0.42)
        middle = area.y + top.seen + gap + room / 2
        self.disc(sheet, on, sheet.w / 2, middle, radius)
        top.draw(area.x, area.y, on, align="center")
        foot.draw(area.x + area.w * 0.03, area.bottom - foot.seen, on, align="center")

    def beside(self, sheet: Sheet, on) -> None:
        area = sheet.area
        radius = area.h * 0.45
        x = area.right - radius * 1.02
        width = x - radius - sheet.rem * 2.4 - area.x
        column = Column(sheet, [*self.opening(sheet), *self.closing(sheet)], width).fit(area.h)
        self.disc(sheet, on, x, sheet.h / 2, radius)
        column.draw(area.x, area.y + (area.h - column.seen) / 2, on)

    def disc(self, sheet: Sheet, on, x: float, y: float, radius: float) -> None:
        """A larger disc peeks out behind the picture like a rising sun; a thin ring holds both."""
        sheet.circle(x + radius * 0.1, y - radius * 0.02, radius * 0.98, on.pop)
        sheet.ring(x, y, radius * 1.07, on.line, sheet.hair)
        side = radius * 1.84
        sheet.picture(Box(x - side / 2, y - side / 2, side, side), radius=side / 2, close=0.75)

    def opening(self, sheet: Sheet) -> list:
        return [
            parts.mark(sheet, rem=0.85),
            parts.headline(sheet, least=1.9, most=3.4, lines=3),
            parts.sub(sheet, rem=1.1, weight=400, color="soft", before=0.8),
        ]

    def closing(self, sheet: Sheet) -> list:
        return [
            parts.badge(sheet),
            parts.body(sheet, rem=0.92),
            parts.points(sheet, marks="check", rem=0.92) if sheet.wide else parts.listed(sheet, rem=0.92),
            parts.price(sheet, rem=2.0),
            parts.cta(sheet, before=1.1),
            parts.legal(sheet),
        ]
