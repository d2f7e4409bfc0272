"""Benefit rows: numbered reasons between hairlines, the way a good menu is set."""

from assets import parts
from assets.column import Column, Row
from assets.document.subject import Box
from assets.layout import Layout
from assets.sheet import Sheet, Unfit


class BenefitRows(Layout):
    slug = "benefit_rows"
    label = {"ko": "번호 매긴 장점", "en": "Numbered benefits"}
    photo = "may"
    kin = "list"
    character = ("benefit list", "fact", "professional")

    def arrange(self, sheet: Sheet) -> None:
        if len(sheet.copy.bullets) < 2:
            raise Unfit("It needs two points or more.")
        on = sheet.palette.paper
        sheet.paint = on.fill
        if sheet.wide:
            self.beside(sheet, on)
        else:
            self.stacked(sheet, on)

    def stacked(self, sheet: Sheet, on) -> None:
        area, gap = sheet.area, sheet.rem * 1.5
        head = Row(sheet, [parts.mark(sheet)], [parts.badge(sheet)], area.w).fit(area.h * 0.2)
        rows = Column(sheet, self.rows(sheet, rem=1.12), area.w).fit(area.h * 0.55)
        foot = parts.foot(sheet, [parts.body(sheet, rem=0.92)], corner=0.0).fit(area.h * 0.32)
        lift = head.seen + gap if head.seen else 0
        room = area.h - lift - rows.seen - (foot.seen + gap if foot.seen else 0) - gap
        strip = self.strip(sheet, room)
        if strip:
            room -= strip
        title = Column(sheet, self.title(sheet), area.w).fit(room)
        y = area.y
        if strip:
            sheet.picture(Box(0, 0, sheet.w, area.y + strip - gap), role="hero-image")
            y += strip
        head.draw(area.x, y, on)
        title.draw(area.x, y + lift, on)
        rows.draw(area.x, area.bottom - rows.seen - (foot.seen + gap if foot.seen else 0), on)
        foot.draw(area.x, area.bottom - foot.seen, on)

    def strip(self, sheet: Sheet, room: float) -> float:
        """How much height of `room` the photo may take; 0 where the words need it."""
        if sheet.brief.photo is None:
            return 0.0
        spare = room - sheet.rem * 6.5
        return min(spare, sheet.h * 0.32) if spare > sheet.h * 0.13 else 0.0

    def beside(self, sheet: Sheet, on) -> None:
        area, gap = sheet.area, sheet.rem * 2.2
        left = area.w * 0.46
        width = area.w - left - gap
        blocks = [parts.mark(sheet), *self.title(sheet), *self.close(sheet), parts.legal(sheet)]
        column = Column(sheet, blocks, left).fit(area.h)
        rows = Column(sheet, [parts.badge(sheet), *self.rows(sheet, rem=1.1)], width).fit(area.h)
        panel = sheet.palette.tint
        edge = area.x + left + gap / 2
        sheet.fill(Box(edge, 0, sheet.w - edge, sheet.h), panel.fill)
        column.draw(area.x, area.y + (area.h - column.seen) / 2, on)
        rows.draw(area.x + left + gap, area.y + (area.h - rows.seen) / 2, panel)

    def title(self, sheet: Sheet) -> list:
        return [
            parts.headline(sheet, least=1.8, most=3.6, lines=3),
            parts.sub(sheet, rem=1.1, weight=400, color="soft", before=0.9),
        ]

    def rows(self, sheet: Sheet, *, rem: float) -> list:
        return [parts.points(sheet, marks="rule", rem=rem, gap=0.8)]

    def close(self, sheet: Sheet) -> list:
        return [
            parts.body(sheet, rem=0.92),
            *parts.offer(sheet, parts.price(sheet, rem=1.7), parts.cta(sheet, corner=0.0, before=1.1)),
        ]
