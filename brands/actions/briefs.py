"""What is done with a brief's words: read the message, ask what is missing, take the answers."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from brands.access import require
from brands.intent import Intent, read, settle
from brands.intent import missing as open_questions
from brands.menu import Question
from brands.menus import MENUS
from brands.models import Brief, Message
from brands.models.audit import record
from sparklio.lib.bilingual import said
from sparklio.lib.refusal import Refusal


@transaction.atomic
def start_brief(*, brief: Brief, text: str, by, menu: str = "") -> Brief:
    """Fill a new brief from its first message and the texts that lie with it. Raises Refusal."""
    require(by, "edit", brief.brand)
    intent = read(text, sources=_sources(brief), menu=menu or None)
    Message.objects.create(brief=brief, speaker=Message.Speaker.PERSON, by=by, text=intent.text)
    _fill(brief, intent, {})
    questions = missing(brief)
    Message.objects.create(
        brief=brief,
        speaker=Message.Speaker.STUDIO,
        text=_reply(intent, questions),
        form={"questions": [question.slug for question in questions]},
    )
    record("open brief", brief, brand=brief.brand, by=by, title=brief.title)
    return brief


@transaction.atomic
def answer(*, brief: Brief, answers: dict[str, Any], by) -> Brief:
    """Put answers into a brief; they stand beside what the message said. Raises Refusal."""
    require(by, "edit", brief.brand)
    brief = Brief.objects.select_for_update().get(pk=brief.pk)
    if not brief.is_open:
        raise Refusal(_("This brief is closed. Reopen it first."))
    menu = MENUS[brief.menu]
    cleaned = menu.clean(answers)
    if not cleaned:
        return brief
    _fill(brief, Intent.model_validate(brief.intent), {**brief.answers, **cleaned})
    words = "\n".join(
        f"{said(menu.question(slug).label)} {_spoken(menu.question(slug), given)}"
        for slug, given in cleaned.items()
    )
    Message.objects.create(brief=brief, speaker=Message.Speaker.PERSON, by=by, text=words[:5000])
    record("answer", brief, brand=brief.brand, by=by, answers=cleaned)
    return brief


@transaction.atomic
def read_again(*, brief: Brief, by) -> Brief:
    """Read the first message anew with the texts that lie with the brief now."""
    require(by, "edit", brief.brand)
    before = Intent.model_validate(brief.intent)
    _fill(brief, read(before.text, sources=_sources(brief), menu=brief.menu), brief.answers)
    return brief


def missing(brief: Brief) -> list[Question]:
    """The questions that are still worth asking, required ones first."""
    return open_questions(Intent.model_validate(brief.intent), MENUS[brief.menu], brief.answers)


def _fill(brief: Brief, intent: Intent, answers: dict[str, Any]) -> None:
    kit = brief.brand.kit
    settled = settle(intent, MENUS[intent.menu], answers, brand=brief.brand.name, tone=kit.tone)
    brief.menu, brief.language = settled.menu, settled.lang
    brief.product, brief.audience = settled.product, settled.audience
    brief.channel, brief.formats = ",".join(settled.channels), settled.formats
    brief.tone, brief.forbidden = settled.tone, [words[:120] for words in settled.forbidden]
    brief.facts = [fact.model_dump() for fact in settled.facts]
    brief.answers = answers
    kept = {"goal": settled.goal, "must_include": settled.must_include, "keywords": settled.keywords}
    brief.intent = {**intent.model_dump(mode="json"), **kept}
    brief.title = (settled.product or intent.text).splitlines()[0][:120]
    brief.save()


def _sources(brief: Brief) -> list[tuple[str, str]]:
    return list(brief.sources.values_list("name", "text"))


def _reply(intent: Intent, questions: list[Question]) -> str:
    """What the studio says to a first message: what it will not write, and what it would like to know."""
    words = []
    for claim in intent.claims:
        softer = ", ".join(f"“{each}”" for each in claim.softer.get(intent.lang, [])[:2])
        line = _("“%(words)s” will not be used: %(why)s") % {"words": claim.text, "why": said(claim.why)}
        words.append(
            f"{line} {_('Instead, for example: %(softer)s.') % {'softer': softer}}" if softer else line
        )
    if questions:
        words.append(_("Tell me a little more, or have it made right away."))
    else:
        words.append(_("I have what I need. Have a look and start."))
    return "\n".join(words)


def _spoken(question: Question, given: Any) -> str:
    """An answer as a person says it."""
    labels = {choice.slug: said(choice.label) for choice in question.choices}
    each = given if isinstance(given, list) else [given]
    return ", ".join(labels.get(one, str(one)) for one in each)
