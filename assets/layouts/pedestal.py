"""Pedestal: the product in a circle before a coloured disc, headline above, everything on one axis."""

import math

from assets import parts
from assets.column import Column
from assets.document.subject import Box
from assets.layout import Layout
from assets.sheet import Sheet, Unfit

REACH = (0.42, 0.36, 0.31, 0.26, 0.22)  # radii to try, as shares of the width; below it is a stamp


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
        area, gap = sheet.area, sheet.rem * 1.5
        foot = Column(sheet, self.closing(sheet), area.w * 0.9).fit(area.h * 0.36)
        below = foot.seen + gap if foot.seen else 0
        top, radius = self.opened(sheet, area.h - below - gap)
        room = area.h - top.seen - below - gap
        radius = min(radius * 1.15, room / 2.14, area.w * 0.46)
        self.disc(sheet, on, sheet.w / 2, area.y + top.seen + gap + room / 2, radius)
        top.draw(area.x, area.y, on, align="center")
        foot.draw(area.x + area.w * 0.05, area.bottom - foot.seen, on, align="center")

    def opened(self, sheet: Sheet, height: float) -> tuple[Column, float]:
        """The words above and the disc's radius: the largest disc that leaves the words their size."""
        for share in REACH:
            radius = sheet.area.w * share
            try:
                return Column(sheet, self.opening(sheet), sheet.area.w).fit(height - radius * 2.14), radius
            except Unfit:
                continue
        raise Unfit("The words leave no room for the picture.")

    def beside(self, sheet: Sheet, on) -> None:
        area = sheet.area
        radius = area.h * 0.47
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
        self.sticker(sheet, on, x, y, radius)

    def sticker(self, sheet: Sheet, on, x: float, y: float, radius: float) -> None:
        """The badge as a round sticker on the disc's upper left."""
        if not sheet.copy.badge:
            return
        chip = parts.badge(sheet, rem=0.86)
        chip.fit(sheet, sheet.area.w * 0.3, 1.0)
        across = max(chip.made.width * 1.42, sheet.rem * 3.2)
        angle = math.radians(215)
        left, top = x + math.cos(angle) * radius - across / 2, y + math.sin(angle) * radius - across / 2
        box = Box(max(left, sheet.area.x), max(top, sheet.area.y), across, across)
        sheet.ellipse(box, on.badge)
        chip.label(sheet, box, on.on_badge)

    def opening(self, sheet: Sheet) -> list:
        return [
            parts.mark(sheet, rem=0.85),
            parts.headline(sheet, least=1.7, most=2.9, lines=3),
            parts.sub(sheet, rem=1.05, weight=400, color="soft", before=0.9),
        ]

    def closing(self, sheet: Sheet) -> list:
        return [
            parts.body(sheet, rem=0.92),
            parts.points(sheet, marks="check", rem=0.92) if sheet.wide else parts.listed(sheet, rem=0.92),
            *parts.offer(sheet, parts.price(sheet, rem=1.9), parts.cta(sheet, before=1.1)),
            parts.legal(sheet),
        ]
