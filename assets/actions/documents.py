"""What is done with documents: make one, append ops, look back, bring an old version back.

A client names its batches "<tab>:<number>"; the tab's name tells its own changes from those of others.
"""

import re
import uuid
from typing import Any, NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from assets.document.merge import Change, Merged, merge
from assets.document.ops import check_change, check_ops, new_pictures
from assets.document.plain import MAX_BYTES, canonical, digest, too_large
from assets.document.reduce import reduce
from assets.document.schema import asset_ids, check_document, check_ids
from assets.models import Asset, Document, Event, Snapshot
from brands.access import require
from brands.models import Brand, Brief, User
from brands.models.audit import record
from sparklio.lib.live import tell
from sparklio.lib.refusal import Refusal

SNAPSHOT_EVERY = 200  # events
WEIGH_EVERY = 20  # events; weighing a large document takes as long as all the rest of an append
LARGE_BATCH = 20_000  # bytes
CLIENT_OP_ID = re.compile(r"[A-Za-z0-9_.-]{1,40}(:[0-9]{1,12})?")


class Stale(Refusal):
    """The writer has not seen the newest state. `events` are those it misses; none if the epoch changed."""

    def __init__(self, document: Document, events: list[Event]) -> None:
        super().__init__(_("The document has changed meanwhile. Read it again and repeat your change."))
        self.seq, self.epoch, self.events = document.seq, document.epoch, events


class Appended(NamedTuple):
    """What became of a batch.

    seq, epoch    the version that now holds it; "saved" may be shown from here on (R-D1)
    ops           what was applied, in normal form
    events_since  what others did between the writer's base and this batch, oldest first
    conflicts     what lost or could not be applied, with the ops that bring it back (R-D4)
    """

    seq: int
    epoch: int
    ops: list[dict[str, Any]]
    events_since: list[Event]
    conflicts: list[dict[str, Any]]


@transaction.atomic
def create_document(
    *, brand: Brand, content: dict[str, Any], title: str, by: User, brief: Brief | None = None
) -> Document:
    """A document with this content, at seq 0. Raises Refusal if the content cannot be kept."""
    require(by, "edit", brand)
    content = check_document({**content, "title": title})
    _check_pictures(brand, asset_ids(content))
    document = Document.objects.create(
        brand=brand, brief=brief, title=content["title"], content=content, created_by=by
    )
    _snapshot(document)
    record("create document", document, brand=brand, by=by, title=content["title"])
    return document


def append_ops(
    *, document: Document, ops: list[dict[str, Any]], base_seq: int, epoch: int, client_op_id: str, by: User
) -> Appended:
    """Merge a batch made on `base_seq` into the document; the same `client_op_id` again changes nothing.

    Raises Stale if an old version was restored since (R-D2), Refusal for ops that are none (R-D3).
    """
    return _append(document, ops, base_seq, epoch, client_op_id, by, strict=False)


def append_ops_if_match(
    *, document: Document, ops: list[dict[str, Any]], seq: int, epoch: int, client_op_id: str, by: User
) -> Appended:
    """Like append_ops, but all or nothing and only on the newest state. Raises Stale otherwise."""
    return _append(document, ops, seq, epoch, client_op_id, by, strict=True)


@transaction.atomic
def restore_version(*, document: Document, seq: int, by: User) -> Document:
    """Make the state after event `seq` the newest. The epoch goes up, so tabs from before must load again."""
    document = _locked(document)
    require(by, "edit", document.brand)
    document.content = content_at(document, seq)
    document.title = document.content["title"]
    document.seq += 1
    document.epoch += 1
    document.save(update_fields=["content", "title", "seq", "epoch", "updated_at"])
    Event.objects.create(
        document=document,
        seq=document.seq,
        epoch=document.epoch,
        base_seq=seq,
        client_op_id=f"restore-{uuid.uuid4().hex}",
        ops=[],
        by=by,
    )
    _snapshot(document)
    record("restore document", document, brand=document.brand, by=by, from_seq=seq, seq=document.seq)
    _tell(document)
    return document


def content_at(document: Document, seq: int) -> dict[str, Any]:
    """The content after event `seq`, from the nearest sound snapshot on. Raises Refusal if it never was."""
    if seq == document.seq:
        content: dict[str, Any] = document.content
        return content
    if not 0 <= seq < document.seq:
        raise Refusal(_("This document has no version %(seq)s.") % {"seq": seq})
    for snapshot in document.snapshots.filter(seq__lte=seq).order_by("-seq").iterator(chunk_size=1):
        if digest(snapshot.content) == snapshot.sha256:
            events = document.events.filter(seq__gt=snapshot.seq, seq__lte=seq).order_by("seq")
            ops = [op for event_ops in events.values_list("ops", flat=True) for op in event_ops]
            return reduce(snapshot.content, ops)[0]
    raise RuntimeError(f"Document {document.pk} has no sound snapshot at or before seq {seq}.")


@transaction.atomic
def _append(
    document: Document, raw: Any, base_seq: int, epoch: int, client_op_id: str, by: User, *, strict: bool
) -> Appended:
    require(by, "edit", document.brand)
    client = _client(client_op_id)
    ops = check_ops(raw)
    document = _locked(document)
    repeated = document.events.filter(client_op_id=client_op_id).first()
    if repeated is not None:
        since = list(document.events.filter(seq__gt=base_seq, seq__lt=repeated.seq).order_by("seq"))
        return Appended(repeated.seq, repeated.epoch, repeated.ops, since, repeated.conflicts)
    since = _events_since(document, base_seq, epoch)
    if strict and since:
        raise Stale(document, since)
    changes = [Change(_client(event.client_op_id), event.ops) for event in since]
    base = content_at(document, base_seq)
    merged = merge(base, changes, ops, client=client, check=check_change)
    _check_merged(merged, strict)
    _check_pictures(document.brand, new_pictures(merged.ops))
    _check_room(document, merged)
    _write(document, merged, base_seq, client_op_id, by)
    return Appended(document.seq, document.epoch, merged.ops, since, merged.conflicts)


def _events_since(document: Document, base_seq: int, epoch: int) -> list[Event]:
    """What the writer has not seen. Raises Stale for another epoch, Refusal for a state that never was."""
    if epoch != document.epoch:
        raise Stale(document, [])
    if not 0 <= base_seq <= document.seq:
        raise Refusal(_("This document has no version %(seq)s.") % {"seq": base_seq})
    if base_seq == document.seq:
        return []
    first = document.snapshots.filter(epoch=epoch).order_by("seq").values_list("seq", flat=True)[0]
    if base_seq < first:
        raise Stale(document, [])
    return list(document.events.since(base_seq))


def _check_merged(merged: Merged, strict: bool) -> None:
    if strict and "kept" in merged.results:
        number = merged.results.index("kept") + 1
        why = next(conflict["why"] for conflict in merged.conflicts if conflict["kind"] == "kept")
        raise Refusal(_("Op %(number)d: %(why)s") % {"number": number, "why": why})
    if any(op["op"].endswith(".add") for op in merged.ops):
        check_ids(merged.document)


def _check_room(document: Document, merged: Merged) -> None:
    """Raises Refusal when a full document would grow. Small batches are weighed every 20th time only."""
    if document.seq % WEIGH_EVERY and len(canonical(merged.ops)) < LARGE_BATCH:
        return
    size = len(canonical(merged.document))
    if size > MAX_BYTES and size > len(canonical(document.content)):
        raise too_large()


def _write(document: Document, merged: Merged, base_seq: int, client_op_id: str, by: User) -> None:
    document.seq += 1
    document.content = merged.document
    document.title = merged.document["title"]
    document.save(update_fields=["content", "title", "seq", "updated_at"])
    Event.objects.create(
        document=document,
        seq=document.seq,
        epoch=document.epoch,
        base_seq=base_seq,
        client_op_id=client_op_id,
        ops=merged.ops,
        conflicts=merged.conflicts,
        by=by,
    )
    if document.seq % SNAPSHOT_EVERY == 0:
        _snapshot(document)
    _tell(document)


def _locked(document: Document) -> Document:
    return Document.objects.select_for_update(of=("self",)).select_related("brand").get(pk=document.pk)


def _snapshot(document: Document) -> None:
    Snapshot.objects.create(
        document=document,
        seq=document.seq,
        epoch=document.epoch,
        content=document.content,
        sha256=digest(document.content),
    )


def _check_pictures(brand: Brand, wanted: set[str]) -> None:
    """Raises Refusal for a picture that the brand does not have; whether another brand has it is not told."""
    known = Asset.objects.filter(brand=brand, pk__in=wanted).values_list("pk", flat=True) if wanted else []
    missing = sorted(wanted - {str(pk) for pk in known})
    if missing:
        raise Refusal(_("This brand has no picture %(id)s. Upload it first.") % {"id": missing[0]})


def _client(client_op_id: str) -> str:
    """The tab that a batch came from."""
    if not isinstance(client_op_id, str) or not CLIENT_OP_ID.fullmatch(client_op_id):
        raise Refusal(
            _("A batch is named “tab:number”, in letters and digits, not “%(id)s”.") % {"id": client_op_id}
        )
    return client_op_id.partition(":")[0]


def _tell(document: Document) -> None:
    tell(f"document.{document.pk}", "document.changed", seq=document.seq)
