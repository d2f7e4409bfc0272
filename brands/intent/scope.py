"""What a discount is on: "15% off helmets" in a bike shop's poster is no discount on everything."""

import re

from brands.facts import Fact
from brands.intent.sheet import Sheet, Span
from brands.intent.tokens import is_leading, is_new, sort_of, words_of

_STOP = r"(?:until|till|this|next|on|in|at|for|from|with|when|to|and|or|by|today|tomorrow|all|only|plus)"
_ON = re.compile(
    rf"\s(?:on\s)?(?!{_STOP}\b)[a-z][\w'’-]*(?:\s(?!{_STOP}\b)[a-z][\w'’-]*){{0,2}}"
    rf"(?=\s+{_STOP}\b|\s*[,.;:!?\n()]|\s*$)",
    re.IGNORECASE,
)
_MOST_WORDS = 3


def with_scope(sheet: Sheet, facts: list[Fact]) -> list[Fact]:
    """The discounts among `facts` with the free words that say what they are on; those words are taken."""
    return [_widened(sheet, fact) if fact.kind == "discount" else fact for fact in facts]


def _widened(sheet: Sheet, fact: Fact) -> Fact:
    span = _behind(sheet, fact) if fact.text.lower().endswith("off") else _before(sheet, fact)
    if span is None or fact.source != "message":
        return fact
    sheet.take(*span, "discount")
    return fact.model_copy(update={"text": sheet.text[slice(*span)], "start": span.start, "end": span.end})


def _behind(sheet: Sheet, fact: Fact) -> Span | None:
    match = _ON.match(sheet.text, fact.end)
    return Span(fact.start, match.end()) if match and sheet.is_free(*match.span()) else None


def _before(sheet: Sheet, fact: Fact) -> Span | None:
    """«헬멧 15% 할인»: the nouns that stand right before it, up to the last mark, if nothing took them."""
    if not re.search(r"(?:할인|세일)$", fact.text):
        return None
    floor = max(sheet.text.rfind(mark, 0, fact.start) for mark in ",.:;!?\n·/") + 1
    start, _ = sheet.trimmed(floor, fact.start)
    words = words_of(sheet, start, fact.start)
    if not 0 < len(words) <= _MOST_WORDS or not sheet.is_free(start, fact.start):
        return None
    plain = all(sort_of(w.text) == "noun" and not is_leading(w.text) and not is_new(w.text) for w in words)
    return Span(words[0].start, fact.end) if plain else None
