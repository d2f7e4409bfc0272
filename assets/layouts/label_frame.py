"""Label frame: two fine lines around the page and everything on one axis, like the label of a good bottle."""

from assets import parts
from assets.column import Column
from assets.document.subject import Box
from assets.layout import Layout
from assets.sheet import Sheet


class LabelFrame(Layout):
    slug = "label_frame"
    label = {"ko": "라벨 프레임", "en": "Label frame"}
    photo = "never"
    kin = "type"
    character = ("premium", "announcement", "emotion", "event")

    def arrange(self, sheet: Sheet) -> None:
        on = sheet.dice.choice((sheet.palette.paper, sheet.palette.deep))
        sheet.paint = on.fill
        frame = self.frame(sheet, on)
        pad = sheet.rem * (1.5 if sheet.wide else 2.0)
        width = frame.w - pad * (4 if sheet.wide else 2)
        room = frame.h - pad * 2
        foot = Column(sheet, [parts.legal(sheet)], width).fit(room * 0.2)
        brand = Column(sheet, [parts.mark(sheet, dot=False, rem=0.95)], width).fit(room * 0.2)
        taken = sum(each.seen + sheet.rem * 1.1 for each in (foot, brand) if each.blocks)
        column = self.words(sheet, width).fit(room - taken)
        x = frame.x + (frame.w - width) / 2
        top = frame.y + pad + (brand.seen + sheet.rem * 1.1 if brand.blocks else 0)
        bottom = frame.bottom - pad - (foot.seen + sheet.rem * 1.1 if foot.blocks else 0)
        brand.draw(x, frame.y + pad, on, align="center")
        column.draw(x, top + (bottom - top - column.seen) / 2, on, align="center")
        foot.draw(x, frame.bottom - pad - foot.seen, on, align="center")

    def frame(self, sheet: Sheet, on) -> Box:
        """Outer and inner line, with a diamond where they meet the axis. Gives the inside."""
        area, inset = sheet.area, sheet.rem * 0.7
        outer = Box(area.x - inset, area.y - inset, area.w + 2 * inset, area.h + 2 * inset)
        gap = sheet.rem * 0.42
        inner = Box(outer.x + gap, outer.y + gap, outer.w - 2 * gap, outer.h - 2 * gap)
        for box, width in ((outer, sheet.hair * 1.5), (inner, sheet.hair * 0.7)):
            sheet.fill(box, None, stroke={"color": on.button, "width": width, "dash": []})
        side = sheet.rem * 0.62
        for y in (outer.y + gap / 2, outer.bottom - gap / 2):
            patch = side * 2.2
            sheet.fill(Box(sheet.w / 2 - patch / 2, y - gap, patch, gap * 2), on.fill)
            sheet.fill(Box(sheet.w / 2 - side / 2, y - side / 2, side, side), on.button, angle=45)
        return inner

    def words(self, sheet: Sheet, width: float) -> Column:
        blocks = [
            parts.badge(sheet, corner=0.0, rem=0.78),
            parts.headline(sheet, serif=True, least=1.7, most=4.2, lines=4),
            parts.rule(length=3.2, color="button", before=1.4),
            parts.sub(sheet, rem=1.1, weight=400, before=1.3),
            parts.body(sheet, rem=0.95),
            parts.listed(sheet, weight=400),
            *parts.offer(
                sheet, parts.price(sheet, rem=1.9), parts.cta(sheet, corner=0.0, rem=0.95, before=1.4)
            ),
        ]
        return Column(sheet, blocks, width)
