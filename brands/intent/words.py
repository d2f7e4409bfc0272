"""Words that name a menu, a channel or a tone."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from brands.intent.sheet import Sheet

_PARTICLES = re.compile(
    r"(?:으로는|로는|으로도|로도|으로|로|에서도|에서|에도|에만|에|용으로|용|을|를|이|가|은|는|이랑|랑|와|과|도|의|하고)(?![가-힣])"
)
_TONE_KO = (
    r"(?:{words})(?:하고\s?\S+)?(?:스럽|스러|적이|하|한|로운|이\s?넘치|있|감\s?있|감이?\s?가|감|진|처럼|적)?\S{{0,3}}\s?"
    r"(?:톤|느낌|분위기|무드|말투|어조|문체|감성|스타일)\S*"
    r"|(?:{words})(?:스럽게|하게|적으로|있게|감\s?있게|롭게|처럼|한\s?듯|직하게|게)"
)
_TONE_EN = (
    r"\b(?:in\san?\s|with\san?\s|keep\sit\s|make\sit\s(?:sound\s|feel\s|look\s)?|sound(?:s|ing)?\s|should\s(?:be|feel|sound)\s)?"
    r"(?:\w+\s(?:and|but)\s)?(?:{words})(?:\s(?:and|but)\s\w+)?\s(?:tone|feel(?:ing)?|vibe|mood|voice|style|touch|wording|language)\b"
    r"|,\s*(?:{words})(?=\s*(?:[.!,]|$))"
    r"|\b(?:keep\sit|make\sit(?:\s(?:sound|feel|look))?|tone:|tone\sis|should\s(?:be|feel|sound)|sound(?:s|ing)?)\s(?:\w+\s(?:and|but)\s)?(?:{words})\b"
)


class Named(NamedTuple):
    """A slug that a word at start:end named."""

    slug: str
    start: int
    end: int


@cache
def _patterns(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))[table]
    if table != "tone":
        return tuple((row["slug"], re.compile(row["pattern"], re.IGNORECASE)) for row in rows)
    return tuple(
        (row["slug"], re.compile(form.format(words=row[key]), re.IGNORECASE))
        for row in rows
        for form, key in ((_TONE_KO, "words"), (_TONE_EN, "english"))
    )


def menus_named(sheet: Sheet) -> list[Named]:
    """Menus that the text names, by place; nothing is taken."""
    found = [
        Named(slug, match.start(), match.end())
        for slug, pattern in _patterns("menu")
        for match in pattern.finditer(sheet.text)
        if not sheet.taken_by("order", match.start(), match.end())
    ]
    return sorted(found, key=lambda named: named.start)


def take_channels(sheet: Sheet) -> list[Named]:
    """Channels that the text names, by place, with the particle behind them taken too."""
    found = []
    for slug, pattern in _patterns("channel"):
        for match in list(sheet.matches(pattern)):
            end = match.end()
            if tail := _PARTICLES.match(sheet.text, end):
                end = tail.end()
            sheet.take(match.start(), end, "channel")
            found.append(Named(slug, match.start(), end))
    return sorted(found, key=lambda named: named.start)


def take_tones(sheet: Sheet) -> list[Named]:
    """Tones that the text asks for, by place."""
    found = []
    for slug, pattern in _patterns("tone"):
        for match in list(sheet.matches(pattern)):
            sheet.take(match.start(), match.end(), "tone")
            found.append(Named(slug, match.start(), match.end()))
    return sorted(found, key=lambda named: named.start)
