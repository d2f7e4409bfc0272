"""What an English prompt is about: the noun phrase behind "for", "promote" or in front of "poster"."""

import re
from functools import cache

from brands.intent.lexicon import en, words
from brands.intent.product_ko import Found
from brands.intent.sheet import QUOTED, Sheet, Span

_NP = r"(?P<np>(?:[^,;:!?()\n—–|.]|(?<=\w)\.(?=\w)){2,90}?)"


_OFF = re.compile(r"\b(?:off|free)\s(?:on\s|all\s|of\s|our\s|any\s|every\s|selected\s)*$", re.IGNORECASE)


# "Free yoga in the park" is about yoga; "free delivery" is about no product.
_FREE = re.compile(r"\s*free\s", re.IGNORECASE)
_FREE_SERVICE = re.compile(
    r"(?:shipping|delivery|trial|returns?|samples?|entry|admission|parking|gifts?|quote|upgrade|wrapping)\b",
    re.I,
)
# Beginnings that name no thing.
_NO_THING = re.compile(
    r"(?:no\s.*|(?:get|take|have|give|buy|spend|join|visit|see|try)(?:\s(?:an?|the|your|our|one|it))*)", re.I
)


def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of en.toml with %np%, %stop%, %media%, %head%, %people% and %business% filled in."""
    filled = pattern.replace("%np%", _NP).replace("%head%", en("media_head"))
    for name in ("stop", "media", "people", "business"):
        filled = filled.replace(f"%{name}%", en(name))
    return re.compile(filled, re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple((_compiled(row["pattern"]), row["sure"]) for row in words("en")["product"])


@cache
def _named(name: str) -> re.Pattern[str]:
    return _compiled(en(name))


def find_product(sheet: Sheet) -> Found | None:
    """The product of an English text, or None; nothing is taken."""
    for pattern, sure in _patterns():
        for match in pattern.finditer(sheet.text):
            if found := _found(sheet, *match.span("np"), sure):
                return found
    return _quoted(sheet) or _what_is_left(sheet)


def _found(sheet: Sheet, start: int, end: int, sure: float) -> Found | None:
    """The phrase up to the first taken character, without articles, a shop's name, words of the request."""
    while start < end and (sheet.takers[start] == "claim" or sheet.text[start].isspace()):
        start += 1
    within = "discount" if sheet.taken_by("discount", start, start + 1) else ""
    within = within if _OFF.search(sheet.text[:start]) else ""
    if _FREE.fullmatch(sheet.text[:start]) and not _FREE_SERVICE.match(sheet.text, start):
        within = "offer"
    taken = next((at for at in range(start, end) if sheet.takers[at] != within), end)
    start, end = sheet.trimmed(start, taken)
    start, brand = _without_shop(sheet, _after_leading(sheet, start, end), end)
    start = _after_leading(sheet, start, end)
    text = sheet.text[start:end]
    if _named("product_about").search(text) and (more := _about(sheet, end)):
        return Found(Span(start, more), None, brand, sure)
    tail = _named("product_tail").search(text)
    if tail and not _named("product_event").search(text):
        end = start + tail.start()
    return Found(Span(start, end), None, brand, sure) if _names_something(sheet.text[start:end]) else None


def _about(sheet: Sheet, end: int) -> int:
    """Where «webinar on supply chain risk» ends, if the phrase goes on like that."""
    more = _compiled(rf"\s(?:on|about|in)\s{_NP}(?={en('stop')})").match(sheet.text, end)
    return more.end("np") if more and sheet.is_free(*more.span("np")) else 0


def _names_something(text: str) -> bool:
    if not re.search(r"[A-Za-z가-힣]", text) or len(text.split()) > 9:
        return False
    if re.match(r"(?:in|on|at|to|by|from|with|for|of|and|or|but|until|till|if|then|as|off)\s", text):
        return False
    if (
        _NO_THING.fullmatch(text)
        or _named("nothing").fullmatch(text)
        or _named("ends_in_people").search(text)
    ):
        return False
    return not re.match(r"(?:which|what|how|why|when|to)\b", text, re.IGNORECASE) or bool(
        _named("topic").match(text)
    )


def _after_leading(sheet: Sheet, start: int, end: int) -> int:
    lead = re.match(en("leading"), sheet.text[start:end], re.IGNORECASE)
    return start + lead.end() if lead else start


def _without_shop(sheet: Sheet, start: int, end: int) -> tuple[int, Span | None]:
    """ "Harbor Bakery's sourdough" is a shop and its product; "our bakery's sourdough" has no name in it."""
    text = sheet.text[start:end]
    if shop := re.match(rf"(?P<shop>(?:[A-Z][\w&'’.-]*\s)+(?:{en('business')}))\s(?=[a-z])", text):
        return start + shop.end(), Span(start, start + shop.end("shop"))
    own = re.match(r"(?P<shop>(?:[\w&.-]+\s){0,3}[\w&.-]+)[’']s\s", text)
    if not own:
        return start, None
    named = own["shop"][0].isupper()
    return start + own.end(), Span(start, start + own.end("shop")) if named else None


def _quoted(sheet: Sheet) -> Found | None:
    """A name in quotes, with what kind of thing it is in front: protein bar "Oatly Bar"."""
    for match in sheet.matches(re.compile(QUOTED)):
        start, end = sheet.trimmed(*match.span())
        if found := _found(sheet, start, end, 0.7):
            before = sheet.text[: match.start()]
            kind = re.search(r"\b(?:our|my|the|new|an?)\s(?P<kind>(?:[a-z-]+\s){1,3})$", before)
            if kind and sheet.is_free(*kind.span("kind")):
                return Found(Span(_after_leading(sheet, kind.start("kind"), end), end), None, None, 0.75)
            return found
    return None


def _what_is_left(sheet: Sheet) -> Found | None:
    for sentence in sheet.sentences():
        for part in sheet.free_parts(*sentence):
            for piece in re.compile(r"[^,;:()\n—–|]+").finditer(sheet.text, *part):
                phrase = piece.group().strip()
                start, end = sheet.trimmed(*piece.span())
                stop = _named("stop").search(sheet.text, start, end)
                end = stop.start() if stop else end
                if not phrase or len(sheet.text[start:end].split()) > 8 or _named("talk").search(phrase):
                    continue
                if found := _found(sheet, start, end, 0.6):
                    return found
    return None
