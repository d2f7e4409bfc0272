"""Magazine: the name in a block hung from the upper edge, the photo full, cover lines in columns below."""

from assets import parts
from assets.column import Column, Row
from assets.document.fit import fit_title
from assets.document.subject import Box
from assets.layout import Layout
from assets.overlay import lay_photo
from assets.sheet import Sheet, Unfit


class Magazine(Layout):
    slug = "magazine"
    label = {"ko": "매거진 표지", "en": "Magazine cover"}
    photo = "needs"
    kin = "overlay"
    character = ("emotion", "premium", "announcement")

    def arrange(self, sheet: Sheet) -> None:
        if not sheet.brief.look.name:
            raise Unfit("It needs the brand's name for the masthead.")
        area = sheet.area
        mast = self.masthead(sheet)
        lines = self.lines(sheet)
        y = area.bottom - lines.seen
        if not sheet.wide and y < mast.bottom + sheet.h * 0.14:
            raise Unfit("The cover lines leave no room for the picture.")
        width = lines.width
        on = lay_photo(sheet, Box(area.x, y, width, lines.seen), towards=self.aim(sheet, mast, y))
        self.hang(sheet, mast)
        if isinstance(lines, Row):
            lines.draw(area.x, y, on, level=0.0, right="left")
            middle = area.x + lines.left.width + (width - lines.left.width - lines.right.width) / 2
            sheet.post(middle, y, lines.seen, on.ink)
        else:
            lines.draw(area.x, y, on)
        self.seal(sheet, on)

    def aim(self, sheet: Sheet, mast: Box, foot: float) -> tuple[float, float]:
        """Between masthead and cover lines; on wide pages in the middle."""
        if sheet.wide:
            return 0.5, 0.5
        return 0.55, (mast.bottom + (foot - mast.bottom) * 0.46) / foot

    def masthead(self, sheet: Sheet) -> Box:
        """The block; its text is kept for `hang`."""
        area, pad = sheet.area, sheet.rem * 0.9
        face = sheet.heading(serif=True, leading=1.1)
        share = 0.3 if sheet.wide else 0.62
        most = round(sheet.rem * (2.2 if sheet.wide else 3.4))
        self.title = fit_title(
            sheet.brief.look.name,
            face,
            area.w * share,
            sheet.h * 0.12,
            least=sheet.least(),
            most=most,
            lines=1,
        )
        if self.title is None:
            raise Unfit("The brand's name is too long for a masthead.")
        top = area.y if sheet.slim else 0
        return Box(area.x, top, self.title.width + pad * 2, area.y - top + self.title.seen + pad * 1.8)

    def hang(self, sheet: Sheet, block: Box) -> None:
        on, pad = sheet.palette.brand, sheet.rem * 0.9
        sheet.cover(block)
        sheet.fill(block, on.fill)
        sheet.words(
            self.title, "brand", block.x + pad, block.bottom - pad * 0.9 - self.title.seen, block.w, on.ink
        )

    def lines(self, sheet: Sheet) -> Row | Column:
        area = sheet.area
        title = parts.headline(sheet, serif=True, least=1.7, most=3.3, lines=5)
        sub, body = parts.sub(sheet, rem=1.1, weight=400), parts.body(sheet, rem=0.92)
        points, price = parts.points(sheet, rem=0.95), parts.price(sheet, rem=1.8)
        button, fine = parts.cta(sheet, corner=0.0, rem=0.95), parts.legal(sheet)
        if sheet.wide:
            room = area.h - self.title.seen - sheet.rem * 3.4
            return Column(sheet, [title, sub, body, points, price, button, fine], area.w * 0.5).fit(room)
        side = [price, points, body, fine]
        if sheet.slim or not any(side):
            return Column(sheet, [title, sub, body, points, price, button, fine], area.w).fit(area.h * 0.56)
        return Row(sheet, [title, sub, button], side, area.w, share=0.36).fit(area.h * 0.5)

    def seal(self, sheet: Sheet, on) -> None:
        """The badge as a round seal in the upper right corner, where a cover carries its price."""
        if not sheet.copy.badge:
            return
        area = sheet.area
        chip = parts.badge(sheet, rem=0.86)
        chip.fit(sheet, area.w * 0.3, 1.0)
        across = max(chip.made.width * 1.42, sheet.rem * 3.4)
        box = Box(area.right - across, area.y, across, across)
        sheet.ellipse(box, on.badge)
        chip.label(sheet, box, on.on_badge)
