"""Price hero: the price is the picture; a burst carries the discount."""

from assets import parts
from assets.blocks import Headline
from assets.column import Column
from assets.document.subject import Box
from assets.layout import Layout
from assets.sheet import Sheet, Unfit


class PriceHero(Layout):
    slug = "price_hero"
    label = {"ko": "가격 강조", "en": "Price hero"}
    photo = "may"
    kin = "offer"
    character = ("price", "urgent", "offer")

    def arrange(self, sheet: Sheet) -> None:
        if not sheet.copy.price:
            raise Unfit("It needs a price.")
        page, band = sheet.palette.paper, sheet.palette.brand
        sheet.paint = page.fill
        if sheet.wide:
            self.beside(sheet, page, band)
        else:
            self.stacked(sheet, page, band)

    def stacked(self, sheet: Sheet, page, band) -> None:
        area, pad = sheet.area, sheet.rem * 1.5
        foot = Column(sheet, self.offer(sheet), area.w).fit(area.h * 0.5)
        edge = area.bottom - foot.seen - pad * 1.15
        has_photo = sheet.brief.photo is not None
        width = area.w * (0.56 if has_photo and not sheet.slim else 1.0)
        room = edge - pad - area.y
        column = Column(sheet, self.words(sheet), width).fit(room * (0.6 if has_photo and sheet.slim else 1))
        sheet.fill(Box(0, edge, sheet.w, sheet.h - edge), band.fill)
        if has_photo:
            self.show(sheet, edge, width, column.seen)
        elif area.x + column.reach < sheet.w * 0.54:
            sheet.circle(sheet.w * 0.86, area.y * 0.5, sheet.w * 0.3, page.wash)
        column.draw(area.x, area.y, page)
        foot.draw(area.x, edge + pad, band)
        self.burst(sheet, band, area.right, edge + pad * 0.7)

    def show(self, sheet: Sheet, edge: float, width: float, words: float) -> None:
        area = sheet.area
        if sheet.slim:
            top = area.y + words + sheet.rem * 1.4
            sheet.picture(Box(area.x, top, area.w, edge - top), role="product-image")
            return
        left = area.x + width + sheet.rem
        sheet.picture(Box(left, 0, sheet.w - left, edge), close=0.3, role="product-image")

    def beside(self, sheet: Sheet, page, band) -> None:
        area, pad = sheet.area, sheet.rem * 1.8
        edge = round(sheet.w * 0.5)
        across = self.burst_size(sheet)
        lift = across + sheet.rem * 0.8 if across else 0
        left = Column(sheet, self.words(sheet), edge - area.x - pad).fit(area.h)
        right = Column(sheet, self.offer(sheet), area.right - edge - pad).fit(area.h - lift)
        sheet.fill(Box(edge, 0, sheet.w - edge, sheet.h), band.fill)
        left.draw(area.x, area.y + (area.h - left.seen) / 2, page)
        y = area.y + lift + (area.h - lift - right.seen) * (0.4 if across else 0.5)
        right.draw(edge + pad, y, band)
        self.burst(sheet, band, area.right, area.y + across)

    def words(self, sheet: Sheet) -> list:
        return [
            parts.mark(sheet),
            parts.headline(sheet, least=1.6, most=3.0, lines=4),
            parts.sub(sheet, rem=1.1, weight=400, color="soft"),
            parts.body(sheet, rem=0.92),
            parts.points(sheet, marks="check", rem=0.95),
        ]

    def offer(self, sheet: Sheet) -> list:
        face = sheet.heading(leading=1.12)
        return [
            Headline(sheet.copy.price, face, least=2.2, most=5.4, lines=2, field="price"),
            parts.cta(sheet, corner=0.5, before=1.1),
            parts.legal(sheet),
        ]

    def burst(self, sheet: Sheet, on, right: float, y: float) -> None:
        """The badge in a star with many soft teeth, on the edge of the band."""
        if not sheet.copy.badge:
            return
        chip = parts.badge(sheet, rem=1.0)
        chip.fit(sheet, sheet.area.w * 0.5, 1.0)
        across = self.burst_size(sheet)
        box = Box(right - across, y - across, across, across)
        sheet.shape_of("star", box, on.badge, points=18, inner=0.88)
        chip.label(sheet, box, on.on_badge)

    def burst_size(self, sheet: Sheet) -> float:
        """px across; 0 without a badge."""
        chip = parts.badge(sheet, rem=1.0)
        if chip is None:
            return 0.0
        chip.fit(sheet, sheet.area.w * 0.5, 1.0)
        return max(chip.made.width * 1.36 + sheet.rem * 0.6, sheet.rem * 3.6)
