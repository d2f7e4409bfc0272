"""Side rail: a column of brand colour with the name running up it, and a broad calm page beside."""

from assets import parts
from assets.column import Column
from assets.document import build
from assets.document.fit import Fitted, set_at
from assets.document.subject import Box
from assets.layout import Layout
from assets.sheet import ROLES, Sheet


class SideRail(Layout):
    slug = "side_rail"
    label = {"ko": "세로 띠", "en": "Side rail"}
    photo = "may"
    kin = "panel"
    character = ("professional", "fact", "benefit list", "premium")

    def arrange(self, sheet: Sheet) -> None:
        on, rail = sheet.palette.paper, sheet.palette.brand
        sheet.paint = on.fill
        area = sheet.area
        across = 2 * (sheet.format.safe.left + sheet.rem * 0.5)
        x = across + sheet.rem * 1.7
        width = area.right - x
        has_photo = sheet.brief.photo is not None
        if sheet.wide and has_photo:
            width = (area.right - x) * 0.56
        share = 0.64 if has_photo and not sheet.wide else 1.0
        column = self.words(sheet, width).fit(area.h * share)
        y = area.bottom - column.seen
        if has_photo:
            self.show(sheet, x, width, y)
        elif not sheet.wide:
            y = area.y + (area.h - column.seen) * 0.5
        else:
            y = area.y + (area.h - column.seen) / 2
        sheet.fill(Box(0, 0, across, sheet.h), rail.fill)
        self.name(sheet, rail, across)
        column.draw(x, y, on)

    def show(self, sheet: Sheet, x: float, width: float, y: float) -> None:
        if sheet.wide:
            left = x + width + sheet.rem * 1.8
            sheet.picture(Box(left, 0, sheet.w - left, sheet.h))
            return
        sheet.picture(Box(x, 0, sheet.w - x, y - sheet.rem * 1.6))

    def name(self, sheet: Sheet, rail, across: float) -> None:
        """The brand's name reads upwards from the foot of the safe area; a square closes the rail."""
        area, words = sheet.area, sheet.brief.look.name
        side = sheet.rem * 0.7
        sheet.fill(Box(across / 2 - side / 2, area.y, side, side), rail.button)
        if not words:
            return
        size = max(round(sheet.rem * 0.86), sheet.least())
        made = set_at(words, sheet.text(700, leading=1.2), size, area.h * 0.7)
        if made is None or len(made.lines) > 1:
            return
        long = made.width + 4
        middle = area.bottom - long / 2
        shift = (made.top - made.bottom) / 2
        box = (across / 2 - long / 2 - shift, middle - made.height / 2, long, made.height)
        self.turned(sheet, made, box, rail.ink)

    def turned(
        self, sheet: Sheet, fitted: Fitted, box: tuple[float, float, float, float], color: str
    ) -> None:
        """The brand's name reading upwards; `box` is where it would stand before the turn."""
        type = fitted.type
        made = build.text(
            fitted.text,
            box,
            role="label",
            font=type.family,
            size=fitted.size,
            weight=type.weight,
            fill=color,
            align="left",
            line_height=type.leading,
            letter_spacing=type.tracking,
            angle=-90,
            name=sheet.say(*ROLES["brand"][1:]),
            meta={"field": "brand"},
            **sheet.own({}),
        )
        sheet.add(made)

    def words(self, sheet: Sheet, width: float) -> Column:
        blocks = [
            parts.mark(sheet) if sheet.brief.look.logo else None,
            parts.badge(sheet, corner=0.0),
            parts.headline(sheet, least=1.9, most=4.2, lines=5),
            parts.rule(length=2.4, thick=0.16, color="button", before=1.3),
            parts.sub(sheet, rem=1.15, before=1.2),
            parts.body(sheet),
            parts.points(sheet, marks="number"),
            *parts.offer(sheet, parts.price(sheet), parts.cta(sheet, corner=0.0)),
            parts.legal(sheet),
        ]
        return Column(sheet, blocks, width)
