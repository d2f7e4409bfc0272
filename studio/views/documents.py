"""The editor's page, and the few addresses its scripts talk to: content, ops, events, pictures, exports."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agents.actions.runs import start_run
from agents.models import Run
from assets.actions.documents import append_ops
from assets.actions.files import keep_photo
from assets.document.plain import load
from assets.models import Asset, Document
from sparklio.lib.refusal import Refusal
from studio.answers import answers_json
from studio.editing import editor_context, photo_row

MOST_EVENTS = 500  # more than that is read faster as the whole document


def theirs(request, pk) -> Document:
    """The document, if this person may see it."""
    return get_object_or_404(Document.objects.for_user(request.user).select_related("brand", "brief"), pk=pk)


@login_required
@require_safe
def document(request, pk):
    return render(request, "studio/document.html", editor_context(request, theirs(request, pk)))


@login_required
@require_safe
@answers_json
def content(request, pk):
    document = theirs(request, pk)
    return {"content": document.content, "seq": document.seq, "epoch": document.epoch}


@login_required
@require_safe
@answers_json
def events(request, pk):
    """What happened after ?since=; "gap" where that is too much to tell one by one."""
    document = theirs(request, pk)
    since = _whole(request.GET.get("since"))
    found = list(document.events.since(since)[: MOST_EVENTS + 1])
    gap = len(found) > MOST_EVENTS
    rows = [] if gap else [event_row(event) for event in found]
    return {"seq": document.seq, "epoch": document.epoch, "events": rows, "gap": gap}


@login_required
@require_POST
@answers_json
def ops(request, pk):
    """Append a batch {base_seq, epoch, client_op_id, ops}; the same client_op_id again changes nothing."""
    document = theirs(request, pk)
    batch = load(request.body)
    if not isinstance(batch, dict):
        raise Refusal(_("Send base_seq, epoch, client_op_id and ops."))
    appended = append_ops(
        document=document,
        ops=batch.get("ops"),
        base_seq=_whole(batch.get("base_seq")),
        epoch=_whole(batch.get("epoch")),
        client_op_id=batch.get("client_op_id"),
        by=request.user,
    )
    own = {"seq": appended.seq, "client_op_id": batch["client_op_id"], "ops": appended.ops}
    return {
        "seq": appended.seq,
        "epoch": appended.epoch,
        "events": [*map(event_row, appended.events_since), own],
        "conflicts": appended.conflicts,
    }


@login_required
@require_POST
@answers_json
def photos(request, pk):
    document = theirs(request, pk)
    upload = request.FILES.get("file")
    if upload is None:
        raise Refusal(_("Choose a picture first."))
    asset = keep_photo(brand=document.brand, brief=document.brief, upload=upload, by=request.user)
    return photo_row(asset)


@login_required
@require_POST
@answers_json
def export(request, pk):
    """Ask for a file {format, page}: a run, to be looked at until it is done."""
    document = theirs(request, pk)
    asked = load(request.body)
    if not isinstance(asked, dict):
        raise Refusal(_("Say which format and which page."))
    run = start_run(
        maker="export",
        brand=document.brand,
        brief=document.brief,
        order={
            "document": str(document.pk),
            "format": str(asked.get("format", "")),
            "page": str(asked.get("page", "")),
            "scale": 1,
        },
        by=request.user,
    )
    return _run_row(request, document, run)


@login_required
@require_safe
@answers_json
def exported(request, pk, run):
    document = theirs(request, pk)
    runs = Run.objects.for_user(request.user).filter(maker="export", order__document=str(document.pk))
    return _run_row(request, document, get_object_or_404(runs, pk=run))


def event_row(event) -> dict:
    """An event as clients merge it."""
    return {"seq": event.seq, "client_op_id": event.client_op_id, "ops": event.ops}


def _run_row(request, document, run):
    row = {
        "state": run.state,
        "percent": run.percent,
        "note": run.note,
        "url": reverse("studio:document_exported", args=[document.pk, run.pk]),
    }
    if run.state != Run.State.DONE:
        return row
    asset = get_object_or_404(Asset.objects.for_user(request.user), pk=run.result["assets"][0])
    return {**row, "file": f"{reverse('studio:asset', args=[asset.pk])}?download", "name": asset.name}


def _whole(value) -> int:
    """A number that came from outside. Raises Refusal."""
    text = str(value)
    if not (text.isdecimal() and text.isascii() and len(text) <= 18):
        raise Refusal(_("“%(value)s” is not a version number.") % {"value": text[:20]})
    return int(text)
