"""Giant type: nothing but the headline, as large as the page allows, over a quiet foot."""

from assets import parts
from assets.column import Column, Row
from assets.layout import Layout
from assets.sheet import Sheet


class GiantType(Layout):
    slug = "giant_type"
    label = {"ko": "초대형 글자", "en": "Giant type"}
    photo = "never"
    kin = "type"
    character = ("announcement", "urgent", "price")

    def arrange(self, sheet: Sheet) -> None:
        area, on = sheet.area, sheet.palette.brand
        sheet.paint = on.fill
        gap = sheet.rem * 1.4
        head = Row(sheet, [parts.mark(sheet)], [parts.badge(sheet)], area.w).fit(area.h * 0.2)
        text = [parts.sub(sheet, rem=1.15), parts.body(sheet), parts.points(sheet)]
        foot = parts.foot(sheet, text, corner=0.0).fit(area.h * (0.62 if sheet.wide else 0.55))
        top = area.y + (head.seen + gap * 1.3 if head.seen else 0)
        bottom = area.bottom - (foot.seen + gap * 2 if foot.seen else 0)
        title = Column(sheet, [parts.headline(sheet, least=2.4, most=9.0, lines=6)], area.w).fit(bottom - top)
        head.draw(area.x, area.y, on)
        title.draw(area.x, top + (bottom - top - title.seen) * (0.5 if sheet.wide else 0.0), on)
        if foot.seen:
            sheet.rule(area.x, bottom + gap - sheet.hair, area.w, on.ink, thick=sheet.hair * 2)
            foot.draw(area.x, area.bottom - foot.seen, on)
