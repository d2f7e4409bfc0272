"""What a Korean prompt is about: the noun phrase in front of what is asked for."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from brands.intent.lexicon import ko
from brands.intent.lexicon import words as lexicon
from brands.intent.sheet import QUOTED, Sheet, Span
from brands.intent.tokens import (
    Word,
    gap_is_open,
    is_leading,
    is_new,
    may_be_part,
    sort_of,
    span_of,
    words_of,
)

_MOST_WORDS = 6
_PIECE = re.compile(r"(?:[^,:–—-]|(?<=\d),(?=\d)|(?<=\S)[–—-]|[–—-](?=\S))+")
_MARKS = {"channel", "price", "discount", "offer"}
_TALK_ONLY = re.compile(
    r"(?:안녕하세요|안녕|반갑습니다|저기요?|감사합니다|부탁드려요|부탁드립니다|부탁해요|수고하세요)"
)
_MEASURE = re.compile(r"(?:약)?\d[\d.,]*(?:%|kg|g|mg|ml|l|cm|mm|m|인치|인용|매|개입|종|시간|분)", re.I)
_TOPIC_HEAD = re.compile(r"(?:법|방법|이유|비결|팁|꿀팁|노하우|것|곳|시간|순간|날|때|방식|습관)")
_OWN = {"회사", "기업", "업체", "팀", "브랜드", "기관", "단체"}
_OF_MEDIA = re.compile(
    r"(?i:sns)|온라인|디지털|마케팅|웹|모바일|메인|배경|제품|신규|여름|가을|겨울|봄|시즌|연말"
)
_MOST_BEFORE = 6
_MOST_TRIES = 12


class Found(NamedTuple):
    """The product, what stood before it as a modifier, and the shop, where they were said."""

    product: Span
    modifier: Span | None
    brand: Span | None
    sure: float


@cache
def _anchors() -> tuple[tuple[re.Pattern[str], float], ...]:
    """Where a product ends, surest first; group "end" marks the place."""
    return tuple((re.compile(row["pattern"]), row["sure"]) for row in lexicon("ko")["anchor"])


def find_product(sheet: Sheet) -> Found | None:
    """The product of a Korean text, or None; nothing is taken."""
    if named := _named(sheet):
        return named
    for pattern, sure in _anchors():
        for match in pattern.finditer(sheet.text):
            if not sheet.is_free(match.start(), match.end()) or _serves(sheet, match):
                continue
            if found := _phrase_before(sheet, match.start("end"), sure):
                return found
    return _quoted(sheet) or _sentence_by_sentence(sheet) or _subject(sheet)


def _serves(sheet: Sheet, match: re.Match[str]) -> bool:
    """«건조한 피부를 위한 토너»: what comes behind is the product, unless it is what is asked for."""
    if not match.group().endswith("위한"):
        return False
    behind = words_of(sheet, match.end(), sheet.sentence_at(match.end()).end)[:1]
    near = bool(behind) and not sheet.text[match.end() : behind[0].start].strip(" '\"‘“「")
    return near and sort_of(behind[0].text) == "noun" and not _OF_MEDIA.match(behind[0].text)


def _named(sheet: Sheet) -> Found | None:
    """«상품은 수제 그래놀라고요», «이름은 사운드핏이고»."""
    for match in re.finditer(ko("named_outright"), sheet.text):
        start, end = sheet.trimmed(*match.span("name"))
        if sheet.is_free(match.start(), end) and 2 <= end - start <= 40:
            return Found(Span(start, end), None, None, 0.9)
    return None


def _quoted(sheet: Sheet) -> Found | None:
    """A quoted name, and the nouns in front (회계 앱 ‘세모장부’); before 신제품 it is who makes it."""
    for match in sheet.matches(re.compile(QUOTED)):
        start, end = sheet.trimmed(*match.span())
        if end - start > 40 or re.search(r"[.!?]", sheet.text[start:end]):
            continue
        sentence = sheet.sentence_at(match.start())
        nouns, _ = _nouns(sheet, words_of(sheet, sentence.start, match.start()))
        nouns = [] if nouns and nouns[-1].closed else _stripped(nouns)
        following = words_of(sheet, match.end(), sentence.end)
        if following and is_new(following[0].text) and (made := _phrase_in(sheet, match.end(), sentence.end)):
            return Found(made.product, made.modifier, Span(start, end), 0.8)
        return Found(Span(nouns[0].start if nouns else start, end), None, None, 0.8)
    return None


def _sentence_by_sentence(sheet: Sheet) -> Found | None:
    """The phrase before what is asked («… 이벤트 포스터»), or a sentence that is only a short phrase."""
    for sentence in sheet.sentences():
        asks = any(sheet.takers[at] in _MARKS for at in range(*sentence)) or any(
            sort_of(word.text) == "request" for word in words_of(sheet, *sentence)
        )
        for piece in _PIECE.finditer(sheet.text, *sentence):
            if _TALK_ONLY.fullmatch(piece.group().strip()):
                continue
            if found := _phrase_in(sheet, *piece.span()) if asks else _alone(sheet, *piece.span()):
                return found
    return None


def _alone(sheet: Sheet, start: int, end: int) -> Found | None:
    """A free piece that is a noun phrase and not talk: prompts of one or two words."""
    for part in sheet.free_parts(start, end):
        words = words_of(sheet, *part)
        if not words or len(words) > _MOST_WORDS + 2 or re.search(ko("talk"), sheet.text[slice(*part)]):
            continue
        if found := _phrase_before(sheet, words[-1].end, 0.6, floor=part.start):
            return found
    return None


def _subject(sheet: Sheet) -> Found | None:
    """«우리 카페는 …»: who speaks, when nothing else is named."""
    for match in re.finditer(ko("speaker"), sheet.text):
        if found := _phrase_before(sheet, match.start("end"), 0.5, floor=match.start()):
            return found
    return None


def _phrase_in(sheet: Sheet, start: int, end: int) -> Found | None:
    """The phrase before the last request or mark of a piece, else at its end."""
    free = sheet.free_parts(start, end)
    ends = {part.end for part in free if part.end < end and sheet.takers[part.end] in _MARKS}
    ends |= {word.end for word in words_of(sheet, start, end) if sort_of(word.text) == "request"}
    for stop in [*sorted(ends, reverse=True)[:_MOST_TRIES], end]:
        if found := _phrase_before(sheet, stop, 0.7, floor=start):
            return found
    return None


def _phrase_before(sheet: Sheet, end: int, sure: float, floor: int | None = None) -> Found | None:
    floor = sheet.sentence_at(max(end - 1, 0)).start if floor is None else floor
    words = words_of(sheet, floor, end)
    while words and (sort_of(words[-1].text) == "request" or is_new(words[-1].text) or _measures(words[-1])):
        words.pop()
    nouns, _ = _nouns(sheet, words)
    nouns, shop = _without_shop(sheet, _stripped(nouns))
    if measure := next((at for at, word in enumerate(nouns) if at and _measures(word)), 0):
        nouns = nouns[:measure]
    if not nouns or re.fullmatch(ko("pronoun"), nouns[-1].text):
        return None
    rest = [word for word in words if word.end <= (shop or nouns)[0].start]
    if not shop and rest and is_new(rest[-1].text):
        run, _ = _nouns(sheet, rest[:-1])
        shop = _stripped(run) if run and _is_business(run[-1].text) else []
    head = nouns[0]
    while rest and is_leading(rest[-1].text) and not _ends_serving(rest):
        head = rest.pop()
    modifier = None if shop else _modifier(sheet, rest, head)
    if modifier and _TOPIC_HEAD.fullmatch(nouns[0].text):
        return Found(Span(modifier.start, nouns[-1].end), None, None, sure)
    return Found(span_of(nouns), modifier, span_of(shop) if shop else None, sure)


def _measures(word: Word) -> bool:
    return bool(_MEASURE.fullmatch(word.text))


def _nouns(sheet: Sheet, words: list[Word]) -> tuple[list[Word], list[Word]]:
    """The unbroken run of nouns at the end of `words`, and the words before it."""
    run: list[Word] = []
    for word in reversed(words):
        if run and (word.closed or not gap_is_open(sheet, word, run[0])):
            break
        fits = sort_of(word.text) == "noun" or (run and may_be_part(word.text))
        if not fits or (run and is_new(word.text)) or len(run) == _MOST_WORDS:
            break
        run.insert(0, word)
    return run, words[: len(words) - len(run)]


def _stripped(words: list[Word]) -> list[Word]:
    if len(words) > 2 and words[0].text in {"우리", "저희"} and words[1].text in _OWN:
        words = words[2:]
    while words and (is_leading(words[0].text) or is_new(words[0].text)):
        words = words[1:]
    return words


def _is_business(word: str) -> bool:
    return bool(re.search(rf"{ko('business')}(?:의)?$", word))


def _without_shop(sheet: Sheet, words: list[Word]) -> tuple[list[Word], list[Word]]:
    """«동네빵집 소금빵» is a shop and its product; «카페 라떼» is one thing."""
    for at, word in enumerate(words[:-1]):
        following = words[at + 1].text
        if _is_business(word.text) and not re.match(ko("with_business"), following):
            alone = re.fullmatch(ko("business_kinds"), word.text)
            if at >= 2 and alone:  # «여름 휴가 펜션 바다뷰»: the place is the product
                return words[: at + 1], []
            if at == 0 and alone and not _owned(sheet, word):  # «헬스장 PT»
                return words, []
            return _stripped(words[at + 1 :]), words[: at + 1]
    return words, []


def _owned(sheet: Sheet, word: Word) -> bool:
    return bool(re.search(r"(?:우리|저희|제|내)\s$", sheet.text[: word.start]))


def _modifier(sheet: Sheet, before: list[Word], head: Word) -> Span | None:
    """«겉은 바삭하고 속은 촉촉한» before «소금빵»: what is said of the product on its left."""
    if not before or before[-1].closed or sort_of(before[-1].text) != "modifier":
        return None
    if is_leading(before[-1].text) and not _ends_serving(before):
        return None
    if not gap_is_open(sheet, before[-1], head):
        return None
    run = list(_modifier_words(sheet, before))[::-1]
    while run and (is_leading(run[0].text) or sort_of(run[0].text) == "request"):
        run.pop(0)
    span = span_of(run) if run else None
    if span is None or re.search(ko("talk"), sheet.text[span.start : span.end]):
        return None
    return span


def _ends_serving(words: list[Word]) -> bool:
    """«… 피부를 위한»."""
    return len(words) > 1 and words[-1].text == "위한" and words[-2].text[-1] in "을를"


def _modifier_words(sheet: Sheet, before: list[Word]) -> Iterator[Word]:
    later = None
    for word in before[::-1][:_MOST_BEFORE]:
        if later and (word.closed or not gap_is_open(sheet, word, later)):
            return
        if later and re.search(r"(?:요|다|줘|데|데요|저희는|우리는|저는|이번에|까|니까)$", word.text):
            return
        yield word
        later = word
