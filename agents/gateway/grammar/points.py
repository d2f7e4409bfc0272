"""What a fact is by its form: whether it can take a particle, stand alone, or only be quoted."""

import re
from typing import Literal, NamedTuple

from brands.facts import Fact
from brands.intent.tokens import sort_of
from sparklio.lib.speech import level, to_haeyo, to_hamnida

Shape = Literal["noun", "measure", "state", "modifier", "clause", "verb", "adjective", "condition"]

_STATE_KO = re.compile(
    r"(?:가능|제공|포함|증정|완비|환영|운영|사용|지원|불필요|무료|대여|생산|적음|없음|있음|좋음|많음|높음|낮음|쉬움|짧음|선물|답례품|기념품|안주|간식)$"
)
_ENDS_HAE = re.compile(r"(?:가능|제공|증정|환영|운영|사용|지원|생산|대여)$")
_MEASURE_KO = re.compile(
    r"\d[\d,.]*\s?(?:%|[A-Za-zμ]{1,4}|㎏|㎖|분|초|시간|일|주|개월|년|회|개입|매입|개|명|인용|매|입|종|단계|℃|도|원|만|천)?$"
)
_STATE_EN = re.compile(
    r"\b(?:limited to \S+|included|provided|welcome|available|required|unique|safe|only|allowed|needed"
    r"|accepted|possible|optional)$",
    re.I,
)
_ADJECTIVE_EN = re.compile(
    r"^(?:[\w-]+(?:proof|free|less|able|ible|friendly|resistant|weight|made|grown|baked|roasted|brewed|woven|ous|ful|ive)|vegan|organic|fresh|soft|warm|quiet|foldable|local|seasonal|decaf|handmade|homemade|wireless|compact|portable)$",
    re.I,
)
_VERB_EN = re.compile(
    r"^(?:(?:also|never|always|even|now)\s)?(?P<verb>keeps?|lasts?|charges?|holds?|folds?|fits?|works?|ships?|runs?|blocks?|cuts?|saves?|helps?|makes?|lets?|stays?|dries|dry|washes|wash|opens?|supports?|connects?|tracks?|reduces?|turns?|syncs?|sends?|gives?|takes?|goes|packs?|removes?|protects?|cools?|heats?|serves?|delivers?|grows?|plays?|automates?|integrates?|exports?|imports?|answers?|books?|handles?|repels?|resists?|stretches|contains?|tastes?|feels?|mops|cleans?|comes?|weighs|needs?)\s",
    re.I,
)

_PARTICIPLE_EN = re.compile(
    r"(?:hand\w+|made|built|grown|woven|sewn|cut|\w+ed)\s(?:every|each|by|in|with|for|from|to|daily|weekly|fresh|at|on|without|only|using|the|a|over)\b",
    re.I,
)

# What one has to know before coming, no reason to come.
_CONDITION = re.compile(
    r"필수$|불가$|제외$|금지$|마감$|지참$"
    r"|\b(?:required|not included|excluded|appointment only|no refunds?|bring your own)\b",
    re.I,
)


class Point(NamedTuple):
    """A feature and what may be done with its words."""

    text: str
    shape: Shape


def points(facts: list[Fact], lang: str) -> list[Point]:
    """Features and specs, in the order they were said."""
    shaped = _korean if lang == "ko" else _english
    return [Point(fact.text, shaped(fact.text)) for fact in facts if fact.kind in {"feature", "spec"}]


def _korean(text: str) -> Shape:
    if _CONDITION.search(text):
        return "condition"
    if level(text) != "open":
        return "clause"
    last = text.split()[-1]
    if sort_of(last) == "modifier":
        return "modifier"
    if _STATE_KO.search(text) or sort_of(last) == "verb":
        return "state"
    return "measure" if _MEASURE_KO.search(text) else "noun"


def _english(text: str) -> Shape:
    if _CONDITION.search(text):
        return "condition"
    if re.match(r"(?:it|they|we|you|he|she|this|that|there)(?:[’']\w+|\s)", text, re.I):
        return "clause"
    if _VERB_EN.match(text):
        return "verb"
    if _ADJECTIVE_EN.match(text):
        return "adjective"
    if re.search(r"[$€£]\s?\d", text):
        return "measure"
    if _STATE_EN.search(text) or re.match(
        r"(?:no|from|made|built|ready|each|every|up to|ages?)\b", text, re.I
    ):
        return "state"
    if _PARTICIPLE_EN.match(text):
        return "state"
    return "measure" if re.fullmatch(r"[\d.,x× -]+\s?[A-Za-z%°\"]{0,6}", text) else "noun"


def stated(point: Point, formal: bool) -> str:
    """A Korean state or statement as a sentence in the wanted level, without a full stop; "" if we cannot."""
    text = point.text.rstrip(" .!~")
    if point.shape == "state" and _ENDS_HAE.search(text):
        return text + ("합니다" if formal else "해요")
    if point.shape == "state" and text.endswith("포함"):
        return text + ("됩니다" if formal else "돼요")
    if point.shape != "clause":
        return ""
    turned = to_hamnida(text) if formal else to_haeyo(text)
    if level(turned) == "plain":
        turned = _from_plain(turned, formal)
    return turned if level(turned) == ("hamnida" if formal else "haeyo") else ""


def _from_plain(text: str, formal: bool) -> str:
    for ending, polite, very in (
        ("하다", "해요", "합니다"),
        ("한다", "해요", "합니다"),
        ("된다", "돼요", "됩니다"),
    ):
        if text.endswith(ending):
            return text.removesuffix(ending) + (very if formal else polite)
    return ""
