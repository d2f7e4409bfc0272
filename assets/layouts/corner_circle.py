"""Corner circle: a disc too large for the page rolls in from a corner; the words take the open side."""

import math

from assets import parts
from assets.column import Column, sparing
from assets.document.subject import Box
from assets.layout import Layout
from assets.sheet import Sheet


class CornerCircle(Layout):
    slug = "corner_circle"
    label = {"ko": "모서리 원", "en": "Corner circle"}
    photo = "may"
    kin = "object"
    character = ("friendly", "product", "announcement")

    def arrange(self, sheet: Sheet) -> None:
        on = sheet.palette.paper
        sheet.paint = on.fill
        if sheet.wide:
            self.from_right(sheet, on)
        else:
            self.from_top(sheet, on)

    def from_top(self, sheet: Sheet, on) -> None:
        area = sheet.area
        brand = Column(sheet, [parts.mark(sheet)], area.w).fit(area.h * 0.2)
        for within in (sheet.slim, True):  # a long name that would touch the disc joins the other words
            column = self.column(sheet, brand=within)
            open_to = area.bottom - column.seen - sheet.rem * 1.2
            radius = min(sheet.w * 0.46, (open_to + sheet.w * 0.04) / 1.72)
            x, y = sheet.w - radius * 0.78, open_to - radius
            across = brand.blocks[0].across if brand.blocks else 0
            corner = math.hypot(x - area.x - across, min(y - area.y - brand.seen, 0))
            if within or corner > radius * 1.1 + sheet.rem * 0.5:
                break
        self.disc(sheet, on, x, y, radius)
        if not within:
            brand.draw(area.x, area.y, on)
        column.draw(area.x, area.bottom - column.seen, on)

    def column(self, sheet: Sheet, *, brand: bool) -> Column:
        heights = [sheet.area.h * share for share in (0.46, 0.54, 0.62, 0.7)]
        return sparing(heights, lambda: self.words(sheet, sheet.area.w, brand=brand))

    def from_right(self, sheet: Sheet, on) -> None:
        area = sheet.area
        radius = sheet.h * 0.6
        x, y = sheet.w - radius * 0.62, sheet.h * 0.46
        width = x - radius - sheet.rem * 1.6 - area.x
        column = self.words(sheet, width, brand=True).fit(area.h)
        self.disc(sheet, on, x, y, radius)
        column.draw(area.x, area.y + (area.h - column.seen) / 2, on)

    def disc(self, sheet: Sheet, on, x: float, y: float, radius: float) -> None:
        """The photo in the disc, or two plain discs; a small satellite keeps the balance."""
        if sheet.brief.photo is not None:
            sheet.circle(x - radius * 0.07, y + radius * 0.06, radius, sheet.palette.brand.fill)
            right = min((sheet.w - x + radius) / (2 * radius), 1)
            top = max((radius - y) / (2 * radius), 0)
            box = Box(x - radius, y - radius, radius * 2, radius * 2)
            sheet.picture(box, radius=radius, towards=(right / 2, (1 + top) / 2))
        else:
            sheet.circle(x, y, radius, sheet.palette.brand.fill)
            sheet.circle(x + radius * 0.22, y - radius * 0.2, radius * 0.56, sheet.palette.brand.wash)
        moon = radius * 0.15
        sheet.circle(x - radius * 0.93, y + radius * 0.62, moon, on.pop)

    def words(self, sheet: Sheet, width: float, *, brand: bool = False) -> Column:
        blocks = [
            parts.mark(sheet) if brand else None,
            parts.badge(sheet),
            parts.headline(sheet, most=4.0, lines=4),
            parts.sub(sheet, rem=1.15, color="strong"),
            parts.body(sheet),
            parts.points(sheet, marks="check"),
            *parts.offer(sheet, parts.price(sheet), parts.cta(sheet)),
            parts.legal(sheet),
        ]
        return Column(sheet, blocks, width)
