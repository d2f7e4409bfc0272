"""Words over a photo: where the photo is calm they lie under a veil, elsewhere it melts into plain colour.

Either way the subject stays uncovered and the words read: under a veil by the photo's light map, on the
molten part because nothing of the photo is left there.
"""

from dataclasses import replace
from typing import Any

from assets.column import Column
from assets.document import build
from assets.document.colour import fade, grey, luminance, luminance_of, over, ratio, rgb
from assets.document.palette import Surface, derive
from assets.document.subject import Box, Photo, crop
from assets.sheet import Sheet

READ = 4.9  # contrast aimed at over a photo; a little above the promise, for what the map's cells leave out
HEAVY = 0.55  # a veil denser than this hides the photo; then it had better melt
COVERED = 0.06  # share of the subject that words may cover under a veil
RESTLESS = 0.5  # spread of luminance under the words from which no veil looks calm
NIGHT, DAY = 0.22, 0.6  # mean luminance below which only a dark veil looks natural, above which a light one
STEPS = ((0.0, 0.0), (0.22, 0.1), (0.45, 0.38), (0.7, 0.78), (0.88, 0.96), (1.0, 1.0))  # an eased ramp


def lay_photo(
    sheet: Sheet, text: Box, *, towards: tuple[float, float] = (0.5, 0.42), beside: bool | None = None
) -> Surface:
    """Draws the page's photo and what it takes to read `text` over it; gives the surface to write on.

    text     where the words will stand: at the left (beside) or at the foot
    towards  where in the open part of the page the subject should stand
    beside   by default only on wide pages
    """
    photo = sheet.photo
    if photo.cut_out:
        return _stand(sheet, text, towards, beside=sheet.wide if beside is None else beside)
    beside = sheet.wide if beside is None else beside
    aim = _aim(sheet, text, towards, beside=beside)
    part = crop(photo, sheet.w / sheet.h, towards=aim)
    ground, opacity = under(sheet, sheet.page_box, part, text)
    dark, light = lightness(photo, sheet.page_box, part, text)
    calm = opacity <= HEAVY and light - dark <= RESTLESS
    if calm and _covered(sheet, part, text) <= COVERED:
        sheet.picture(sheet.page_box, towards=aim)
        _veil(sheet, ground.fill, opacity, text, beside=beside)
        return ground
    return _melt(sheet, text, towards, beside=beside)


def under(sheet: Sheet, box: Box, part: Box, text: Box) -> tuple[Surface, float]:
    """The ground for text over a photo shown as `part` in `box`, and how opaque it must be (0–1) to read."""
    dark, light = lightness(sheet.photo, box, part, text)
    if sheet.photo.cut_out:
        return sheet.quiet, 0.0
    grounds = [night(sheet), day(sheet)]
    if (dark + light) / 2 < NIGHT:
        grounds.pop()
    elif (dark + light) / 2 > DAY and not sheet.dark:
        grounds.pop(0)
    found = [(veil(ground, dark, light), at) for at, ground in enumerate(grounds)]
    opacity, at = min(found)
    return plain(grounds[at]), opacity


def name_on_photo(sheet: Sheet, brand: Column, x: float, y: float) -> None:
    """The brand over the photo drawn last: bare where it reads, on a small plate where it would not."""
    if not brand.blocks:
        return
    image = next(each for each in reversed(sheet.objects) if each["type"] == "image")
    place, cut = image["transform"], image["props"]["crop"]
    box = Box(place["cx"] - place["w"] / 2, place["cy"] - place["h"] / 2, place["w"], place["h"])
    across = brand.blocks[0].across
    text = Box(x, y, across, brand.seen)
    ground, opacity = under(sheet, box, Box(cut["x"], cut["y"], cut["w"], cut["h"]), text)
    if opacity > 0:
        name_plate(sheet, brand, x, y)
    else:
        brand.draw(x, y, ground)


def name_plate(sheet: Sheet, brand: Column, x: float, y: float) -> None:
    """The brand on a small plate of the page's colour."""
    if not brand.blocks:
        return
    pad, ground = sheet.rem * 0.5, sheet.palette.paper
    plate = Box(x, y, brand.blocks[0].across + pad * 2.4, brand.seen + pad * 2)
    sheet.fill(plate, ground.fill, radius=plate.h / 2, name=sheet.say("이름표", "Name plate"))
    brand.draw(x + pad * 1.2, y + pad, ground)


def lightness(photo: Photo, box: Box, part: Box, text: Box) -> tuple[float, float]:
    """Luminance of the darkest and lightest places of the photo under `text`."""
    seen = []
    for across in range(15):
        for down in range(15):
            x, y = text.x + text.w * across / 14, text.y + text.h * down / 14
            left = min(max((x - box.x) / box.w, 0), 0.999)
            top = min(max((y - box.y) / box.h, 0), 0.999)
            seen.append(photo.extremes(part.x + part.w * left, part.y + part.h * top))
    return min(dark for dark, _ in seen), max(light for _, light in seen)


def veil(ground: Surface, dark: float, light: float) -> float:
    """The smallest opacity (0–1) of `ground` over a photo at which its ink reads everywhere."""
    ink = luminance(ground.ink)
    least = min(READ, ratio(ink, luminance(ground.fill)))
    for step in range(40):
        opacity = step / 40
        seen = [luminance_of(over(rgb(ground.fill), opacity, grey(each))) for each in (dark, light)]
        if all(ratio(ink, each) >= least for each in seen) and (ink - seen[0]) * (ink - seen[1]) > 0:
            return opacity
    return 1.0


def day(sheet: Sheet) -> Surface:
    """The kit's light page."""
    return derive(dict(sheet.brief.look.colors), "light").paper


def night(sheet: Sheet) -> Surface:
    """The kit's darkest ground."""
    return sheet.palette.deep


def plain(ground: Surface) -> Surface:
    """The surface with one text colour only: over a photo nothing but the ink is proven."""
    return replace(ground, soft=ground.ink, strong=ground.ink, loud=ground.ink)


def gradient(color: str, angle: float, *stops: tuple[float, float]) -> dict[str, Any]:
    """One colour coming and going; stops are (at 0–1, opacity 0–1)."""
    return build.linear(angle, *((at, fade(color, opacity)) for at, opacity in stops))


def _aim(sheet: Sheet, text: Box, towards: tuple[float, float], *, beside: bool) -> tuple[float, float]:
    """`towards` within the open part, as a place on the whole page."""
    if beside:
        return (text.right + (sheet.w - text.right) * towards[0]) / sheet.w, towards[1]
    return towards[0], text.y * towards[1] / sheet.h


def _covered(sheet: Sheet, part: Box, text: Box) -> float:
    """The share of the subject that lies under the words, on a page filled with `part`."""
    subject = sheet.photo.subject
    rim = 0.08
    on_page = Box(
        (subject.x - rim * subject.w - part.x) / part.w * sheet.w,
        (subject.y - rim * subject.h - part.y) / part.h * sheet.h,
        subject.w * (1 + 2 * rim) / part.w * sheet.w,
        subject.h * (1 + 2 * rim) / part.h * sheet.h,
    )
    return on_page.overlap(text) / (on_page.w * on_page.h)


def _veil(sheet: Sheet, color: str, opacity: float, text: Box, *, beside: bool) -> None:
    """Dense under the words, gone where the subject is; eased so that no edge shows."""
    dense = max(opacity, 0.25)
    name = sheet.say("그늘", "Shade")
    if beside:
        reach = min(text.right + sheet.w * 0.3, sheet.w)
        edge = (text.right + sheet.rem * 0.5) / reach
        stops = [
            (0.0, min(dense + 0.1, 1)),
            *((edge + (1 - edge) * at, dense * (1 - up)) for at, up in STEPS),
        ]
        sheet.fill(Box(0, 0, reach, sheet.h), gradient(color, 90, *stops), role="overlay", name=name)
        return
    start = max(text.y - sheet.h * 0.26, 0)
    edge = (text.y - sheet.rem * 0.5 - start) / (sheet.h - start)
    stops = [*((edge * at, dense * up) for at, up in STEPS), (1.0, min(dense + 0.1, 1))]
    sheet.fill(
        Box(0, start, sheet.w, sheet.h - start), gradient(color, 180, *stops), role="overlay", name=name
    )


def _melt(sheet: Sheet, text: Box, towards: tuple[float, float], *, beside: bool) -> Surface:
    """The photo fills the open part and melts into a plain ground before the words begin."""
    name = sheet.say("그늘", "Shade")
    if beside:
        end = text.right + sheet.rem * 0.4
        reach = (sheet.w - end) * 0.42
        box = Box(end, 0, sheet.w - end, sheet.h)
        part = sheet.picture(box, towards=(0.5 + 0.12 * towards[0], towards[1]))
        ground = _meeting(sheet, part, standing=True)
        stops = [(at, 1 - up) for at, up in STEPS]
        sheet.fill(
            Box(end - 1, 0, reach, sheet.h), gradient(ground.fill, 90, *stops), role="overlay", name=name
        )
    else:
        end = text.y - sheet.rem * 0.3
        reach = min(end * 0.34, sheet.h * 0.2)
        part = sheet.picture(Box(0, 0, sheet.w, end), towards=towards)
        ground = _meeting(sheet, part, standing=False)
        box = Box(0, end - reach, sheet.w, reach + 1)
        sheet.fill(box, gradient(ground.fill, 180, *STEPS), role="overlay", name=name)
    sheet.paint = ground.fill
    return ground


def stands_tall(photo: Photo) -> bool:
    """Whether the subject is so upright that a broad low frame would cut it."""
    return photo.subject.h * photo.height > photo.subject.w * photo.width * 1.15


def _stand(sheet: Sheet, text: Box, towards: tuple[float, float], *, beside: bool) -> Surface:
    """A cut-out needs neither veil nor melting: it stands in the open part of a plain page."""
    ground = sheet.quiet
    sheet.paint = ground.fill
    end = text.right + sheet.rem if beside else text.y - sheet.rem
    box = Box(end, 0, sheet.w - end, sheet.h) if beside else Box(0, 0, sheet.w, end)
    sheet.picture(box, towards=towards)
    return ground


def _meeting(sheet: Sheet, part: Box, *, standing: bool) -> Surface:
    """The kit's ground that the photo's edge runs into most softly: dark for dark, light for light."""
    if sheet.dark:
        return night(sheet)
    edge = [(part.x + part.w * 0.1, part.y + part.h * at / 20) for at in range(21)]
    if not standing:
        edge = [(part.x + part.w * at / 20, part.bottom - part.h * 0.12) for at in range(21)]
    middles = [sum(sheet.photo.extremes(x, y)) / 2 for x, y in edge]
    return day(sheet) if sum(middles) / len(middles) > NIGHT else night(sheet)
