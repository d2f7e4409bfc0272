"""The copy's fields as blocks of a column; a field that is empty is None."""

from assets.blocks import Chip, Headline, Mark, Offer, Rule, Words
from assets.column import Column, Row
from assets.document.fit import Type
from assets.formats import length
from assets.lists import Listed, Points
from assets.sheet import Sheet


def headline(
    sheet: Sheet,
    *,
    serif: bool = False,
    type: Type | None = None,
    least: float = 1.9,
    most: float = 4.2,
    lines: int = 5,
    **more,
) -> Headline:
    """least, most: rem, for a headline of usual length.

    A very short one may be half as large again; a long one on a wide page a little smaller, on one line more.
    """
    long = length(sheet.copy.headline)
    most *= min(max(11 / max(long, 1), 1.0), 1.5)
    if sheet.wide and long > 20:
        least, lines = least * 0.86, lines + 1
    face = type or sheet.heading(serif=serif)
    return Headline(sheet.copy.headline, face, least=least, most=most, lines=lines, **more)


def sub(sheet: Sheet, *, rem: float = 1.25, weight: int = 600, before: float = 1.15, **more) -> Words | None:
    if not sheet.copy.subheadline:
        return None
    type = sheet.text(weight, leading=1.4, balance=True)
    return Words(sheet.copy.subheadline, "subheadline", type, rem=rem, before=before, **more)


def body(
    sheet: Sheet, *, rem: float = 1.0, before: float = 1.05, color: str = "soft", **more
) -> Words | None:
    if not sheet.copy.body:
        return None
    return Words(
        sheet.copy.body, "body", sheet.text(400, leading=1.55), rem=rem, before=before, color=color, **more
    )


def points(sheet: Sheet, marks: str = "dot", *, rem: float = 1.0, weight: int = 600, **more) -> Points | None:
    if not sheet.copy.bullets:
        return None
    return Points(sheet.copy.bullets, sheet.text(weight, leading=1.35), marks=marks, rem=rem, **more)


def price(
    sheet: Sheet, *, rem: float = 2.2, before: float = 1.1, color: str = "loud", **more
) -> Words | None:
    if not sheet.copy.price:
        return None
    face = sheet.heading(leading=1.15)
    return Words(sheet.copy.price, "price", face, rem=rem, before=before, color=color, lines=2, **more)


def cta(sheet: Sheet, *, corner: float = 0.5, before: float = 1.5, rem: float = 1.0, **more) -> Chip | None:
    if not sheet.copy.cta:
        return None
    return Chip(sheet.copy.cta, "button", sheet.text(700), rem=rem, corner=corner, before=before, **more)


def offer(sheet: Sheet, price: Words | None, button: Chip | None) -> list[Words | Chip | Offer | None]:
    """Price and button: side by side on wide pages, where height is dear."""
    if sheet.wide and price and button:
        return [Offer(price, button, before=price.before)]
    return [price, button]


def badge(
    sheet: Sheet, *, corner: float = 0.5, before: float = 1.0, rem: float = 0.82, **more
) -> Chip | None:
    if not sheet.copy.badge:
        return None
    pad = (0.85, 0.5)
    return Chip(
        sheet.copy.badge, "badge", sheet.text(700), rem=rem, pad=pad, corner=corner, before=before, **more
    )


def legal(sheet: Sheet, *, before: float = 0.9, color: str = "soft", **more) -> Words | None:
    if not sheet.copy.legal:
        return None
    type = sheet.text(400, leading=1.45)
    return Words(sheet.copy.legal, "legal", type, rem=0.64, before=before, color=color, fine=True, **more)


def mark(
    sheet: Sheet, *, rem: float = 0.9, dot: bool = True, before: float = 1.0, color: str = "ink"
) -> Mark | None:
    look = sheet.brief.look
    if not look.name and not look.logo:
        return None
    return Mark(sheet.text(700), rem=rem, dot=dot, before=before, color=color)


def rule(*, length: float = 0.0, thick: float = 0.0, color: str = "line", before: float = 1.0) -> Rule:
    return Rule(length=length, thick=thick, color=color, before=before)


def point(sheet: Sheet, at: int, *, rem: float = 1.0, weight: int = 600, **more) -> Words:
    """One bullet by itself, without a mark."""
    return Words(
        sheet.copy.bullets[at],
        f"bullets.{at}",
        sheet.text(weight, leading=1.35, balance=True),
        rem=rem,
        **more,
    )


def listed(sheet: Sheet, *, rem: float = 1.0, weight: int = 600, before: float = 1.0) -> Listed | None:
    """The bullets on one axis, for centred columns."""
    if not sheet.copy.bullets:
        return None
    return Listed(sheet.copy.bullets, sheet.text(weight, leading=1.35), rem=rem, before=before)


def foot(sheet: Sheet, text: list, *, corner: float = 0.5, width: float = 0.0) -> Row | Column:
    """The close of a page: text at the left, price and button at the right, fine print below the text.

    Without text the price faces the button; slim pages stand it all in one column.
    """
    width = width or sheet.area.w
    offer, button, fine = price(sheet, rem=1.9), cta(sheet, corner=corner, before=0.95), legal(sheet)
    if sheet.slim or not (offer or button) or not (any(text) or (offer and button)):
        return Column(sheet, [*text, offer, button, fine], width)
    if not any(text):
        return Row(sheet, [offer, fine], [button], width)
    return Row(sheet, [*text, fine], [offer, button], width, share=0.36)
