"""Framed card: the photo as a print with a wide white rim, and a caption set like a museum label."""

from assets import parts
from assets.column import Column, Row
from assets.document import build
from assets.document.subject import Box
from assets.layout import Layout
from assets.sheet import Sheet


class FramedCard(Layout):
    slug = "framed_card"
    label = {"ko": "액자 카드", "en": "Framed card"}
    photo = "needs"
    kin = "object"
    character = ("emotion", "premium", "product")

    def arrange(self, sheet: Sheet) -> None:
        page, card = sheet.palette.tint, sheet.palette.paper
        sheet.paint = page.fill
        area = sheet.area
        rim = sheet.rem * 0.9
        if sheet.wide:
            self.beside(sheet, page, card, rim)
            return
        brand = Row(sheet, [parts.mark(sheet)], [parts.badge(sheet)], area.w).fit(area.h * 0.2)
        lift = brand.seen + sheet.rem * 1.2 if brand.seen else 0
        frame = Box(area.x, area.y + lift, area.w, area.h - lift)
        column = self.words(sheet, frame.w - 2 * rim).fit(frame.h * 0.56 - rim)
        sheet.fill(frame, card.fill, shadow=self.shade(sheet))
        inner = Box(frame.x + rim, frame.y + rim, frame.w - 2 * rim, frame.h - column.seen - rim * 3.4)
        sheet.picture(inner)
        column.draw(inner.x, inner.bottom + rim * 1.25, card)
        brand.draw(area.x, area.y, page)

    def beside(self, sheet: Sheet, page, card, rim: float) -> None:
        """The print on the left, the label on the bare page."""
        area = sheet.area
        side = area.h * 0.92
        frame = Box(area.x, area.y, side, area.h)
        left = frame.right + sheet.rem * 2.2
        column = self.words(sheet, area.right - left, brand=True).fit(area.h)
        sheet.fill(frame, card.fill, shadow=self.shade(sheet))
        sheet.picture(Box(frame.x + rim, frame.y + rim, frame.w - 2 * rim, frame.h - rim * 3.2))
        label = Column(sheet, [parts.badge(sheet, rem=0.7)], frame.w - 2 * rim).fit(area.h)
        label.draw(frame.x + rim, frame.bottom - rim * 1.1 - label.seen / 2, card)
        column.draw(left, area.bottom - column.seen, page)

    def words(self, sheet: Sheet, width: float, *, brand: bool = False) -> Column:
        blocks = [
            parts.mark(sheet) if brand else None,
            parts.headline(sheet, serif=True, least=1.7, most=2.7, lines=4),
            parts.sub(sheet, rem=1.05, weight=400, color="soft", before=0.8),
            parts.body(sheet, rem=0.92),
            parts.points(sheet, rem=0.92, weight=400),
            *parts.offer(
                sheet,
                parts.price(sheet, rem=1.7),
                parts.cta(sheet, corner=0.0, outlined=True, rem=0.9, before=1.2),
            ),
            parts.legal(sheet),
        ]
        return Column(sheet, blocks, width)

    def shade(self, sheet: Sheet) -> dict:
        return build.shadow("#00000026", y=sheet.rem * 0.35, blur=sheet.rem * 1.3)
