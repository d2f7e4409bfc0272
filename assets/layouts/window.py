"""Window: an arch with the photo rises from the page's lower edge; the words stand above on one axis."""

from assets import parts
from assets.column import Column
from assets.document.subject import Box
from assets.layout import Layout
from assets.sheet import Sheet, Unfit


class Window(Layout):
    slug = "window"
    label = {"ko": "아치 창", "en": "Arched window"}
    photo = "needs"
    kin = "object"
    character = ("emotion", "premium", "quote", "product")

    def arrange(self, sheet: Sheet) -> None:
        on = sheet.dice.choice((sheet.palette.tint, sheet.palette.paper))
        sheet.paint = on.fill
        if sheet.wide:
            self.beside(sheet, on)
        else:
            self.below(sheet, on)

    def below(self, sheet: Sheet, on) -> None:
        area, gap = sheet.area, sheet.rem * 1.7
        column = self.words(sheet, area.w * 0.92).fit(area.h * (0.66 if not sheet.slim else 0.62))
        top = area.y + column.seen + gap + (sheet.rem * 0.8 if sheet.copy.badge else 0)
        across = min(area.w * (0.68 if sheet.shape == "square" else 0.74), (sheet.h - top) * 1.6)
        if sheet.h - top < across * 0.42:
            raise Unfit("The words leave no room for the window.")
        x = (sheet.w - across) / 2
        rim = sheet.rem * 0.5
        outer = Box(x - rim, top - rim, across + 2 * rim, sheet.h - top + across)
        sheet.fill(
            outer, None, radius=outer.w / 2, stroke={"color": on.button, "width": sheet.hair, "dash": []}
        )
        self.arch(sheet, Box(x, top, across, sheet.h - top))
        self.keystone(sheet, on, x + across / 2, top)
        column.draw(area.x + area.w * 0.04, area.y, on, align="center")

    def beside(self, sheet: Sheet, on) -> None:
        area = sheet.area
        across = area.h * 0.86
        x = area.right - across - sheet.rem * 0.6
        width = x - area.x - sheet.rem * 2.4
        column = self.words(sheet, width).fit(area.h)
        rim = sheet.rem * 0.5
        outer = Box(x - rim, area.y - rim, across + 2 * rim, sheet.h - area.y + across)
        sheet.fill(
            outer, None, radius=outer.w / 2, stroke={"color": on.button, "width": sheet.hair, "dash": []}
        )
        self.arch(sheet, Box(x, area.y, across, sheet.h - area.y))
        self.keystone(sheet, on, x + across / 2, area.bottom - sheet.rem)
        column.draw(area.x, area.y + (area.h - column.seen) / 2, on)

    def arch(self, sheet: Sheet, seen: Box) -> None:
        """The picture runs on below the page, so only its round head shows; the subject stays in view."""
        radius = seen.w / 2
        hidden = radius * 1.01
        share = seen.h / (seen.h + hidden)
        box = Box(seen.x, seen.y, seen.w, seen.h + hidden)
        sheet.picture(box, radius=radius, towards=(0.5, 0.55 * share), close=0.2)

    def keystone(self, sheet: Sheet, on, x: float, y: float) -> None:
        """The badge in the middle of the arch's head; on wide pages, of its foot."""
        if not sheet.copy.badge:
            return
        chip = parts.badge(sheet, rem=0.82)
        chip.fit(sheet, sheet.area.w * 0.5, 1.0)
        across, tall = chip.box
        chip.draw(sheet, x - across / 2, y - tall / 2, across, "left", on)

    def words(self, sheet: Sheet, width: float) -> Column:
        blocks = [
            parts.mark(sheet, dot=False, rem=0.85),
            parts.headline(sheet, serif=True, least=1.7, most=3.1, lines=3),
            parts.sub(sheet, rem=1.05, weight=400, color="soft", before=0.9),
            parts.body(sheet, rem=0.92, before=0.9),
            parts.points(sheet, rem=0.92) if sheet.wide else parts.listed(sheet, rem=0.92),
            *parts.offer(
                sheet, parts.price(sheet, rem=1.7, before=0.9), parts.cta(sheet, rem=0.92, before=1.1)
            ),
            parts.legal(sheet),
        ]
        return Column(sheet, blocks, width)
