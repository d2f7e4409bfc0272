"""Orders about the words: what must not be said, what must be, in which language; wishes for the picture."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from brands.intent.sheet import QUOTED, Sheet, quoted

_WITHHELD = {
    "가격": "price", "금액": "price", "price": "price", "pricing": "price",
    "할인": "discount", "할인율": "discount", "discount": "discount",
    "기간": "period", "날짜": "period", "date": "period", "period": "period",
    "장소": "place", "위치": "place", "location": "place", "address": "place",
    "타겟": "audience", "타깃": "audience", "audience": "audience",
    "혜택": "offer", "이벤트": "offer", "offer": "offer",
}  # fmt: skip
_NAMED = {
    "exclamation": "!", "느낌표": "!", "물음표": "?", "emoji": "", "emojis": "", "이모지": "", "이모티콘": "",
    "hashtag": "#", "해시태그": "#", "slang": "", "jargon": "",
}  # fmt: skip


_LINE = r"\w[:：]\s?"  # "thumbnail: “I baked bread for 30 days”": a whole line, given as it is


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("orders.toml").read_text(encoding="utf-8"))


@cache
def _forbidding() -> tuple[re.Pattern[str], ...]:
    ko, en = _table()["ko"], _table()["en"]
    several = (
        rf"{QUOTED}(?:(?:\s?[,/]\s?|\s?(?:와|과|이?나|이?랑|하고|또는|및|and|or|,\s?or)\s?){QUOTED}){{0,5}}"
    )
    patterns = [
        ko["label"],
        en["label"],
        rf"(?P<quoted>{several})\s?{ko['noun']}{ko['never']}",
        rf"{ko['bare']}\s?{ko['noun_said']}{ko['never']}",
        rf"(?P<list>느낌표|물음표|이모지|이모티콘|해시태그){ko['never']}",
        rf"{en['never_quoted']}{en['noun']}(?P<quoted>{several})",
        rf"(?:\bno\s|{en['never_bare']})(?P<list>{en['nouns']})",
        rf"\b{en['never_bare']}{en['bare']}",
    ]
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def take_withheld(sheet: Sheet) -> list[str]:
    """Kinds of facts that must not be mentioned, such as "price"."""
    kinds = []
    for lang in ("ko", "en"):
        for match in list(sheet.matches(re.compile(_table()[lang]["withhold"], re.IGNORECASE))):
            sheet.take(match.start(), match.end(), "order")
            kinds.append(_WITHHELD[match["what"].lower().removesuffix("s")])
    return list(dict.fromkeys(kinds))


def take_forbidden(sheet: Sheet) -> list[str]:
    """Expressions the person does not want, in the order they were said."""
    found: list[tuple[int, list[str]]] = []
    for pattern in _forbidding():
        for match in list(sheet.matches(pattern)):
            groups = match.groupdict()
            words = quoted(groups["quoted"]) if groups.get("quoted") else _listed(groups["list"])
            if words:
                sheet.take(match.start(), match.end(), "order")
                found.append((match.start(), words))
    listed = [word for _, words in sorted(found) for word in words]
    named = [_NAMED.get(word.split()[0].lower(), word) for word in listed]
    return [word for word in dict.fromkeys(named) if word]


def _listed(words: str) -> list[str]:
    if quotes := quoted(words):
        return quotes
    parts = re.split(r"\s?[,/·、]\s?|\s(?:or|and)\s|(?:이?나|이?랑|하고)\s", words)
    return [part.strip(" .'\"").removesuffix("등").strip() for part in parts if part.strip(" .'\"")]


def take_must(sheet: Sheet) -> list[str]:
    """Phrases that have to appear, letter for letter."""
    ko, en = _table()["ko"], _table()["en"]
    patterns = [
        rf"{QUOTED}{ko['must_tail']}",
        rf"{ko['slogan']}{QUOTED}",
        rf"\b{en['slogan']}{QUOTED}",
        rf"\b{en['must']}{QUOTED}",
        rf"{_LINE}{QUOTED}\s*(?=[.!?]|$)",
    ]
    found: list[tuple[int, str]] = []
    for pattern in patterns:
        for match in list(sheet.matches(re.compile(pattern, re.IGNORECASE))):
            phrase = quoted(match.group())[-1]
            if match.re.pattern.startswith(_LINE) and len(phrase.split()) < 4:
                continue
            sheet.take(match.start() + (2 if match.re.pattern.startswith(_LINE) else 0), match.end(), "order")
            found.append((match.start(), phrase))
    return list(dict.fromkeys(phrase for _, phrase in sorted(found)))


def take_output_language(sheet: Sheet) -> str:
    """The language asked for outright ("영어로", "in Korean"), or ""."""
    for lang in ("en", "ko"):
        for match in sheet.matches(re.compile(_table()["output"][lang], re.IGNORECASE)):
            sheet.take(match.start(), match.end(), "order")
            return lang
    return ""


def take_asides(sheet: Sheet) -> None:
    """When the design is needed («내일까지 급하게») and what came along («첨부한 파일») are no facts."""
    for table in ("deadline", "attached"):
        for lang in ("ko", "en"):
            for match in list(sheet.matches(re.compile(_table()[table][lang], re.IGNORECASE))):
                sheet.take(match.start(), match.end(), "order")


def take_look(sheet: Sheet) -> list[str]:
    """Wishes about the picture, in the person's words."""
    wishes = []
    for lang in ("ko", "en"):
        for match in list(sheet.matches(re.compile(_table()["look"][lang], re.IGNORECASE))):
            sheet.take(match.start(), match.end(), "look")
            wishes.append(match.group().strip())
    return wishes
