"""Headline bars: each line of the headline on its own strip, stuck across the photo's edge like labels."""

from assets import parts
from assets.column import Column
from assets.document.fit import Fitted, fit_title
from assets.document.measure import advance
from assets.document.subject import Box
from assets.layout import Layout
from assets.sheet import Sheet, Unfit


class HeadlineBars(Layout):
    slug = "headline_bars"
    label = {"ko": "띠지 헤드라인", "en": "Headline bars"}
    photo = "needs"
    kin = "overlay"
    character = ("urgent", "announcement", "price", "product")

    def arrange(self, sheet: Sheet) -> None:
        area, on, card = sheet.area, sheet.palette.brand, sheet.palette.paper
        sheet.paint = card.fill
        pad = sheet.rem * 0.62
        width = area.w * (0.5 if sheet.wide else 1.0)
        edge = round(sheet.w * 0.48)
        panel = self.panel(sheet, edge - area.x - sheet.rem if sheet.wide else width)
        below = panel.seen + sheet.rem * 1.5 if panel.blocks else 0
        room = area.h * (0.96 if sheet.wide else 0.72) - below - pad * 1.4
        made = fit_title(
            sheet.copy.headline,
            sheet.heading(leading=1.52),
            width - pad * 2,
            room,
            least=round(sheet.rem * 1.8),
            most=round(sheet.rem * 3.5),
            lines=4,
        )
        if made is None:
            raise Unfit("The headline is too long for bars.")
        tall = made.seen + pad * 1.4 + below
        top = area.y + (area.h - tall) / 2 if sheet.wide else area.bottom - tall
        if sheet.wide:
            sheet.picture(Box(edge, 0, sheet.w - edge, sheet.h), towards=(0.56, 0.5))
        else:
            edge = top + made.seen + pad * 1.4 - sheet.rem * 0.9 if panel.blocks else sheet.h
            sheet.picture(Box(0, 0, sheet.w, edge), towards=(0.5, (top / edge) * 0.55))
        sheet.cover(Box(area.x, top, made.width + pad * 2, made.seen + pad * 1.4))
        self.bars(sheet, made, area.x, top + pad * 0.7, pad, on.fill)
        sheet.words(made, "headline", area.x + pad, top + pad * 0.7, made.frame, on.ink)
        panel.draw(area.x, area.bottom - panel.seen if not sheet.wide else top + tall - panel.seen, card)
        self.labels(sheet, card)

    def bars(self, sheet: Sheet, made: Fitted, x: float, y: float, pad: float, color: str) -> None:
        """Strips as long as their lines. They touch, so that no photo flickers between the lines."""
        pitch = made.size * made.type.leading
        letters = made.seen - (len(made.lines) - 1) * pitch
        for at, line in enumerate(made.lines):
            long = advance(line, made.type.family, made.type.weight, made.size, made.type.tracking)
            high = max(pitch + 1, letters + pad * 1.4) if at < len(made.lines) - 1 else letters + pad * 1.4
            sheet.fill(Box(x, y + at * pitch - pad * 0.7, long + pad * 2, high), color)

    def panel(self, sheet: Sheet, width: float) -> Column:
        blocks = [
            parts.sub(sheet, rem=1.1),
            parts.body(sheet, rem=0.95),
            parts.points(sheet, marks="check", rem=0.95),
            *parts.offer(
                sheet, parts.price(sheet, rem=1.8, before=0.9), parts.cta(sheet, corner=0.0, before=1.1)
            ),
            parts.legal(sheet),
        ]
        return Column(sheet, blocks, width).fit(sheet.area.h * (0.66 if sheet.wide else 0.48))

    def labels(self, sheet: Sheet, on) -> None:
        """Brand and badge on small labels in the upper corners."""
        area, pad = sheet.area, sheet.rem * 0.5
        brand = Column(sheet, [parts.mark(sheet, rem=0.85)], area.w * 0.5).fit(area.h * 0.2)
        badge = parts.badge(sheet, corner=0.0, rem=0.85)
        if brand.blocks and not sheet.wide:
            across = brand.blocks[0].across
            sheet.fill(Box(area.x, area.y, across + pad * 2, brand.seen + pad * 2), on.fill)
            brand.draw(area.x + pad, area.y + pad, on)
        if badge:
            badge.fit(sheet, area.w * 0.4, 1.0)
            badge.draw(sheet, area.right - badge.box[0], area.y, badge.box[0], "left", on)
