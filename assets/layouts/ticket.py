"""Ticket: a coupon with a perforation; the stub holds what one gets."""

from assets import parts
from assets.column import Column
from assets.document import build
from assets.document.subject import Box
from assets.layout import Layout
from assets.sheet import Sheet, Unfit


class Ticket(Layout):
    slug = "ticket"
    label = {"ko": "쿠폰·티켓", "en": "Ticket"}
    photo = "never"
    kin = "offer"
    character = ("price", "offer", "event", "friendly")

    def arrange(self, sheet: Sheet) -> None:
        if not (sheet.copy.price or sheet.copy.badge):
            raise Unfit("It needs a price or a badge for the stub.")
        page = sheet.palette.brand
        sheet.paint = page.fill
        area = sheet.area
        brand = Column(sheet, [parts.mark(sheet)], area.w).fit(area.h * 0.15)
        fine = Column(sheet, [parts.legal(sheet)], area.w).fit(area.h * 0.2)
        top = area.y + (brand.seen + sheet.rem * 1.1 if brand.seen else 0)
        bottom = area.bottom - (fine.seen + sheet.rem * 0.9 if fine.seen else 0)
        card = Box(area.x, top, area.w, bottom - top)
        if sheet.wide:
            self.lying(sheet, card)
        else:
            self.standing(sheet, card)
        brand.draw(area.x, area.y, page, align="left" if sheet.wide else "center")
        fine.draw(area.x, area.bottom - fine.seen, page, align="left" if sheet.wide else "center")

    def standing(self, sheet: Sheet, card: Box) -> None:
        pad, on, stub_on = sheet.rem * 1.7, sheet.palette.paper, sheet.palette.tint
        width = card.w - pad * 2
        stub = Column(sheet, self.stub(sheet), width).fit(card.h * 0.42)
        main = Column(sheet, self.main(sheet), width).fit(card.h - stub.seen - pad * 4)
        tall = min(card.h, stub.seen + pad * 2 + max(main.seen + pad * 4.5, card.w * 0.7))
        card = Box(card.x, card.y + (card.h - tall) / 2, card.w, tall)
        tear = card.bottom - stub.seen - pad * 2
        self.paper(sheet, card)
        sheet.fill(Box(card.x, tear, card.w, card.bottom - tear), stub_on.fill, radius=sheet.rem * 0.7)
        sheet.fill(Box(card.x, tear, card.w, sheet.rem * 0.9), stub_on.fill)
        self.tear(sheet, card, tear, standing=False)
        main.draw(card.x + pad, card.y + (tear - card.y - main.seen) / 2, on, align="center")
        stub.draw(card.x + pad, tear + pad, stub_on, align="center")

    def lying(self, sheet: Sheet, card: Box) -> None:
        pad, on, stub_on = sheet.rem * 1.7, sheet.palette.paper, sheet.palette.tint
        tear = card.x + card.w * 0.64
        stub = Column(sheet, self.stub(sheet), card.right - tear - pad * 1.6).fit(card.h - pad * 1.4)
        main = Column(sheet, self.main(sheet), tear - card.x - pad * 2).fit(card.h - pad * 1.4)
        self.paper(sheet, card)
        sheet.fill(Box(tear, card.y, card.right - tear, card.h), stub_on.fill, radius=sheet.rem * 0.7)
        sheet.fill(Box(tear, card.y, sheet.rem * 0.9, card.h), stub_on.fill)
        self.tear(sheet, card, tear, standing=True)
        main.draw(card.x + pad, card.y + (card.h - main.seen) / 2, on)
        stub.draw(tear + pad * 0.8, card.y + (card.h - stub.seen) / 2, stub_on, align="center")

    def paper(self, sheet: Sheet, card: Box) -> None:
        shade = build.shadow("#00000033", y=sheet.rem * 0.3, blur=sheet.rem)
        sheet.fill(card, sheet.palette.paper.fill, radius=sheet.rem * 0.7, shadow=shade)

    def tear(self, sheet: Sheet, card: Box, at: float, *, standing: bool) -> None:
        """The dashed line, and a half-round notch at each of its ends in the page's colour."""
        notch, gap, on = sheet.rem * 0.62, sheet.rem * 1.1, sheet.palette.paper
        if standing:
            sheet.dashes(at, card.y + gap, card.h - gap * 2, on.soft, standing=True)
            ends = ((at, card.y), (at, card.bottom))
        else:
            sheet.dashes(card.x + gap, at, card.w - gap * 2, on.soft)
            ends = ((card.x, at), (card.right, at))
        for x, y in ends:
            sheet.circle(x, y, notch, sheet.palette.brand.fill)

    def main(self, sheet: Sheet) -> list:
        badge = parts.badge(sheet, corner=0.2) if sheet.copy.price else None
        return [
            badge,
            parts.headline(sheet, least=1.7, most=3.6, lines=4),
            parts.sub(sheet, rem=1.1, color="strong"),
            parts.body(sheet, rem=0.95),
            parts.points(sheet, marks="check", rem=0.95) if sheet.wide else None,
        ]

    def stub(self, sheet: Sheet) -> list:
        offer = parts.price(sheet, rem=2.6) or parts.badge(sheet, rem=1.5, corner=0.2)
        listed = None if sheet.wide else parts.listed(sheet, rem=0.92)
        return [offer, listed, parts.cta(sheet, corner=0.22, before=1.0, full=sheet.wide)]
