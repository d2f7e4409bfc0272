"""Colour blocks: stripes of the kit's colours of unequal height, a line of the message on each."""

from assets import parts
from assets.column import Column, Row
from assets.document.subject import Box
from assets.layout import Layout
from assets.sheet import Sheet


class ColorBlocks(Layout):
    slug = "color_blocks"
    label = {"ko": "컬러 블록", "en": "Colour blocks"}
    photo = "never"
    kin = "type"
    character = ("friendly", "price", "announcement", "benefit list")

    def arrange(self, sheet: Sheet) -> None:
        palette, pad = sheet.palette, sheet.rem * 1.5
        first, second, third = palette.accent, palette.brand, palette.paper
        sheet.paint = second.fill
        area = sheet.area
        head = Row(sheet, [parts.mark(sheet)], [parts.badge(sheet)], area.w).fit(area.h * 0.2)
        text = [parts.body(sheet), parts.points(sheet, marks="check")]
        foot = parts.foot(sheet, text).fit(area.h * 0.5)
        top = area.y + head.seen + pad if head.seen else area.y
        bottom = area.bottom - foot.seen - pad if foot.seen else sheet.h
        room = (bottom if foot.seen else area.bottom) - top - pad * 2
        title = Column(sheet, self.title(sheet), area.w).fit(room)
        if head.seen:
            sheet.fill(Box(0, 0, sheet.w, top), first.fill)
        free = area.right - area.x - title.reach
        self.corner(
            sheet, second, bottom, min((bottom - top) * 0.62, free + sheet.w - area.right - sheet.rem)
        )
        if foot.seen:
            sheet.fill(Box(0, bottom, sheet.w, sheet.h - bottom), third.fill)
        head.draw(area.x, area.y, first)
        title.draw(area.x, top + pad + (room - title.seen) * 0.5, second)
        foot.draw(area.x, bottom + pad, third)

    def corner(self, sheet: Sheet, on, bottom: float, radius: float) -> None:
        """Quarter circles rise from the lower right of the large block, where the words leave room."""
        if radius < sheet.rem * 2.5:
            return
        for share, color in ((1.0, on.wash), (0.5, on.pop)):
            reach = radius * share
            sheet.circle(sheet.w, bottom, reach, color)

    def title(self, sheet: Sheet) -> list:
        return [
            parts.headline(sheet, least=1.9, most=5.4, lines=5),
            parts.sub(sheet, rem=1.2, before=1.1),
        ]
