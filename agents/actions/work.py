"""What people do with a brief: open it, answer, have it made, have it made anew, take it out as files."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from agents.actions.runs import start_run
from agents.live import drafts_changed
from agents.models import Run
from agents.workflows import plan_of
from assets.actions.files import keep_photo, keep_text
from assets.exports import EXPORTS
from assets.models import Document, Draft
from brands.access import require
from brands.actions.briefs import answer, read_again, start_brief
from brands.models import Brand, Brief, Message
from brands.models.audit import record
from sparklio.lib.refusal import Refusal

MOST_FILES = 10


@transaction.atomic
def open_brief(*, brand: Brand, text: str, uploads: Sequence[Any] = (), menu: str = "", by) -> Brief:
    """Start a brief from one sentence and what was dropped with it. Raises Refusal; then nothing is kept.

    menu  the one a person chose; "" leaves it to what the sentence says
    """
    require(by, "edit", brand)
    brief = Brief.objects.create(
        brand=brand, title="…", menu=menu or "sns", created_by=by, language=by.language
    )
    _keep(brief, uploads, by)
    return start_brief(brief=brief, text=text, menu=menu, by=by)


def answer_brief(*, brief: Brief, answers: dict, by) -> Brief:
    """Put the answers of the form into the brief."""
    return answer(brief=brief, answers=answers, by=by)


@transaction.atomic
def add_files(*, brief: Brief, uploads: Sequence[Any], by) -> Brief:
    """Put photos and texts to a brief; facts are read from the texts."""
    require(by, "edit", brief.brand)
    if not uploads:
        raise Refusal(_("Choose a file first."))
    _keep(brief, uploads, by)
    return read_again(brief=brief, by=by)


def _keep(brief: Brief, uploads: Sequence[Any], by) -> None:
    if len(uploads) > MOST_FILES:
        raise Refusal(_("Drop at most %(most)d files at once.") % {"most": MOST_FILES})
    for upload in uploads:
        keep = keep_photo if (upload.content_type or "").startswith("image/") else keep_text
        keep(brand=brief.brand, brief=brief, upload=upload, by=by)


@transaction.atomic
def generate(*, brief: Brief, by) -> Run:
    """Have the first drafts made. Asking twice starts one run."""
    require(by, "edit", brief.brand)
    brief = Brief.objects.select_for_update().get(pk=brief.pk)
    if not brief.is_open:
        raise Refusal(_("This brief is closed. Reopen it first."))
    if Draft.objects.filter(brief=brief).exists():
        raise Refusal(_("There are drafts already. Ask for another round instead."))
    return _start_round(brief, 1, by)


@transaction.atomic
def regenerate(*, brief: Brief, by, wish: str = "") -> Run:
    """Have another round made. Earlier drafts stay in the history; reasons for rejecting them are obeyed.

    wish  what should be different this time, besides those reasons
    """
    require(by, "edit", brief.brand)
    brief = Brief.objects.select_for_update().get(pk=brief.pk)
    working = (
        Run.objects.filter(brief=brief, maker="pm").unfinished()
        | Run.objects.filter(brief=brief, root__maker="pm").unfinished()
    )
    if working.exists():
        raise Refusal(_("A round is being made. Wait for it or cancel it first."))
    last = Draft.objects.filter(brief=brief).order_by("-round").values_list("round", flat=True).first() or 0
    Draft.objects.filter(brief=brief, status__in=[Draft.Status.DRAFT, Draft.Status.REVIEWING]).update(
        status=Draft.Status.SUPERSEDED
    )
    wish = wish.strip()[:300]
    if wish:
        Message.objects.create(brief=brief, speaker=Message.Speaker.PERSON, by=by, text=wish)
    run = _start_round(brief, last + 1, by, wish=wish)
    drafts_changed(brief)
    return run


def _start_round(brief: Brief, number: int, by, *, wish: str = "") -> Run:
    plan_of(brief)  # an unknown price is refused before anything starts
    run = start_run(
        maker="pm",
        brand=brief.brand,
        brief=brief,
        order={"round": number, "wish": wish},
        step="plan",
        idempotency_key=f"{brief.pk}:round:{number}:{_tries(brief, number)}",
        by=by,
    )
    Brief.objects.filter(pk=brief.pk).update(state=Brief.State.MAKING)
    record("make", brief, brand=brief.brand, by=by, round=number, wish=wish)
    return run


def _tries(brief: Brief, number: int) -> int:
    """How often this round was started and did not come out: each start is one run of its own."""
    rows = Run.objects.filter(brief=brief, maker="pm", order__round=number)
    return rows.exclude(state__in=Run.UNFINISHED).count()


@transaction.atomic
def export_document(*, document: Document, slug: str, by, page_id: str = "", scale: float = 1.0) -> Run:
    """Have a document encoded. The run's result names the asset."""
    require(by, "look", document.brand)
    if slug not in EXPORTS:
        raise Refusal(
            _("There is no format %(slug)s. Choose one of: %(all)s.")
            % {"slug": slug, "all": ", ".join(EXPORTS)}
        )
    if not 0.1 <= scale <= 4:
        raise Refusal(_("The scale may be from 0.1 to 4."))
    if page_id and page_id not in {page["id"] for page in document.content["pages"]}:
        raise Refusal(_("The document has no such page. Reload it and export again."))
    order = {
        "document": str(document.pk),
        "format": slug,
        "page": page_id,
        "scale": scale,
        "seq": document.seq,
    }
    record("export", document, brand=document.brand, by=by, format=slug, page=page_id, scale=scale)
    return start_run(maker="export", brand=document.brand, brief=document.brief, order=order, by=by)
