"""Announcement: a broad band across the page carries the news, the particulars stand below in columns."""

from assets import parts
from assets.column import Column, Row
from assets.document.subject import Box
from assets.layout import Layout
from assets.sheet import Sheet


class Announcement(Layout):
    slug = "announcement"
    label = {"ko": "공지 띠", "en": "Announcement band"}
    photo = "never"
    kin = "type"
    character = ("announcement", "event", "professional", "fact")

    def arrange(self, sheet: Sheet) -> None:
        page = sheet.palette.paper
        band = sheet.dice.choice((sheet.palette.brand, sheet.palette.deep))
        sheet.paint = page.fill
        area, pad = sheet.area, sheet.rem * 1.7
        head = Row(sheet, [parts.mark(sheet)], [parts.badge(sheet, corner=0.0)], area.w).fit(area.h * 0.2)
        text = [parts.body(sheet, before=0.9), parts.points(sheet, marks="check")]
        foot = parts.foot(sheet, text, corner=0.0).fit(area.h * 0.56)
        top = area.y + (head.seen + pad * 0.9 if head.seen else pad * 0.4)
        bottom = area.bottom - (foot.seen + pad if foot.seen else pad * 0.4)
        title = Column(sheet, self.title(sheet), area.w).fit(bottom - top - pad * (1.5 if sheet.wide else 2))
        free = bottom - top - title.seen - pad * 2
        if not sheet.wide and free > 0:
            bottom -= free * 0.25
        sheet.fill(Box(0, top, sheet.w, bottom - top), band.fill)
        self.stripes(sheet, band, top, bottom)
        head.draw(area.x, area.y, page)
        title.draw(area.x, top + (bottom - top - title.seen) / 2, band)
        foot.draw(area.x, min(bottom + pad, area.bottom - foot.seen), page, **self.level(foot))

    def level(self, foot: Row | Column) -> dict:
        return {"level": 0.0} if isinstance(foot, Row) else {}

    def stripes(self, sheet: Sheet, band, top: float, bottom: float) -> None:
        """Two lines inside the band's edges, as on a railway notice."""
        inset = sheet.rem * 0.5
        for y in (top + inset, bottom - inset - sheet.hair):
            sheet.rule(0, y, sheet.w, band.pop)

    def title(self, sheet: Sheet) -> list:
        return [
            parts.headline(sheet, least=1.9, most=5.2, lines=5),
            parts.sub(sheet, rem=1.2, weight=600, before=1.1),
        ]
