"""Split: half the page is the photo, half is colour and words, and the badge sits on the seam."""

from assets import parts
from assets.column import Column, sparing
from assets.document.subject import Box
from assets.layout import Layout
from assets.overlay import stands_tall
from assets.sheet import Sheet


class Split(Layout):
    slug = "split"
    label = {"ko": "반반 분할", "en": "Split"}
    photo = "needs"
    kin = "panel"
    character = ("product", "benefit list", "announcement")

    def arrange(self, sheet: Sheet) -> None:
        on = sheet.dice.choice((sheet.palette.brand, sheet.palette.paper))
        sheet.paint = on.fill
        beside = sheet.wide or (sheet.shape == "square" and stands_tall(sheet.photo))
        if beside:
            self.beside(sheet, on)
        else:
            self.above(sheet, on)

    def beside(self, sheet: Sheet, on) -> None:
        """The photo stands on the right."""
        area = sheet.area
        edge = round(sheet.w * 0.54)
        width = edge - area.x - sheet.rem * 1.8
        brand = Column(sheet, [parts.mark(sheet)], width).fit(area.h * 0.2)
        room = area.h - (brand.seen + sheet.rem * 1.6 if brand.seen else 0)
        column = self.words(sheet, width).fit(room)
        sheet.picture(Box(edge, 0, sheet.w - edge, sheet.h))
        brand.draw(area.x, area.y, on)
        column.draw(area.x, area.bottom - column.seen - (room - column.seen) * 0.35, on)
        self.seal(sheet, on, edge, area.y, standing=True)

    def above(self, sheet: Sheet, on) -> None:
        """The photo lies on top and gives way to the words, down to two fifths of the page."""
        area, pad = sheet.area, sheet.rem * 1.9
        heights = [area.bottom - sheet.h * share - pad for share in (0.48, 0.42, 0.36, 0.3)]
        column = sparing(heights, lambda: self.words(sheet, area.w, brand=True))
        edge = round(min(area.bottom - column.seen - pad, sheet.h * (0.52 if sheet.slim else 0.56)))
        sheet.picture(Box(0, 0, sheet.w, edge), towards=(0.5, 0.5))
        free = area.bottom - edge - pad - column.seen
        column.draw(area.x, edge + pad + free * 0.5, on)
        self.seal(sheet, on, area.right, edge, standing=False)

    def words(self, sheet: Sheet, width: float, *, brand: bool = False) -> Column:
        blocks = [
            parts.mark(sheet) if brand else None,
            parts.headline(sheet, most=3.6, lines=4),
            parts.sub(sheet, rem=1.15, color="strong"),
            parts.body(sheet),
            parts.points(sheet, marks="check"),
            *parts.offer(sheet, parts.price(sheet), parts.cta(sheet, corner=0.22)),
            parts.legal(sheet),
        ]
        return Column(sheet, blocks, width)

    def seal(self, sheet: Sheet, on, x: float, y: float, *, standing: bool) -> None:
        """The badge across the seam: centred on a standing one, flush right on a lying one."""
        if not sheet.copy.badge:
            return
        chip = parts.badge(sheet, rem=0.9)
        chip.fit(sheet, sheet.w * 0.3, 1.0)
        across, tall = chip.box
        left, top = (x - across / 2, y) if standing else (x - across, y - tall / 2)
        chip.draw(sheet, left, top, across, "left", on)
