"""What is still worth asking, and what a brief says once it was asked: every gap has a stated default."""

import re
import unicodedata
from typing import Any

from pydantic import BaseModel, Field

from brands.channels import formats_of
from brands.claims import Finding, blocked, find
from brands.facts import Fact, FactKind
from brands.intent.lists import parts, tidy
from brands.intent.sheet import Sheet, Span
from brands.intent.spans import take_shapes
from brands.intent.types import Intent
from brands.menu import Menu, Question

MOST_QUESTIONS = 4
# What one order for words takes: gateway/types.TextTask.
_MOST_FACTS = 60
_MOST = {"forbidden": 50, "must_include": 10, "keywords": 20}
_LONGEST = {"product": 200, "brand": 100, "audience": 300}
_NOTHING = re.compile(
    r"(?:없음|없어요?|없습니다|아니요|해당\s?없음|딱히|none|no|nothing|n/?a|-|x)[.!]?", re.IGNORECASE
)
_KINDS: dict[str, FactKind] = {
    "features": "feature", "spec": "spec", "price": "price", "offer": "offer", "period": "period",
    "place": "place",
}  # fmt: skip


class Assumed(BaseModel):
    """A gap and what stands in it: `text` is said to the person as it is."""

    field: str
    question: str
    text: dict[str, str]


class Settled(BaseModel):
    """A brief that can be worked on: what was said and answered, and what was assumed."""

    menu: str
    lang: str
    product: str = ""
    brand: str = ""
    audience: str = ""
    channel: str
    channels: list[str]
    formats: list[str]
    facts: list[Fact] = Field(default_factory=list)
    tone: str = ""
    goal: str = ""
    forbidden: list[str] = Field(default_factory=list)
    must_include: list[str] = Field(default_factory=list)
    keywords: list[str] = Field(default_factory=list)
    claims: list[Finding] = Field(default_factory=list)
    assumed: list[Assumed] = Field(default_factory=list)


def missing(intent: Intent, menu: type[Menu], answers: dict[str, Any]) -> list[Question]:
    """At most four questions whose answers we do not have, required ones first."""
    open_ones = [question for question in menu.questions if not _known(question, intent, answers)]
    asked = [question for question in open_ones if question.required]
    asked += [question for question in open_ones if question.useful and not question.required]
    return asked[:MOST_QUESTIONS]


def _known(question: Question, intent: Intent, answers: dict[str, Any]) -> bool:
    if answers.get(question.slug) not in (None, "", []):
        return True
    field = question.fills
    if field in intent.withhold:
        return True
    if field == "goal":
        return intent.goal in {choice.slug for choice in question.choices}
    if field == "channel":
        return any(choice.slug in intent.channels for choice in question.choices)
    if field == "offer":
        return bool(intent.said("discount", "offer"))
    if field in _KINDS:
        return bool(intent.said(_KINDS[field]) or (field == "features" and intent.features))
    if field == "source":
        return any(fact.source.startswith("file:") for fact in intent.facts)
    return bool(getattr(intent, field, ""))


def settle(
    intent: Intent, menu: type[Menu], answers: dict[str, Any], *, brand: str = "", tone: str = "friendly"
) -> Settled:
    """The brief that follows from what was said and answered.

    answers     as given; cleaned here, so this raises Refusal as Menu.clean does
    brand, tone the brand's name and its kit's tone, which stand where nothing was said
    """
    answers = menu.clean(answers)
    channels = _channels(intent, menu, answers)
    settled = Settled(
        menu=menu.slug,
        lang=intent.lang,
        product=intent.product,
        brand=intent.brand or brand,
        audience=intent.audience,
        channel=channels[0],
        channels=channels,
        formats=formats_of(channels),
        tone=intent.tone or tone,
        goal=intent.goal,
        facts=[fact for fact in intent.facts if fact.kind not in intent.withhold],
        forbidden=list(intent.forbidden),
        must_include=list(intent.must_include),
        keywords=list(intent.keywords),
        claims=list(intent.claims),
    )
    for question in menu.questions:
        if (answer := answers.get(question.slug)) is not None:
            _take_answer(settled, question, answer)
        elif not _known(question, intent, {}):
            _assume(settled, question)
    settled.product = settled.product or settled.brand
    return _within_limits(settled)


def _within_limits(settled: Settled) -> Settled:
    """What is too long or too many for one design is cut at its end; answers stay before the message."""
    loose = [fact for fact in settled.facts if not fact.source.startswith("answer:")]
    for fact in loose[::-1][: max(0, len(settled.facts) - _MOST_FACTS)]:
        settled.facts.remove(fact)
    settled.facts = settled.facts[:_MOST_FACTS]
    for field, most in _MOST.items():
        setattr(settled, field, getattr(settled, field)[:most])
    for field, longest in _LONGEST.items():
        setattr(settled, field, getattr(settled, field)[:longest].strip())
    for field in ("forbidden", "must_include", "keywords"):
        setattr(settled, field, [words for words in getattr(settled, field) if len(words) <= 120])
    return settled


def _channels(intent: Intent, menu: type[Menu], answers: dict[str, Any]) -> list[str]:
    named = [
        question for question in menu.questions if question.fills == "channel" and answers.get(question.slug)
    ]
    return menu.channels_for(answers) if named else intent.channels or menu.channels_for({})


def _assume(settled: Settled, question: Question) -> None:
    settled.assumed.append(Assumed(field=question.fills, question=question.slug, text=question.default))
    if question.fills == "goal":
        settled.goal = question.value


def _take_answer(settled: Settled, question: Question, answer: Any) -> None:
    field = question.fills
    if field in {"channel", "length", "link", "source"} and not isinstance(answer, str):
        return
    words = unicodedata.normalize("NFC", str(answer)).replace("\x00", " ").strip()
    if question.kind == "text" and _NOTHING.fullmatch(words):
        return
    if field in {"tone", "goal"}:
        setattr(settled, field, words)
    elif field in {"product", "brand", "audience"}:
        _take_name(settled, question, words)
    elif field in {"forbidden", "must_include", "keywords"}:
        _take_words(settled, field, words)
    elif field == "source" and not blocked(words):
        source = f"answer:{question.slug}"
        settled.facts.append(Fact(kind="other", text=words[:300], source=source, end=len(words[:300])))
    elif field in _KINDS:
        settled.facts += _facts_of(settled, _KINDS[field], Sheet(words), f"answer:{question.slug}")


def _take_name(settled: Settled, question: Question, words: str) -> None:
    """A name is kept as written, claims cut off its edges."""
    settled.claims += blocked(words)
    sheet = Sheet(words)
    span = tidy(sheet, 0, len(words)) if blocked(words) else Span(0, len(words))
    kept = sheet.text[slice(*span)] if span else ""
    setattr(settled, question.fills, kept[:200])
    if question.fills == "audience" and kept:
        fact = (
            Fact(kind="audience", text=kept, source=f"answer:{question.slug}", start=span.start, end=span.end)
            if span
            else None
        )
        settled.facts += [fact] if fact else []


def _take_words(settled: Settled, field: str, words: str) -> None:
    given = [words] if field == "must_include" else re.split(r"\s*[,·/\n#]\s*", words)
    if field == "must_include" and (claims := blocked(words)):
        settled.claims += claims
        return
    kept = getattr(settled, field)
    kept += [word.strip(" '\"‘’“”") for word in given if word.strip(" '\"‘’“”") and word not in kept]


def _facts_of(settled: Settled, kind: FactKind, sheet: Sheet, source: str) -> list[Fact]:
    """Facts quoted from an answer, without claims."""
    settled.claims += find(sheet.text)
    known = take_shapes(sheet, source) if kind in {"offer", "price", "period"} else []
    if kind in {"feature", "spec"}:
        spans = parts(sheet, 0, len(sheet.text))
    else:
        spans = [] if known else [Span(0, len(sheet.text))]
    said = [sheet.text[slice(*span)] for span in spans]
    facts = [
        Fact(kind=kind, text=text[:300], source=source, start=span.start, end=min(span.end, span.start + 300))
        for span, text in zip(spans, said, strict=True)
        if text.strip() and not blocked(text)
    ]
    return known + facts


__all__ = ["MOST_QUESTIONS", "Assumed", "Settled", "missing", "settle"]
