"""Korean words of a sentence as a reader of prompts sees them: noun, modifier, verb, request, case."""

import re
from functools import cache
from typing import Literal, NamedTuple

from brands.intent.lexicon import ko
from brands.intent.lists import is_whole
from brands.intent.sheet import Sheet, Span
from sparklio.lib.korean import particle

Sort = Literal["noun", "modifier", "verb", "request", "case", "talk"]
EDGES = " \t\n\r,.;:·、，!?~-–—*•'\"‘’“”()[]「」『』《》〈〉#"
_CASES = {"을": "을/를", "를": "을/를", "은": "은/는", "는": "은/는"}


class Word(NamedTuple):
    """One word (어절) at start:end, without punctuation; `closed` = punctuation stands right behind it."""

    start: int
    end: int
    text: str
    closed: bool


@cache
def _sorts() -> dict[str, re.Pattern[str]]:
    return {
        "request": re.compile(rf"(?:{ko('request')}){ko('request_tail')}"),
        "nominal": re.compile(ko("nominal")),
        "adnominal": re.compile(ko("adnominal")),
        "verb": re.compile(rf".*{ko('verbal')}$"),
        "leading": re.compile(rf"(?:{ko('leading')})"),
        "newness": re.compile(rf"(?:{ko('newness')})(?:인|로|으로|을|를|가|이)?"),
    }


def words_of(sheet: Sheet, start: int, end: int) -> list[Word]:
    """The free words between start and end; a taken stretch parts them."""
    found = []
    for part in sheet.free_parts(start, end):
        for match in re.compile(r"\S+").finditer(sheet.text, part.start, part.end):
            begin, stop = sheet.trimmed(match.start(), match.end(), EDGES)
            if stop > begin:
                found.append(Word(begin, stop, sheet.text[begin:stop], match.end() > stop))
    return found


def is_leading(word: str) -> bool:
    return bool(_sorts()["leading"].fullmatch(word))


def is_new(word: str) -> bool:
    return bool(_sorts()["newness"].fullmatch(word))


_OFTEN_PART = re.compile(
    r"(?:영상|동영상|비디오|디자인|사진|그림|글|카드|마케팅|자료|쿠폰|콘텐츠|기획|알림|소식)"
)


def may_be_part(word: str) -> bool:
    """A word of requests that is as often part of a product's name: «영상 편집 강의»."""
    return bool(_OFTEN_PART.fullmatch(word))


def sort_of(word: str) -> Sort:
    """What this word does in its sentence."""
    sorts = _sorts()
    if sorts["request"].fullmatch(word):
        return "request"
    if sorts["nominal"].fullmatch(word) or not re.search(r"[가-힣]$", word):
        return "noun"
    if sorts["adnominal"].fullmatch(word):
        return "modifier"
    if sorts["verb"].fullmatch(word) and len(word) > 1:
        return "verb"
    if len(word) > 2 and word[-1] in _CASES and particle(word[:-1], _CASES[word[-1]]) == word[-1]:
        return "noun" if is_whole(word) else "case"
    return "noun"


def gap_is_open(sheet: Sheet, left: Word, right: Word) -> bool:
    """Nothing but spaces and quotes stands between two words."""
    return re.fullmatch(r"[\s\"'“”‘’「」『』]*", sheet.text[left.end : right.start]) is not None


def span_of(words: list[Word]) -> Span:
    return Span(words[0].start, words[-1].end)
