"""Fact grid: tiles of different sizes, one thing in each, as on a well-kept notice wall."""

from assets import parts
from assets.column import Column
from assets.document.subject import Box
from assets.layout import Layout
from assets.sheet import Sheet, Unfit


class FactGrid(Layout):
    slug = "fact_grid"
    label = {"ko": "타일 그리드", "en": "Fact grid"}
    photo = "may"
    kin = "list"
    character = ("fact", "benefit list", "professional", "product")

    def arrange(self, sheet: Sheet) -> None:
        if len(sheet.copy.bullets) < 2:
            raise Unfit("It needs two points or more.")
        sheet.paint = sheet.palette.tint.fill
        self.gap = sheet.rem * 0.42
        self.pad = sheet.rem * 1.05
        grid = sheet.area
        if sheet.wide:
            self.wide_grid(sheet, grid)
        else:
            self.tall_grid(sheet, grid)

    def tall_grid(self, sheet: Sheet, grid: Box) -> None:
        gap = self.gap
        facts = len(sheet.copy.bullets)
        low = self.bottom_height(sheet, grid.w)
        tile = (grid.w - gap * (facts - 1)) / facts
        middle = max(self.fact_height(sheet, tile), grid.h * 0.16)
        high = grid.h - low - middle - gap * (2 if low else 1)
        half = sheet.brief.photo is not None
        across = grid.w * 0.58 if half else grid.w
        self.title_tile(sheet, Box(grid.x, grid.y, across, high))
        if half:
            self.photo_tile(sheet, Box(grid.x + across + gap, grid.y, grid.w - across - gap, high))
        y = grid.y + high + gap
        for at in range(facts):
            self.fact_tile(sheet, at, Box(grid.x + at * (tile + gap), y, tile, middle))
        if low:
            self.bottom_tiles(sheet, Box(grid.x, grid.bottom - low, grid.w, low))

    def wide_grid(self, sheet: Sheet, grid: Box) -> None:
        gap = self.gap
        facts = len(sheet.copy.bullets)
        left = grid.w * 0.5
        right = Box(grid.x + left + gap, grid.y, grid.w - left - gap, grid.h)
        low = self.bottom_height(sheet, right.w)
        photo = sheet.brief.photo is not None and facts == 2
        high = right.h - low - (gap if low else 0)
        rows = facts + (1 if photo else 0)
        tile = (high - gap * (rows - 1)) / rows
        if tile < self.fact_height(sheet, right.w):
            raise Unfit("The facts need more height than the page has.")
        self.title_tile(sheet, Box(grid.x, grid.y, left, grid.h))
        for at in range(facts):
            self.fact_tile(sheet, at, Box(right.x, right.y + at * (tile + gap), right.w, tile))
        if photo:
            self.photo_tile(sheet, Box(right.x, right.y + facts * (tile + gap), right.w, tile))
        if low:
            self.bottom_tiles(sheet, Box(right.x, grid.bottom - low, right.w, low))

    def title_tile(self, sheet: Sheet, box: Box) -> None:
        on = sheet.palette.brand
        blocks = [
            parts.headline(sheet, least=1.6, most=3.6, lines=5),
            parts.sub(sheet, rem=1.05, weight=400, before=0.9),
            parts.body(sheet, rem=0.9),
        ]
        brand = Column(sheet, [parts.mark(sheet, rem=0.8)], box.w - self.pad * 2).fit(box.h * 0.3)
        lift = brand.seen + sheet.rem if brand.seen else 0
        column = Column(sheet, blocks, box.w - self.pad * 2).fit(box.h - self.pad * 2 - lift)
        self.tile(sheet, box, on.fill)
        brand.draw(box.x + self.pad, box.y + self.pad, on)
        column.draw(box.x + self.pad, box.bottom - self.pad - column.seen, on)

    def photo_tile(self, sheet: Sheet, box: Box) -> None:
        sheet.picture(box, radius=sheet.rem * 0.5)

    def fact_tile(self, sheet: Sheet, at: int, box: Box) -> None:
        on = sheet.palette.paper
        self.tile(sheet, box, on.fill)
        column = self.fact(sheet, at, box.w - self.pad * 2)
        sheet.fill(Box(box.x + self.pad, box.y + self.pad, sheet.rem * 0.9, sheet.rem * 0.16), on.button)
        column.draw(box.x + self.pad, box.bottom - self.pad - column.seen, on)

    def fact(self, sheet: Sheet, at: int, width: float) -> Column:
        words = parts.point(sheet, at, rem=1.0)
        return Column(sheet, [words], width).fit(sheet.area.h)

    def fact_height(self, sheet: Sheet, width: float) -> float:
        inner = width - self.pad * 2
        most = max(self.fact(sheet, at, inner).seen for at in range(len(sheet.copy.bullets)))
        return most + self.pad * 2 + sheet.rem * (0.45 if sheet.wide else 1.0)

    def bottom_height(self, sheet: Sheet, width: float) -> float:
        columns = self.bottom(sheet, width)
        return max((column.seen for column in columns), default=-self.pad * 2) + self.pad * 2

    def bottom(self, sheet: Sheet, width: float) -> list[Column]:
        """What stands in the last row: the offer, and the button."""
        offer = [parts.price(sheet, rem=1.7), parts.badge(sheet, rem=0.75, before=0.7)]
        close = [parts.cta(sheet, before=0.7), parts.legal(sheet, before=0.7)]
        groups = [group for group in (offer, close) if any(group)]
        share = (width - self.gap * (len(groups) - 1)) / max(len(groups), 1) - self.pad * 2
        return [Column(sheet, group, share).fit(sheet.area.h * 0.4) for group in groups]

    def bottom_tiles(self, sheet: Sheet, box: Box) -> None:
        columns = self.bottom(sheet, box.w)
        grounds = [sheet.palette.accent, sheet.palette.paper][-len(columns) :]
        share = (box.w - self.gap * (len(columns) - 1)) / len(columns)
        for at, (column, on) in enumerate(zip(columns, grounds, strict=True)):
            tile = Box(box.x + at * (share + self.gap), box.y, share, box.h)
            self.tile(sheet, tile, on.fill)
            column.draw(tile.x + self.pad, tile.y + (tile.h - column.seen) / 2, on)

    def tile(self, sheet: Sheet, box: Box, color: str) -> None:
        sheet.fill(box, color, radius=sheet.rem * 0.5)
