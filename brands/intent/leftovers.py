"""What nobody took: points and statements about the product are kept, talk is not."""

import re
from typing import Literal

from brands.facts import FactKind
from brands.intent.lexicon import compiled, en, ko
from brands.intent.lists import parts, tidy
from brands.intent.sheet import Sheet, Span
from brands.intent.tokens import is_leading, is_new, may_be_part, sort_of, words_of

_PIECE = re.compile(r"(?:[^,;:\n|/()·•—–]|(?<=\d),(?=\d{3})|(?<=\w)[/·](?=\w))+")
_HAS = re.compile(
    r"(?:(?:it|they|we|which|that)\s)?(?:also\s)?(?:has|have|with|comes? with|includes?|offers?)\s", re.I
)
_NAME = re.compile(
    r"(?=.*[a-z])(?!.*\b(?:Sale|Free|Off|Event|New|Today|Only)\b)(?:[A-Z][\w'’.-]*|&|and|of)(?:\s(?:[A-Z][\w'’.-]*|&|and|of)){1,3}"
)
_ASKS = re.compile(r"(?:광고|홍보|이벤트|프로모션|제작|업로드|문구|시안|배너|템플릿|모집|공지)")
_IS = re.compile(r"(?:it|they)(?:[’']s|[’']re|\sis|\sare)?\s", re.I)


def is_spec(text: str) -> bool:
    """A measure: 1.2kg, 15-inch, 4인용."""
    return bool(compiled(ko("spec")).match(text))


def take_leftovers(sheet: Sheet, lang: str) -> list[tuple[FactKind | Literal["brand"], Span]]:
    """Facts among the free pieces of the text, each at most 60 characters, and the name of who speaks."""
    talk = compiled(ko("talk") if lang == "ko" else en("talk"))
    found: list[tuple[FactKind | Literal["brand"], Span]] = []
    for sentence in sheet.sentences():
        for part in sheet.free_parts(*sentence):
            for piece in _PIECE.finditer(sheet.text, *part):
                for span in _members(sheet, *_unglued(sheet, *piece.span())):
                    if not _beside_claim(sheet, span) and (kind := _kind(sheet, span, talk)):
                        sheet.take(span.start, span.end, "feature")
                        found.append((kind, span))
    return found


def _members(sheet: Sheet, start: int, end: int) -> list[Span]:
    """The points of a piece: «has 12g protein and no added sugar» has two."""
    start, end = sheet.trimmed(start, end)
    text = sheet.text[start:end]
    if having := _HAS.match(text):
        return parts(sheet, start + having.end(), end)
    if saying := _IS.match(text):
        start += saying.end()
        if does := _two_deeds(sheet, start, end):
            return does
    if re.search(r"[가-힣]$", text) and all(_is_noun(word.text) for word in words_of(sheet, start, end)):
        return parts(sheet, start, end)
    if last := _last_two(sheet, start, end):
        return last
    span = tidy(sheet, start, end)
    return [span] if span else []


def _last_two(sheet: Sheet, start: int, end: int) -> list[Span]:
    """ "a, low-stock alerts and sync": the end of an enumeration holds two points."""
    listed = re.search(r",\s*$", sheet.text[:start]) and re.match(r"\s*(?:[,.;!?\n]|$)", sheet.text[end:])
    joints = re.split(r"\s(?:and|&)\s", sheet.text[start:end])
    if not listed or len(joints) != 2 or len(joints[0].split()) < 2 or len(joints[1].split()) > 4:
        return []
    return parts(sheet, start, end)


def _is_noun(word: str) -> bool:
    return sort_of(word) == "noun" or may_be_part(word)


def _two_deeds(sheet: Sheet, start: int, end: int) -> list[Span]:
    """ "it sends reminders and supports 12 currencies": each verb with what it does is a point."""
    verb = rf"(?:\w+ly\s)?{en('verbs')}\s"
    joint = re.compile(rf",?\s(?:and|plus)\s(?={verb})", re.I).search(sheet.text, start, end)
    if not joint or not re.match(rf"{verb}|[a-z]{{3,}}s\s", sheet.text[start:end], re.I):
        return []
    halves = [tidy(sheet, start, joint.start()), tidy(sheet, joint.end(), end)]
    whole = [half for half in halves if half and " " in sheet.text[slice(*half)]]
    return whole if len(whole) == 2 else []


def _unglued(sheet: Sheet, start: int, end: int) -> Span:
    """Without a rest of a word whose beginning was taken: «도» of «당일 배송도 가능해요»."""
    if start and sheet.takers[start - 1] and not sheet.text[start].isspace():
        rest = re.compile(r"\S*").match(sheet.text, start, end)
        start = rest.end() if rest else start
    return Span(start, end)


def _beside_claim(sheet: Sheet, span: Span) -> bool:
    """The same clause holds a claim: what is left of it would be half a claim."""
    clause = re.compile(r"[,.;:!?\n]")
    before = [match.end() for match in clause.finditer(sheet.text, 0, span.start)]
    after = clause.search(sheet.text, span.end)
    return sheet.taken_by("claim", before[-1] if before else 0, after.start() if after else len(sheet.text))


def _kind(sheet: Sheet, span: Span, talk: re.Pattern[str]) -> FactKind | Literal["brand"] | None:
    """What sort of fact the piece is, or None for talk."""
    text = sheet.text[span.start : span.end]
    if (
        not 2 <= len(text) <= 60
        or talk.search(text)
        or not (is_spec(text) or re.search(r"[A-Za-z가-힣]{2}|[가-힣]\s?\d", text))
    ):
        return None
    if is_spec(text):
        return "spec"
    if _NAME.fullmatch(text):
        return "brand"
    if re.fullmatch(ko("people"), text) or re.fullmatch(en("people"), text, re.IGNORECASE):
        return "audience"
    if re.search(rf"{ko('business')}$", text):
        return _who_or_where(sheet, span, text)
    if re.search(rf"{ko('business')}\s\S+$", text) or (
        _is_listed(sheet, span) and re.search(ko("venue"), text)
    ):
        return "place"
    if re.search(r"[가-힣]", text):
        return "feature" if _korean_fact(sheet, span, text) else None
    fits = _english_fact(text) or _suits(sheet, span, text) or _is_had(sheet, span, text)
    return "feature" if fits else None


def _who_or_where(sheet: Sheet, span: Span, text: str) -> FactKind | Literal["brand"] | None:
    """A kind of shop: whose product it is («버거집 신메뉴 …»), where it takes place, or who speaks."""
    if re.search(r"저희|우리|작은|동네|제가|하는|운영", text):
        return None
    after = next((at for at in range(span.end, len(sheet.text)) if not sheet.text[at].isspace()), span.end)
    owns = after < len(sheet.text) and sheet.takers[after] in {"product", "newness"}
    return "brand" if owns else "place"


def _korean_fact(sheet: Sheet, span: Span, text: str) -> bool:
    heard = words_of(sheet, *span)
    sorts = ["noun" if at and may_be_part(w.text) else sort_of(w.text) for at, w in enumerate(heard)]
    if re.fullmatch(r"(?:우리|저희)\s\S+|(?:(?:예약|문의|상담|신청|전화|및)\s?)+", text):
        return False
    if not sorts or all(sort in {"request", "verb"} for sort in sorts) or is_leading(text) or is_new(text):
        return False
    if sorts[-1] != "noun" and re.search(ko("last_particle"), text):
        return False
    if re.search(r"(?:오면|하면|오시면|하시면|되면)(?:\s|$)", text):
        return False
    asks = any(_ASKS.match(word.text) for word in heard)
    if text.endswith("브랜드") or is_leading(heard[-1].text) or (asks and "verb" in sorts):
        return False
    if len(sorts) >= 3 and re.search(r"(?:요|니다)$", text):
        return True
    enough = len(sorts) >= 2 or (len(text) >= 3 and _is_listed(sheet, span))
    return bool(compiled(ko("says_something")).search(text)) or (enough and sorts[-1] == "noun")


def _is_listed(sheet: Sheet, span: Span) -> bool:
    """One of several with commas between them."""
    before, after = sheet.text[: span.start].rstrip()[-1:], sheet.text[span.end :].lstrip()[:1]
    return before in {",", ":", "·", "/", "-", "•"} or after in {",", "·", "/"}


def _suits(sheet: Sheet, span: Span, text: str) -> bool:
    """ "for sensitive skin" right behind the product."""
    behind = sheet.text[: span.start].rstrip(" \"'”’")
    near = bool(behind) and sheet.takers[len(behind) - 1] == "product"
    return near and bool(compiled(en("suits")).fullmatch(text))


def _is_had(sheet: Sheet, span: Span, text: str) -> bool:
    """One word that something has ("with ceramides"), or one of the list behind a colon."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z'’-]{2,}", text) or compiled(en("nothing_alone")).fullmatch(text):
        return False
    before = sheet.text[: span.start]
    if re.search(r"\b(?:with|has|have|includes?|contains?|offers?)\s(?:[\w-]+\s(?:and|&)\s)?$", before, re.I):
        return True
    after = sheet.text[span.end :]
    return bool(re.search(r"\w:\s(?:[^,:.!?\n]+,\s)*(?:[^,:.!?\n]+\s)?(?:and\s)?$", before)) and bool(
        re.match(r"\s?,|\sand\s", after) or re.search(r",\s(?:and\s)?$|\sand\s$", before)
    )


def _english_fact(text: str) -> bool:
    count = len(text.split())
    if any(compiled(en(name)).search(text) for name in ("introduction", "fragment", "comparative")):
        return False
    if re.search(rf"\b(?:sale|launch|event|promo(?:tion)?|{en('media')})$", text, re.IGNORECASE):
        return False
    return 1 < count <= 9 or bool(compiled(en("one_word_feature")).search(text))
