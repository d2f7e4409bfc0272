"""Wishes: what people pick with one click or write in their own words about other wordings and rejections."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from agents.gateway.types import TextTask, Tone
from brands.intent.orders import take_forbidden, take_must
from brands.intent.sheet import Sheet
from brands.intent.words import take_tones
from sparklio.lib.bilingual import Bilingual, both


class Wish(NamedTuple):
    """slug is stored; label is what people read."""

    slug: str
    label: Bilingual


WISHES = {
    wish.slug: wish
    for wish in (
        Wish("shorter", both("더 짧게", "Shorter")),
        Wish("warmer", both("더 따뜻하게", "Warmer")),
        Wish("more_formal", both("더 정중하게", "More formal")),
        Wish("emphasise_number", both("숫자를 앞세워", "Lead with the number")),
        Wish("question", both("질문으로", "As a question")),
    )
}
REASONS = (
    WISHES["shorter"],
    WISHES["more_formal"],
    WISHES["warmer"],
    Wish("no_exclamation", both("느낌표 없이", "No exclamation marks")),
    Wish("no_urgency", both("재촉하지 않게", "Without pressing people")),
    Wish("mention_price", both("가격을 넣어 주세요", "Mention the price")),
    Wish("other_look", both("다른 느낌의 디자인", "A different look")),
)

_SAID = [
    ("shorter", r"짧|길어|길다|길고|간결|간단|줄여|\bshort|\btoo long\b|\bconcise|\bbrief(?:er)?\b|\btrim\b"),
    ("no_exclamation", r"느낌표|\bexclamation"),
    ("no_urgency", r"재촉|급해|급하|압박|서두르|다급|강요|\burgen|\bpush|\bpressur|\bhurr"),
    ("warmer", r"따뜻|다정|친근|부드럽|감성|\bwarm|\bfriendl|\bsofter\b|\bcold\b|차가|딱딱"),
    ("more_formal", r"정중|격식|공손|가벼워|가볍|유치|\bformal|\bprofessional|\bserious|\btoo casual\b"),
    ("question", r"질문|물어보|의문문|\bquestion"),
    ("emphasise_number", r"숫자|수치|\bnumbers?\b|\bfigures?\b"),
    ("mention_price", r"가격|얼마|금액|\bprice|\bcost"),
    ("mention_deal", r"할인|혜택|이벤트|\bdiscount|\boffer\b|\bdeal\b"),
    ("mention_period", r"기간|날짜|언제|마감일|\bdates?\b|\bperiod|\bwhen\b|\bdeadline"),
    ("mention_place", r"장소|위치|어디|주소|\bplace\b|\bwhere\b|\blocation|\baddress"),
    ("mention_product", r"제품\s?(?:명|이름)|상품\s?(?:명|이름)|이름이|\bproduct name|\bname of\b"),
    ("mention_audience", r"타겟|타깃|대상|고객층|\baudience|\bwho it"),
    ("mention_features", r"특징|장점|기능|\bfeatures?\b|\bbenefits?\b"),
]
_NOT_TOO = re.compile(
    r"너무\s*(?:정중|격식|딱딱|차갑|차가)|\btoo\s(?:formal|stiff|cold|serious)\b", re.IGNORECASE
)
_TOO_WARM = re.compile(
    r"너무\s*(?:가볍|가벼|친근|유치|감성)|\btoo\s(?:casual|cute|soft|warm|friendly)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Asked:
    """All wishes of a task, understood. `avoid`, `include`: words; `tone`: another tone than the brief's."""

    slugs: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    tone: Tone | None = None
    per_reason: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def wants(self, slug: str) -> bool:
        return slug in self.slugs


def understood(reasons: Iterable[str]) -> Asked:
    """What several reasons ask for together; the later one decides the tone."""
    asked = Asked()
    for reason in reasons:
        one = _one(reason)
        asked = replace(
            asked,
            slugs=tuple(dict.fromkeys([*asked.slugs, *one.slugs])),
            avoid=(*asked.avoid, *one.avoid),
            include=(*asked.include, *one.include),
            tone=one.tone or asked.tone,
            per_reason={**asked.per_reason, reason: one.slugs},
        )
    return asked


def _one(reason: str) -> Asked:
    known = {wish.slug for wish in (*WISHES.values(), *REASONS)}
    if reason.strip() in known:
        return Asked(slugs=(reason.strip(),), tone=_tone((reason.strip(),), ""))
    sheet = Sheet(reason)
    avoid, include = take_forbidden(sheet), take_must(sheet)
    left = "".join(" " if taken else char for char, taken in zip(sheet.text, sheet.takers, strict=True))
    slugs = [slug for slug, pattern in _SAID if re.search(pattern, left, re.IGNORECASE)]
    if "!" in avoid:
        slugs.append("no_exclamation")
    if _NOT_TOO.search(left):
        slugs = [slug for slug in slugs if slug != "more_formal"] + ["warmer"]
    if _TOO_WARM.search(left):
        slugs = [slug for slug in slugs if slug != "warmer"] + ["more_formal"]
    unique = tuple(dict.fromkeys(slugs))
    return Asked(unique, tuple(w for w in avoid if w not in "!?#"), tuple(include), _tone(unique, left))


def _tone(slugs: tuple[str, ...], words: str) -> Tone | None:
    named = take_tones(Sheet(words)) if words else []
    if named:
        return named[-1].slug  # type: ignore[return-value]
    if "more_formal" in slugs:
        return "professional"
    return "emotional" if "warmer" in slugs else None


def heard(task: TextTask) -> tuple[TextTask, Asked]:
    """The task with its wishes put in: another tone, more to avoid, more to include."""
    asked = understood(task.reasons)
    tone = asked.tone or task.tone
    if asked.wants("no_urgency") and tone == "urgent":
        tone = "friendly"
    changed = task.model_copy(
        update={
            "tone": tone,
            "avoid": [*task.avoid, *asked.avoid][:50],
            "must_include": [*task.must_include, *asked.include][:10],
        }
    )
    return changed, asked
