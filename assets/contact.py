"""A contact sheet: many designs in one picture, to be looked at before anyone else does."""

import io
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import cycle, islice
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from assets.checks import preflight_page
from assets.composition import Composition
from assets.document import build
from assets.document.fonts import PACKAGES, family
from assets.formats import formats
from assets.layouts import LAYOUTS, known_photos
from assets.press import Press
from assets.sheet import Unfit
from assets.specimens import copies, kits, photo, picture

GAP, CAPTION = 16, 22  # px
GREY, INK, RED = "#a3a3a3", "#101010", "#b00020"
PHOTOS = ("product", "portrait", "bread", "night", "street")


class Cell(NamedTuple):
    """One design: what it is, and its picture or the reason why there is none."""

    caption: str
    picture: Image.Image | None
    reason: str = ""


def samples(
    slugs: Iterable[str], format_slugs: Iterable[str], *, lang: str = "", mode: str = "", seed: int = 0
) -> Iterator[tuple[str, Composition]]:
    """A layout slug and a composition for each layout and format; kits, copy and photos take turns."""
    looks, words, pictures = cycle(kits().values()), cycle(copies(lang).values()), cycle(PHOTOS)
    for slug in slugs:
        for format_slug in format_slugs:
            look, own = next(looks)
            shown = None if LAYOUTS[slug].photo == "never" else photo(next(pictures))
            tries = [
                Composition(formats()[format_slug], copy, look, shown, mode or own, speech, seed)
                for copy, speech in islice(words, len(copies(lang)))
            ]
            first = next(at for at, each in enumerate(tries) if _suits(slug, each) or each is tries[-1])
            for _ in range(first + 1):  # the next one starts with copy that was not shown yet
                next(words)
            yield slug, tries[first]


def _suits(slug: str, composition: Composition) -> bool:
    try:
        LAYOUTS[slug]().compose(composition)
    except Unfit:
        return False
    return True


def proof(press: Press, slug: str, composition: Composition, *, width: int) -> Cell:
    """One composition through its layout, the preflight and the press."""
    caption = f"{slug} · {composition.format.slug} · {composition.look.name}"
    try:
        page = LAYOUTS[slug]().compose(composition)
    except Unfit as unfit:
        return Cell(caption, None, str(unfit))
    findings = preflight_page(page, photos=known_photos([composition]))
    document = build.document(slug, [page], lang=composition.lang)
    drawn = press.render(document, page["id"], width=width, images=specimen)
    marks = " ".join(f"{finding.severity}: {finding.slug}" for finding in findings)
    return Cell(caption, Image.open(io.BytesIO(drawn)).convert("RGB"), marks)


@cache
def specimen(name: str) -> tuple[bytes, str]:
    """A drawn photo as the press wants it."""
    buffer = io.BytesIO()
    picture(name).save(buffer, "JPEG", quality=90)
    return buffer.getvalue(), "image/jpeg"


def mosaic(cells: list[Cell], *, columns: int, width: int) -> Image.Image:
    """All cells in rows, each with its caption above."""
    rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
    heights = [
        max((cell.picture.height for cell in row if cell.picture), default=0) + CAPTION for row in rows
    ]
    size = (columns * (width + GAP) + GAP, sum(heights) + GAP * (len(rows) + 1))
    sheet = Image.new("RGB", size, GREY)
    pen, font = ImageDraw.Draw(sheet), _font(13)
    y = GAP
    for row, height in zip(rows, heights, strict=True):
        for at, cell in enumerate(row):
            x = GAP + at * (width + GAP)
            pen.text((x, y), cell.caption[: width // 6], fill=INK, font=font)
            if cell.picture:
                sheet.paste(cell.picture, (x, y + CAPTION))
            if cell.reason:
                pen.text((x, y + CAPTION), cell.reason[: width // 6], fill=RED, font=font)
        y += height + GAP
    return sheet


def _font(size: int) -> ImageFont.FreeTypeFont:
    file = family("Pretendard").face(400).files[-1][1]
    return ImageFont.truetype(str(PACKAGES / file), size)
