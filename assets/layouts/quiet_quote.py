"""Quiet quote: a sentence, a thin rule and a lot of air; a small arched window if there is a photo."""

from assets import parts
from assets.column import Column, Row
from assets.document.subject import Box
from assets.layout import Layout
from assets.sheet import Sheet


class QuietQuote(Layout):
    slug = "quiet_quote"
    label = {"ko": "여백과 한 문장", "en": "Quiet quote"}
    photo = "may"
    kin = "air"
    character = ("emotion", "quote", "premium")

    def arrange(self, sheet: Sheet) -> None:
        on = sheet.dice.choice((sheet.palette.tint, sheet.palette.paper))
        sheet.paint = on.fill
        area = sheet.area
        inset = area.w * (0.06 if sheet.wide else 0.09)
        has_photo = sheet.brief.photo is not None
        width = area.w * (0.5 if sheet.wide and has_photo else 0.74 if sheet.wide else 0.86) - inset
        across = width + inset if sheet.wide and has_photo else area.w
        foot = Row(sheet, [parts.mark(sheet, dot=False)], [parts.badge(sheet, corner=0.0)], across)
        foot.fit(area.h * 0.2)
        share = 1.0 if sheet.wide or not has_photo else 0.66
        room = area.h * share - foot.seen - sheet.rem * 2
        column = self.words(sheet, width).fit(room)
        if has_photo:
            self.window(sheet, column.seen, foot.seen)
        free = area.bottom - foot.seen - sheet.rem * 1.6 - area.y - column.seen
        y = area.y + (free * (0.36 if sheet.wide else 0.42) if not has_photo or sheet.wide else free)
        rise = sheet.rem * 0.2
        sheet.post(area.x, y - rise, column.seen + rise * 2, on.button, thick=sheet.hair * 1.5)
        column.draw(area.x + inset, y, on)
        foot.draw(area.x, area.bottom - foot.seen, on)

    def words(self, sheet: Sheet, width: float) -> Column:
        blocks = [
            parts.headline(sheet, serif=True, least=1.7, most=2.9, lines=5),
            parts.sub(sheet, rem=1.05, weight=400, color="soft", before=1.3),
            parts.body(sheet, before=1.2),
            parts.points(sheet, weight=400, before=1.2),
            *parts.offer(
                sheet,
                parts.price(sheet, rem=1.6, before=1.2),
                parts.cta(sheet, outlined=True, rem=0.92, before=1.7),
            ),
            parts.legal(sheet, before=1.1),
        ]
        return Column(sheet, blocks, width)

    def window(self, sheet: Sheet, words: float, foot: float) -> None:
        """An arch: on tall pages at the upper right, on wide ones it stands on the page's lower edge."""
        area = sheet.area
        if sheet.wide:
            across = area.h * 0.62
            sheet.picture(
                Box(area.right - across, area.y, across, sheet.h - area.y + across), radius=across / 2
            )
            return
        top = sheet.rem * 2.1 if sheet.slim else area.y  # a picture may reach where no text may
        tall = area.bottom - top - words - foot - sheet.rem * 4.2
        across = min(tall * 0.78, area.w * 0.62)
        sheet.picture(Box(area.right - across, top, across, tall), radius=across / 2)
