"""What the person says of the product: its features, one fact each."""

import re
from functools import cache

from brands.intent.lexicon import en, ko
from brands.intent.lists import parts
from brands.intent.sheet import Sheet, Span


@cache
def _leads() -> tuple[re.Pattern[str], ...]:
    """Frames with the list behind them: «특징은 …», "key features are …"."""
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"{ko('feature_adjectives')}{ko('feature_words')}(?:으로는|으로|은|는)\s?[:：]?\s?",
            rf"{en('feature_lead')}{en('feature_words')}\s(?:are|is|include[sd]?|being|like)\s",
            rf"\b{en('emphasis')}\s(?:on\s|that\s(?:it|they)\s?|the fact that\s(?:it|they)\s?)?",
        )
    )


@cache
def _tails() -> tuple[re.Pattern[str], ...]:
    """Frames with the list before them: «…가 주요 특징이야», «… 강조해줘», "… are the key features"."""
    word, adjectives = ko("feature_words"), ko("feature_adjectives")
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"(?:이|가|은|는|도)?\s?{adjectives}{word}\s?{ko('copula')}",
            rf"(?:이|가)\s?{adjectives}{word}(?=\s*(?:[,.!?\n]|$))",
            rf"(?:을|를|만|도|이|가)?\s?(?:점을\s?)?{ko('emphasis')}\S*",
            rf"\s(?:are|is|as|being)\s{en('feature_lead')}{en('feature_words')}\b",
        )
    )


def take_features(sheet: Sheet) -> list[Span]:
    """Features named as such, in order."""
    found: list[Span] = []
    for sentence in sheet.sentences():
        for frame, region in [*_behind(sheet, sentence), *_before(sheet, sentence)]:
            members = [span for span in parts(sheet, *region) if _speaks(sheet, span)]
            if members and sheet.is_free(*frame):
                sheet.take(*frame, "feature")
                for part in sheet.free_parts(*region):
                    sheet.take(*part, "feature")
                found += members
    return sorted(set(found))


def _behind(sheet: Sheet, sentence: Span) -> list[tuple[Span, Span]]:
    """Frames of this sentence with the list that follows each, cut where other things begin."""
    pairs = []
    for pattern in _leads():
        for match in pattern.finditer(sheet.text, *sentence):
            cut = re.compile(ko("list_ends")).search(sheet.text, match.end(), sentence.end)
            region = _to_first(sheet, match.end(), cut.start() if cut else sentence.end)
            copula = re.compile(rf"\s?{ko('copula')}(?=[,\s.!]|$)").match(
                sheet.text, region.end, sentence.end
            )
            if copula and sheet.is_free(*copula.span()):
                sheet.take(*copula.span(), "feature")
            pairs.append((Span(*match.span()), region))
    return pairs


def _before(sheet: Sheet, sentence: Span) -> list[tuple[Span, Span]]:
    """Frames of this sentence with the list in front of each, from the last boundary on."""
    pairs = []
    for pattern in _tails():
        floor = sentence.start
        for match in pattern.finditer(sheet.text, *sentence):
            start = floor
            for boundary in re.compile(ko("list_begins")).finditer(sheet.text, floor, match.start()):
                start = boundary.end()
            pairs.append((Span(*match.span()), _from_last(sheet, start, match.start())))
            floor = match.end()
    return pairs


def _to_first(sheet: Sheet, start: int, end: int) -> Span:
    """Up to the first stretch that an audience, an order or a channel took."""
    for at in range(start, end):
        if sheet.takers[at] in {"audience", "order", "tone", "channel", "label", "look"}:
            return sheet.trimmed(start, at)
    return sheet.trimmed(start, end)


def _from_last(sheet: Sheet, start: int, end: int) -> Span:
    for at in range(end - 1, start - 1, -1):
        if sheet.takers[at] in {"audience", "order", "tone", "channel", "label", "look"}:
            return sheet.trimmed(at + 1, end)
    return sheet.trimmed(start, end)


def _speaks(sheet: Sheet, span: Span) -> bool:
    """Not taken whole by a price or a period, and short enough to be one point."""
    text = sheet.text[span.start : span.end]
    return (
        2 <= len(text) <= 80
        and any(not sheet.takers[at] for at in range(*span))
        and bool(re.search(r"\w", text))
    )
