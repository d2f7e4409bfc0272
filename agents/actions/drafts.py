"""What people do with drafts: edit, ask for other wordings, approve, reject."""

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _
from pydantic import ValidationError

from agents.actions.runs import start_run
from agents.gateway.types import CopyText
from agents.live import drafts_changed
from agents.models import Run
from assets.actions.documents import create_document
from assets.design import lay_out_again
from assets.document.complaint import complaint
from assets.models import Document, Draft, Suggestion
from brands.access import require
from brands.models import Brief
from brands.models.audit import record
from sparklio.lib.refusal import Refusal

Status = Draft.Status


class EditedMeanwhile(Refusal):
    """Somebody else saved first; `draft` is what stands now, so nothing typed is lost."""

    def __init__(self, draft: Draft):
        super().__init__(_("Someone else changed this draft. Look at both versions, then save again."))
        self.draft = draft


@transaction.atomic
def edit_draft(*, draft: Draft, copy: dict, version: int, by) -> Draft:
    """Put other words into a draft and lay it out again. Raises Refusal if they do not fit."""
    brand = draft.brief.brand
    require(by, "edit", brand)
    draft = _locked(draft)
    if draft.version != version:
        raise EditedMeanwhile(draft)
    if not draft.is_open:
        raise Refusal(_("This draft is decided already. Edit the document instead."))
    before = dict(draft.copy)
    changed = {
        name: value
        for name, value in copy.items()
        if name in CopyText.model_fields and before.get(name) != value
    }
    if not changed:
        return draft
    draft.copy = _copy({**before, **changed})
    draft.content = lay_out_again(draft)
    draft.version += 1
    draft.status = Status.REVIEWING
    draft.provenance = {**draft.provenance, "edited_by": str(by)}
    draft.look = {}
    draft.save(update_fields=["copy", "content", "version", "status", "provenance", "look"])
    record("edit", draft, brand=brand, by=by, before={k: before.get(k) for k in changed}, after=changed)
    start_run(maker="thumbnail", brand=brand, brief=draft.brief, order={"drafts": [str(draft.pk)]}, by=by)
    drafts_changed(draft.brief)
    return draft


def suggest(*, draft: Draft, wish: str, by, field: str = "") -> Run:
    """Ask for other wordings. They are offered, never put in by themselves."""
    require(by, "edit", draft.brief.brand)
    if not draft.is_open:
        raise Refusal(_("This draft is decided already. Edit the document instead."))
    if not wish.strip():
        raise Refusal(_("Say what should be different: shorter, warmer, more formal …"))
    order = {"draft": str(draft.pk), "wish": wish.strip()[:300], "field": field}
    return start_run(maker="editor", brand=draft.brief.brand, brief=draft.brief, order=order, by=by)


@transaction.atomic
def accept_suggestion(*, suggestion: Suggestion, by) -> Draft:
    """Put an offered wording in. Raises Refusal if the line was changed since it was offered."""
    draft = _locked(suggestion.draft)
    if suggestion.status != Suggestion.Status.OFFERED:
        raise Refusal(_("This suggestion was decided already."))
    if draft.copy.get(suggestion.field) != suggestion.before:
        raise Refusal(_("The line was changed since. Ask for suggestions again."))
    draft = edit_draft(draft=draft, copy={suggestion.field: suggestion.after}, version=draft.version, by=by)
    Suggestion.objects.filter(pk=suggestion.pk).update(status=Suggestion.Status.ACCEPTED, decided_by=by)
    record(
        "accept suggestion",
        draft,
        brand=draft.brief.brand,
        by=by,
        field=suggestion.field,
        after=suggestion.after,
    )
    return draft


@transaction.atomic
def refuse_suggestion(*, suggestion: Suggestion, by) -> None:
    """Wave an offered wording away."""
    brief = suggestion.draft.brief
    require(by, "edit", brief.brand)
    Suggestion.objects.filter(pk=suggestion.pk, status=Suggestion.Status.OFFERED).update(
        status=Suggestion.Status.REJECTED, decided_by=by
    )
    record("refuse suggestion", suggestion.draft, brand=brief.brand, by=by, field=suggestion.field)
    drafts_changed(brief)


@transaction.atomic
def approve_draft(*, draft: Draft, by) -> Document:
    """Approve a draft: its version goes up and it becomes a document. Twice gives the same document."""
    brand = draft.brief.brand
    require(by, "approve", brand)
    draft = _locked(draft)
    if draft.document is not None:
        return draft.document
    if not draft.is_open:
        raise Refusal(_("Only a draft that is open for review can be approved."))
    document = create_document(
        brand=brand, brief=draft.brief, content=draft.content, title=draft.brief.title, by=by
    )
    document.thumbnail = draft.thumbnail
    document.version = draft.version + 1
    document.save(update_fields=["thumbnail", "version"])
    Draft.objects.filter(pk=draft.pk).update(
        status=Status.APPROVED, version=draft.version + 1, document=document, decided_by=by, decided_at=Now()
    )
    Brief.objects.filter(pk=draft.brief_id).update(state=Brief.State.APPROVED)
    record("approve", draft, brand=brand, by=by, version=draft.version + 1, document=str(document.pk))
    drafts_changed(draft.brief)
    return document


@transaction.atomic
def reject_draft(*, draft: Draft, reason: str, again: bool, by) -> Run | None:
    """Reject with a reason that the next round must obey; `again` starts that round at once."""
    from agents.actions.work import regenerate  # work imports drafts' neighbours

    brand = draft.brief.brand
    require(by, "approve", brand)
    draft = _locked(draft)
    reason = reason.strip()
    if not reason:
        raise Refusal(_("Say why, in a few words: the next round has to obey it."))
    if not draft.is_open:
        raise Refusal(_("Only a draft that is open for review can be rejected."))
    Draft.objects.filter(pk=draft.pk).update(
        status=Status.REJECTED, reject_reason=reason[:500], decided_by=by, decided_at=Now()
    )
    record("reject", draft, brand=brand, by=by, reason=reason[:500])
    drafts_changed(draft.brief)
    return regenerate(brief=draft.brief, by=by) if again else None


def _copy(lines: dict) -> dict:
    """Lines in their normal form. Raises Refusal for one that cannot be."""
    try:
        return CopyText.model_validate(lines).model_dump(mode="json")
    except ValidationError as error:
        raise Refusal(complaint(error, lines)) from None


def _locked(draft: Draft) -> Draft:
    return (
        Draft.objects.select_for_update(of=("self",))
        .select_related("brief__brand", "document")
        .get(pk=draft.pk)
    )
