"""Diagonal: a leaning block of brand colour cuts the page; the words ride on it."""

import math

from assets import parts
from assets.column import Column, sparing
from assets.document.subject import Box
from assets.layout import Layout
from assets.overlay import name_on_photo, name_plate
from assets.sheet import Sheet

LEAN = {"lying": 7.0, "standing": 9.0}  # degrees; steeper looks like a road sign, flatter like a mistake


class Diagonal(Layout):
    slug = "diagonal"
    label = {"ko": "사선 분할", "en": "Diagonal"}
    photo = "may"
    kin = "panel"
    character = ("urgent", "announcement", "product", "price")

    def arrange(self, sheet: Sheet) -> None:
        on = sheet.palette.brand
        if sheet.wide:
            self.upright(sheet, on)
        else:
            self.lying(sheet, on)

    def lying(self, sheet: Sheet, on) -> None:
        """The block fills the foot of the page; its upper edge climbs to the right."""
        area = sheet.area
        rise = math.tan(math.radians(LEAN["lying"])) * (sheet.w - 2 * area.x)
        has_photo = sheet.brief.photo is not None
        brand = Column(sheet, [parts.mark(sheet)], area.w * 0.6).fit(area.h * 0.2)
        gap = rise / 2 + sheet.rem * 1.3
        shares = (0.46, 0.38, 0.3) if has_photo else (0.36, 0.24)
        heights = [area.bottom - sheet.h * share - gap for share in shares]
        column = sparing(heights, lambda: self.words(sheet, area.w))
        low = min(area.bottom - column.seen - gap, sheet.h * (0.56 if has_photo else 0.46))
        self.ground(sheet, on, Box(0, 0, sheet.w, low + rise * 0.62))
        self.block(sheet, on, low)
        free = area.bottom - low - gap - column.seen
        column.draw(area.x, low + gap + free * 0.4, on)
        self.name(sheet, brand, area.x, area.y)

    def upright(self, sheet: Sheet, on) -> None:
        """The block fills the left; its edge leans to the right."""
        area = sheet.area
        run = math.tan(math.radians(LEAN["standing"])) * sheet.h
        edge = sheet.w * 0.6
        width = edge - run / 2 - area.x - sheet.rem * 0.6
        column = self.words(sheet, width, brand=True).fit(area.h)
        self.ground(sheet, on, Box(edge - run, 0, sheet.w - edge + run, sheet.h))
        self.slab(sheet, on.pop, edge + run * 0.22, sheet.h / 2, standing=True)
        self.slab(sheet, on.fill, edge, sheet.h / 2, standing=True)
        column.draw(area.x, area.y + (area.h - column.seen) / 2, on)

    def ground(self, sheet: Sheet, on, box: Box) -> None:
        """What the block lies on: the photo, or leaning stripes."""
        if sheet.brief.photo is not None:
            sheet.paint = on.fill
            sheet.picture(box)
            return
        back = sheet.palette.tint
        sheet.paint = back.fill
        span, thick = math.hypot(sheet.w, sheet.h), sheet.rem * 1.1
        drop = math.tan(math.radians(LEAN["lying"])) * sheet.w / 2
        for at in range(5):
            shift = sheet.rem * 2.4 * at
            color = back.pop if at == 1 else back.wash
            if sheet.wide:
                x = sheet.w * 0.7 + shift
                sheet.fill(Box(x, sheet.h / 2 - span / 2, thick, span), color, angle=LEAN["standing"])
            elif (y := box.bottom - sheet.rem * 3.2 - shift) + drop > 0:
                sheet.fill(
                    Box(sheet.w / 2 - span / 2, y - thick / 2, span, thick), color, angle=-LEAN["lying"]
                )

    def block(self, sheet: Sheet, on, low: float) -> None:
        self.slab(sheet, on.pop, sheet.w / 2, low - sheet.rem * 0.55, standing=False)
        self.slab(sheet, on.fill, sheet.w / 2, low, standing=False)

    def slab(self, sheet: Sheet, color: str, x: float, y: float, *, standing: bool) -> None:
        """A huge rectangle whose near edge passes through (x, y) at the lean."""
        span = math.hypot(sheet.w, sheet.h) * 1.5
        lean = math.radians(LEAN["standing" if standing else "lying"])
        if standing:
            x, y = x - math.cos(lean) * span / 2, y - math.sin(lean) * span / 2
            angle = math.degrees(lean)
        else:
            x, y = x + math.sin(lean) * span / 2, y + math.cos(lean) * span / 2
            angle = -math.degrees(lean)
        sheet.fill(Box(x - span / 2, y - span / 2, span, span), color, angle=angle)

    def name(self, sheet: Sheet, brand: Column, x: float, y: float) -> None:
        if sheet.brief.photo is None:
            name_plate(sheet, brand, x, y)
        else:
            name_on_photo(sheet, brand, x, y)

    def words(self, sheet: Sheet, width: float, *, brand: bool = False) -> Column:
        blocks = [
            parts.mark(sheet) if brand else None,
            parts.badge(sheet, corner=0.12),
            parts.headline(sheet, most=4.2, lines=4),
            parts.sub(sheet, rem=1.15),
            parts.body(sheet),
            parts.points(sheet),
            *parts.offer(sheet, parts.price(sheet, rem=2.3), parts.cta(sheet, corner=0.12)),
            parts.legal(sheet),
        ]
        return Column(sheet, blocks, width)
