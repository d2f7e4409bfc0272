"""Whom it is for, as far as the person says so."""

import re
from functools import cache

from brands.intent.lexicon import en, ko
from brands.intent.sheet import Sheet, Span


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], float], ...]:
    return (
        (re.compile(ko("audience_said")), 0.95),
        (re.compile(en("audience_said"), re.IGNORECASE), 0.95),
        (re.compile(ko("audience_after").replace("%people%", ko("people"))), 0.8),
        (re.compile(en("audience_for").replace("%people%", en("people")), re.IGNORECASE), 0.8),
        (re.compile(en("audience_to").replace("%people%", en("people")), re.IGNORECASE), 0.8),
    )


def take_audience(sheet: Sheet) -> tuple[Span, float] | None:
    """The audience as the person named it, and how sure we are."""
    for pattern, sure in _patterns():
        for match in sheet.matches(pattern):
            who = _narrowed(sheet, *sheet.trimmed(*match.span("who")))
            if who.end - who.start < 2:
                continue
            sheet.take(who.start, match.end(), "audience")
            if sure > 0.9:
                sheet.take(match.start(), who.start, "audience")
            return who, sure
    return None


def _narrowed(sheet: Sheet, start: int, end: int) -> Span:
    """Without what stands before the people: a taken stretch, a verb's end, a particle of place or topic."""
    words = list(re.finditer(r"\S+", sheet.text[start:end]))
    for word in reversed(words[:-1]):
        text = word.group()
        stop = re.search(ko("audience_stop"), text) and not re.search(ko("audience_kept"), text)
        free = sheet.is_free(start + word.start(), start + word.end())
        stop = stop or re.search(ko("business") + "$", text)
        if not free or (stop and not _object_of_adnominal(words, word)):
            return sheet.trimmed(start + word.end(), end)
    return Span(start, end)


def _object_of_adnominal(words: list[re.Match[str]], word: re.Match[str]) -> bool:
    """«아이를 키우는 부모»: the object belongs to what follows."""
    at = words.index(word)
    following = " ".join(each.group() for each in words[at + 1 : at + 3])
    return bool(re.search(r"[을를에]$", word.group()) and re.match(ko("audience_deed"), following))
