"""Full bleed: the photo is the page; the words lie in its calm end, or where it melts into colour."""

from assets import parts
from assets.column import Column, sparing
from assets.document.subject import Box
from assets.layout import Layout
from assets.overlay import lay_photo, name_on_photo, stands_tall
from assets.sheet import Sheet, Unfit


class FullBleed(Layout):
    slug = "full_bleed"
    label = {"ko": "꽉 찬 사진", "en": "Full bleed"}
    photo = "needs"
    kin = "overlay"
    character = ("emotion", "product", "announcement")

    def arrange(self, sheet: Sheet) -> None:
        area = sheet.area
        beside = sheet.wide or (sheet.shape == "square" and stands_tall(sheet.photo))
        width = area.w * (0.5 if beside else 1.0)
        brand = Column(sheet, [parts.mark(sheet)], width).fit(area.h * 0.2)
        lift = brand.seen + sheet.rem * 1.6 if brand.seen else 0
        heights = [area.h - lift] if beside else [area.h * share for share in (0.46, 0.53, 0.6)]
        column = sparing(heights, lambda: self.words(sheet, width))
        y = area.bottom - column.seen
        if beside:
            y -= (area.h - lift - column.seen) * 0.4
        elif y < sheet.h * 0.36:
            raise Unfit("The words leave no room for the picture.")
        on = lay_photo(sheet, Box(area.x, y, width, column.seen), beside=beside)
        self.name(sheet, brand, on, beside=beside)
        column.draw(area.x, y, on)

    def name(self, sheet: Sheet, brand: Column, on, *, beside: bool) -> None:
        """The brand in the upper left; on tall pages that is over the photo."""
        if beside:
            brand.draw(sheet.area.x, sheet.area.y, on)
        else:
            name_on_photo(sheet, brand, sheet.area.x, sheet.area.y)

    def words(self, sheet: Sheet, width: float) -> Column:
        blocks = [
            parts.badge(sheet),
            parts.headline(sheet, most=4.4, lines=4),
            parts.sub(sheet, rem=1.2),
            parts.body(sheet),
            parts.points(sheet),
            *parts.offer(sheet, parts.price(sheet), parts.cta(sheet)),
            parts.legal(sheet),
        ]
        return Column(sheet, blocks, width)
