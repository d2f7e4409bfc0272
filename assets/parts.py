"""The copy's fields as blocks of a column; a field that is empty is None."""

from assets.blocks import Chip, Headline, Mark, Rule, Words
from assets.document.fit import Type
from assets.lists import Listed, Points
from assets.sheet import Sheet


def headline(sheet: Sheet, *, serif: bool = False, type: Type | None = None, **more) -> Headline:
    return Headline(sheet.copy.headline, type or sheet.heading(serif=serif), **more)


def sub(sheet: Sheet, *, rem: float = 1.25, weight: int = 600, before: float = 1.0, **more) -> Words | None:
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
