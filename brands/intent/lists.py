"""Taking an enumeration apart: "노이즈 캔슬링과 24시간 배터리" is two things, "5,900원" is one."""

import re
from functools import cache

from brands.claims import blocked
from brands.intent.lexicon import en, ko
from brands.intent.sheet import Sheet, Span
from sparklio.lib.korean import particle

_SEPARATOR = re.compile(
    r"\s*(?:(?<!\d),|,(?!\d{3})|[，、·•;]|\s/\s|(?<=[가-힣A-Za-z])/(?=[가-힣A-Za-z]))\s*(?:(?:and|or|plus|그리고|또|및)\s+)?"
    r"|\s+(?:및|그리고|또한|플러스|and|plus|&|\+|as well as)\s+(?!\d0s\b)"
    r"|\s*\n\s*[-*•]?\s*",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?P<left>[가-힣A-Za-z0-9%)\"'’”]{2,}?)(?P<joint>과|와|이랑|랑)\s+")
_PAIRED = re.compile(r"(?<=[가-힣A-Za-z0-9])에\s+(?=\S.*까지\s*$)")
_ONE_THING = re.compile(
    r"\b(?:black and white|salt and pepper|mac and cheese|bed and breakfast|rock and roll|fish and chips|"
    r"research and development|arts and crafts|food and drink|health and safety|peanut butter and jelly)\b",
    re.IGNORECASE,
)
_PAIR_OF = {
    "이": "이/가", "가": "이/가", "을": "을/를", "를": "을/를", "은": "은/는", "는": "은/는",
    "로": "으로/로", "으로": "으로/로", "과": "과/와", "와": "과/와", "이랑": "이랑/랑", "랑": "이랑/랑",
}  # fmt: skip


@cache
def _edges() -> dict[str, re.Pattern[str]]:
    return {
        "head": re.compile(rf"^(?:(?:{ko('list_head')}|{en('list_head')})\s+)+", re.IGNORECASE),
        "tail_ko": re.compile(rf"(?P<kept>.*?[가-힣A-Za-z0-9%)\"'’”])(?P<cut>{ko('list_tail')})$", re.DOTALL),
        "tail_en": re.compile(rf"(?:\s(?:{en('list_tail')}))+$", re.IGNORECASE),
        "whole": re.compile(rf"(?:{ko('ends_like_a_particle')})$"),
    }


def is_whole(noun: str) -> bool:
    """A noun that only looks as if a particle stood at its end: 고양이, 마을, 요가."""
    return bool(_edges()["whole"].search(noun))


def parts(sheet: Sheet, start: int, end: int) -> list[Span]:
    """The members of the enumeration at start:end, trimmed to the words that matter."""
    cuts = [Span(*match.span()) for match in _SEPARATOR.finditer(sheet.text, start, end)]
    cuts += _joints(sheet.text, start, end)
    if paired := _PAIRED.search(sheet.text[start:end]):
        cuts.append(Span(start + paired.start(), start + paired.end()))
    whole = [Span(start + m.start(), start + m.end()) for m in _ONE_THING.finditer(sheet.text[start:end])]
    cuts = [cut for cut in cuts if not any(w.start <= cut.start < w.end for w in whole)]
    members, at = [], start
    for cut in [*sorted(cuts), Span(end, end)]:
        if cut.start >= at:
            members.append(Span(at, cut.start))
            at = cut.end
    return [part for member in members if (part := tidy(sheet, *member))]


def _joints(text: str, start: int, end: int) -> list[Span]:
    cuts = []
    for match in _JOINED.finditer(text, start, end):
        joint = match["joint"]
        if particle(match["left"], _PAIR_OF[joint]) == joint and not is_whole(match["left"] + joint):
            cuts.append(Span(match.start("joint"), match.end()))
    return cuts


def tidy(sheet: Sheet, start: int, end: int) -> Span | None:
    """start:end without particles, articles and claims at its edges; None if nothing is left to say."""
    start, end = sheet.trimmed(start, end)
    if head := _edges()["head"].match(sheet.text[start:end]):
        start += head.end()
    if tail := _edges()["tail_en"].search(sheet.text[start:end]):
        end = start + tail.start()
    start, end = _without_tail(sheet, start, end)
    for claim in blocked(sheet.text[start:end]):
        if claim.start == 0:
            return _after_claim(sheet, start + claim.end, end)
        if claim.end == end - start:
            return tidy(sheet, start, start + claim.start)
        return None
    return Span(start, end) if end - start >= 2 or sheet.text[start:end].isalnum() else None


def _after_claim(sheet: Sheet, start: int, end: int) -> Span | None:
    while start < end and sheet.text[start] in "의한로 인":
        start += 1
    return tidy(sheet, start, end)


def _without_tail(sheet: Sheet, start: int, end: int) -> Span:
    for _ in range(3):
        text = sheet.text[start:end]
        match = _edges()["tail_ko"].fullmatch(text)
        if not match or is_whole(text) or len(match["kept"].split()[-1]) < 2:
            break
        cut = match["cut"].strip()
        if cut in _PAIR_OF and particle(match["kept"], _PAIR_OF[cut]) != cut:
            break
        start, end = sheet.trimmed(start, start + match.end("kept"))
    return Span(start, end)
