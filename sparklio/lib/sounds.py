"""How a word ends when a Korean reads it aloud: Hangul, Latin, digits, units and signs."""

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

VOWEL, RIEUL, CONSONANT = "vowel", "rieul", "consonant"
Ending = str

_READINGS = Path(__file__).with_name("readings.toml")
_QUOTES = "\"'`´‘’“”„«»‹›「」『』《》〈〉【】"
_IN_BRACKETS = re.compile(r"^(?P<before>.*?)\s*[(\[（［〔][^()\[\]（）［］〔〕]*[)\]）］〕]\s*$", re.S)
_NUMBER = re.compile(r"(?P<currency>[₩￦$€£¥])?(?P<number>\d[\d,]*(?:\.\d+)?)$")
_UNIT = re.compile(r"\d\s*(?P<unit>[A-Za-zµμ]{1,5})$")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’]*$")
_LAST_PART = re.compile(r"(?:[A-Z]+|[A-Z]?[a-z]+)$")


@cache
def readings() -> dict[str, dict[str, str]]:
    """What Koreans say for digits, letters, signs, units and words: {"units": {"kg": "킬로그램"}, …}."""
    return tomllib.loads(_READINGS.read_text(encoding="utf-8"))


def endings(word: str) -> tuple[Ending, ...]:
    """How `word` may end when said aloud, likeliest first; empty when nobody can say.

    A bracketed remark at the end is not read (국립국어원: the particle follows the word before it).
    """
    text = _plain(word)
    while text:
        found = _read_end(text)
        if found:
            return found
        text = text[:-1].rstrip()
    return ()


def _plain(word: str) -> str:
    text = unicodedata.normalize("NFC", word).strip()
    while (match := _IN_BRACKETS.match(text)) and re.search(r"\w", match["before"]):
        text = match["before"].rstrip()
    return text.rstrip(_QUOTES + ")]）］〕 ")


def _read_end(text: str) -> tuple[Ending, ...]:
    last = text[-1]
    if "가" <= last <= "힣" or "ㄱ" <= last <= "ㅣ":
        return (_hangul(last),)
    if last.isascii() and last.isdigit():
        return _number(text)
    if (last.isascii() or last in "µμ") and last.isalpha():
        return _latin(text)
    if unicodedata.category(last) == "Ll" or unicodedata.category(last) == "Lu":
        stripped = unicodedata.normalize("NFD", last)[0]
        return _latin(text[:-1] + stripped) if stripped.isascii() else ()
    said = readings()["signs"].get(last) or readings()["currency"].get(last)
    return _unique(said) if said else ()


def _hangul(char: str) -> Ending:
    if "ㄱ" <= char <= "ㅎ":  # the letters' own names: 기역, 니은 … only ㄹ 리을 ends in ㄹ
        return RIEUL if char == "ㄹ" else CONSONANT
    if "ㅏ" <= char <= "ㅣ":
        return VOWEL
    final = (ord(char) - ord("가")) % 28
    return VOWEL if final == 0 else RIEUL if final == 8 else CONSONANT


def _unique(*words: str) -> tuple[Ending, ...]:
    return tuple(dict.fromkeys(_hangul(word[-1]) for word in words))


def _number(text: str) -> tuple[Ending, ...]:
    match = _NUMBER.search(text)
    assert match  # the caller saw a digit at the end
    number, before = match["number"].replace(",", ""), text[: match.start()]
    if match["currency"]:
        return _unique(readings()["currency"][match["currency"]])
    sino, english = _sino(number), readings()["english"]
    if len(number) > 1:
        return _unique(sino)
    if re.search(r"[A-Za-z][-\s]?$|\d\+$", before):  # X1 엑스원, Buds 3, 1+1 원플러스원
        return _unique(english[number], sino)
    if re.search(r"[가-힣]\s?$", before):  # 아이폰 8: 팔 or 에이트
        return _unique(sino, english[number])
    return _unique(sino)


def _sino(number: str) -> str:
    digits = readings()["sino"]
    whole, _, fraction = number.partition(".")
    if fraction or whole.strip("0") == "" or (whole[0] == "0" and len(whole) > 1):
        return digits[number[-1]]
    zeros = len(whole) - len(whole.rstrip("0"))
    if zeros == 0:
        return digits[whole[-1]]
    small, large = zeros % 4, zeros // 4
    return ["", "만", "억", "조", "경"][large] if 0 < large < 5 else ["", "십", "백", "천"][small]


def _latin(text: str) -> tuple[Ending, ...]:
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    unit = _UNIT.search(text)
    if unit and (said := readings()["units"].get(unit["unit"])):
        return _unique(said)
    match = _LATIN.search(text)
    if not match:
        return ()
    token = match.group().replace("’", "'").removesuffix("'s").replace("'", "") or match.group()
    return _token(token)


def _token(token: str) -> tuple[Ending, ...]:
    words = readings()["words"]
    if said := words.get(token.lower()):
        return _unique(said)
    part_match = _LAST_PART.search(token)
    part = part_match.group() if part_match else token
    if part != token and (said := words.get(part.lower())):
        return _unique(said)
    letters, heard = readings()["letters"][part[-1].lower()], spelled(part)
    pronounceable = re.search(r"[aeiouy]", part.lower()) is not None
    if not pronounceable or len(part) == 1:
        return _letters(letters)
    if part.isupper() and len(part) <= 3:
        return tuple(dict.fromkeys([*_letters(letters), heard]))
    if part.isupper():
        return tuple(dict.fromkeys([heard, *_letters(letters)]))
    return (heard,)


def _letters(name: str) -> tuple[Ending, ...]:
    return (RIEUL, VOWEL) if name == "알" else (_hangul(name[-1]),)  # R: 알 in use, 아르 by the rule


# How the end of an English spelling is usually written in Hangul, tried in this order.
_SPELLING: list[tuple[str, Ending]] = [
    (r"(ng|[aeiouy][mn]e|[mn]|mb|gn)$", CONSONANT),  # song, phone, team, design
    (r"([bcdfgkpstz]le|[aeiou]le|ll|l)$", RIEUL),  # table, style, hall
    (r"([^aeiouy]|^)[aeiou]e?$", VOWEL),
    (r"(que|[ts]h|ch|gh|[aeiou]r|re)$", VOWEL),
    (r"[aeiouy][bcdfgkpstvz]e$", VOWEL),  # tape 테이프, cube 큐브
    (r"(ck|[aeiou]c|ook)$", CONSONANT),  # pack, magic, book
    (r"(?<![aeiou])[aeiouy][ptkb]$", CONSONANT),  # shop, ticket, web
    (r"(oop|eep|oup|ood)$", CONSONANT),
    (r"oo[dt]$", VOWEL),
    (r"[a-z]$", VOWEL),  # everything else gets 으 or 이: desk, bed, seat, box
]


def spelled(word: str) -> Ending:
    """The likeliest end of an English word that we do not know, by its spelling."""
    low = word.lower()
    if re.search(r"[aeiou]ing$", low):
        return CONSONANT
    return next(ending for pattern, ending in _SPELLING if re.search(pattern, low))
