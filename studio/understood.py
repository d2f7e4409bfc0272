"""What was understood of a brief, and the words it rests on: nothing here that the person did not say."""

import unicodedata
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assets.formats import formats
from brands.channels import CHANNELS
from brands.menu import Question
from brands.menus import MENUS
from brands.models import Brief, Message, Tone
from sparklio.lib.bilingual import said

FIELDS = ("product", "audience", "channel", "tone")


class Piece(NamedTuple):
    """A stretch of what the person said; kind: what sort of fact it is, "" for the rest."""

    text: str
    kind: str = ""


class Row(NamedTuple):
    """One understood thing.

    question    how it is changed, where the menu asks for it
    given, own  what stands now, among the ready answers or in own words
    """

    name: str
    label: str
    value: str
    question: Question | None = None
    given: Any = ""
    own: str = ""


class OtherFact(NamedTuple):
    """A fact from an answer or a file."""

    text: str
    origin: str


def kind_of(fact: dict) -> str:
    """What sort of fact this is."""
    words = {
        "feature": _("feature"),
        "price": _("price"),
        "discount": _("discount"),
        "period": _("period"),
        "place": pgettext("fact", "place"),
        "spec": _("figure"),
        "offer": _("offer"),
        "audience": _("audience"),
    }
    return words.get(fact["kind"], _("fact"))


def said_pieces(brief: Brief) -> list[Piece]:
    """The first message, cut where facts were quoted from it."""
    first = brief.messages.filter(speaker=Message.Speaker.PERSON).values_list("text", flat=True).first() or ""
    text = unicodedata.normalize("NFC", first)
    pieces, at = [], 0
    for fact in sorted(brief.facts, key=lambda fact: fact["start"]):
        start, end = fact["start"], fact["end"]
        if fact["source"] != "message" or start < at or text[start:end] != fact["text"]:
            continue
        pieces += [Piece(text[at:start]), Piece(text[start:end], kind_of(fact))]
        at = end
    return [piece for piece in [*pieces, Piece(text[at:])] if piece.text]


def other_facts(brief: Brief) -> list[OtherFact]:
    """Facts that came from answers and files."""
    others = [fact for fact in brief.facts if fact["source"] != "message"]
    return [OtherFact(fact["text"], _origin(fact["source"], brief)) for fact in others]


def _origin(source: str, brief: Brief) -> str:
    sort, _colon, name = source.partition(":")
    if sort == "file":
        return name
    asked = {question.slug: question for question in MENUS[brief.menu].questions}.get(name)
    return said(asked.label) if asked else _("answer")


def rows_of(brief: Brief) -> list[Row]:
    """Menu, product, audience, channel, tone and sizes, in the reader's words."""
    menu = MENUS[brief.menu]
    asks = {question.fills: question for question in menu.questions}
    rows = [_row(brief, name, asks.get(name)) for name in FIELDS]
    sizes = ", ".join(said(formats()[slug].label) for slug in brief.formats if slug in formats())
    return [Row("menu", _("Kind"), said(menu.label)), *rows, Row("formats", _("Sizes"), sizes)]


def _row(brief: Brief, name: str, question: Question | None) -> Row:
    label = {"product": _("What"), "audience": _("For whom"), "channel": _("Where"), "tone": _("Tone")}[name]
    value = getattr(brief, name)
    if question is None:
        return Row(name, label, _shown(name, value))
    given = brief.answers.get(question.slug) or (value.split(",") if question.kind == "choices" else value)
    ready = [said(choice.label) for choice in question.choices] if question.kind == "text" else []
    own = given if isinstance(given, str) and given not in ready else ""
    return Row(name, label, _shown(name, value), question, given, own)


def _shown(name: str, value: str) -> str:
    if name == "channel":
        return ", ".join(said(CHANNELS[slug].label) for slug in value.split(",") if slug in CHANNELS)
    if name == "tone":
        return str(Tone(value).label) if value else ""
    return value
