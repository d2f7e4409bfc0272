"""The event log of a document: appended once, merged, looked back at, restored (R-D1 – R-D4)."""

import threading
from time import perf_counter
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from assets.actions.documents import (
    Stale,
    append_ops,
    append_ops_if_match,
    content_at,
    create_document,
    restore_version,
)
from assets.document.plain import digest
from assets.models import Asset, Document, Event, Snapshot
from brands.models import Role
from brands.models.audit import AuditEntry
from sparklio.lib.refusal import Refusal
from tests import make
from tests.assets.designs import design, thousand

A, B = "a" * 12, "b" * 12


@pytest.fixture
def document(brand, ann):
    return create_document(brand=brand, content=design(asset=None), title="봄 신메뉴", by=ann)


def op(document, path, value, number=2):
    page = document.content["pages"][0]
    target = page["objects"][number]["id"]
    return {"op": "object.set", "page": page["id"], "id": target, "path": path, "value": value}


def append(document, *ops, base=0, epoch=1, id="tab1:1", by):
    return append_ops(document=document, ops=list(ops), base_seq=base, epoch=epoch, client_op_id=id, by=by)


def text_of(document):
    document.refresh_from_db()
    return document.content["pages"][0]["objects"][2]["props"]["text"]


def test_a_new_document_stands_at_seq_0_with_a_snapshot_and_an_audit_entry(document, ann):
    [snapshot] = document.snapshots.all()

    assert (document.seq, document.epoch, document.title) == (0, 1, "봄 신메뉴")
    assert (snapshot.seq, snapshot.sha256) == (0, digest(document.content))
    assert AuditEntry.objects.about(document).get().by == ann


def test_an_append_gives_the_next_seq_and_changes_the_content(document, ann):
    """R-D1."""
    appended = append(document, op(document, "props.text", "새 글"), by=ann)

    assert (appended.seq, appended.epoch, appended.conflicts, appended.events_since) == (1, 1, [], [])
    assert text_of(document) == "새 글"
    assert document.events.get().by == ann


def test_the_same_batch_twice_is_written_once(document, ann):
    first = append(document, op(document, "props.text", "한 번"), by=ann)
    again = append(document, op(document, "props.text", "한 번"), by=ann)

    assert again == first
    assert document.events.count() == 1


def test_two_tabs_that_change_different_things_both_stay(document, ann, ben):
    append(document, op(document, "props.text", "앤"), id="ann:1", by=ann)
    appended = append(document, op(document, "transform.cx", 7), id="ben:1", by=ben)

    assert appended.conflicts == []
    assert [event.client_op_id for event in appended.events_since] == ["ann:1"]
    assert text_of(document) == "앤"
    assert document.content["pages"][0]["objects"][2]["transform"]["cx"] == 7


def test_two_tabs_that_change_the_same_thing_show_a_conflict_that_stays_in_the_log(document, ann, ben):
    """R-D4."""
    append(document, op(document, "props.text", "앤"), id="ann:1", by=ann)
    appended = append(document, op(document, "props.text", "벤"), id="ben:1", by=ben)

    assert text_of(document) == "벤"
    assert [(c["theirs"], c["yours"]) for c in appended.conflicts] == [("앤", "벤")]
    assert document.events.get(seq=2).conflicts == appended.conflicts


def test_a_tab_whose_batches_are_still_on_their_way_does_not_meet_itself(document, ann):
    append(document, op(document, "props.text", "하나"), id="ann:1", by=ann)
    appended = append(document, op(document, "props.text", "둘"), id="ann:2", by=ann)

    assert appended.conflicts == []


def test_a_change_of_a_removed_object_is_kept_not_applied(document, ann, ben):
    page = document.content["pages"][0]
    gone = page["objects"][2]["id"]
    append(document, {"op": "object.remove", "page": page["id"], "id": gone}, id="ann:1", by=ann)
    appended = append(document, op(document, "props.text", "늦음"), id="ben:1", by=ben)

    assert (appended.ops, [c["kind"] for c in appended.conflicts]) == ([], ["kept"])
    document.refresh_from_db()
    append(document, *appended.conflicts[0]["restore"], base=document.seq, id="ben:2", by=ben)
    assert text_of(document) == "늦음"


def test_a_bad_op_changes_nothing(document, ann):
    """R-D3."""
    with pytest.raises(Refusal):
        append(document, op(document, "props.text", "gut"), op(document, "transform.cx", "far"), by=ann)

    document.refresh_from_db()
    assert (document.seq, document.events.count()) == (0, 0)


@pytest.mark.parametrize("id", ["", "a b", "x" * 41, "tab:1:2", None, 7])
def test_a_batch_has_a_name(document, ann, id):
    with pytest.raises(Refusal, match="tab"):
        append(document, op(document, "name", "x"), id=id, by=ann)


@pytest.mark.parametrize("base", [-1, 1, 10**6])
def test_a_base_that_never_was_is_refused(document, ann, base):
    with pytest.raises(Refusal):
        append(document, op(document, "name", "x"), base=base, by=ann)


def test_a_picture_of_another_brand_is_not_there(document, ann, cleo):
    theirs = Asset.objects.create(
        brand=make.brand(cleo, name="Cleo"), kind="photo", name="x.png", file="x.png"
    )

    with pytest.raises(Refusal) as foreign:
        append(document, op(document, "props.asset", str(theirs.pk), number=1), by=ann)
    nothing = str(uuid4())
    with pytest.raises(Refusal) as nowhere:
        append(document, op(document, "props.asset", nothing, number=1), by=ann)

    known, unknown = str(foreign.value), str(nowhere.value)
    assert known.replace(str(theirs.pk), "…") == unknown.replace(nothing, "…")


@pytest.mark.parametrize("value", ["x", 7, {}, "https://x.test/a.png"])
def test_a_picture_that_is_no_id_is_refused(document, ann, value):
    """R-D3."""
    with pytest.raises(Refusal):
        append(document, op(document, "props.asset", value, number=1), by=ann)


def test_viewers_and_strangers_change_nothing(document, brand, cleo):
    viewer = make.member(brand, "Vic", Role.VIEWER)

    for person in (viewer, cleo):
        with pytest.raises(PermissionDenied):
            append(document, op(document, "name", "x"), by=person)
        with pytest.raises(PermissionDenied):
            restore_version(document=document, seq=0, by=person)
        with pytest.raises(PermissionDenied):
            create_document(brand=brand, content=design(asset=None), title="x", by=person)
    assert Event.objects.count() == 0


def test_the_title_of_the_row_follows_the_document(document, ann):
    append(document, {"op": "document.set", "path": "title", "value": "여름"}, by=ann)

    document.refresh_from_db()
    assert document.title == "여름"


def test_a_full_document_may_shrink_but_not_grow(document, ann, monkeypatch):
    monkeypatch.setattr("assets.actions.documents.MAX_BYTES", 1000)

    with pytest.raises(Refusal, match="MB"):
        append(document, op(document, "props.text", "더 긴 글입니다"), by=ann)
    assert append(document, op(document, "props.text", ""), by=ann).seq == 1


def test_metadata_does_not_touch_the_seq(document):
    """R-D2."""
    document.version += 1
    document.save(update_fields=["version"])

    assert Document.objects.get(pk=document.pk).seq == 0


# Strict ---------------------------------------------------------------------------------------------------


def strictly(document, *ops, seq, epoch=1, id="api-1", by):
    return append_ops_if_match(document=document, ops=list(ops), seq=seq, epoch=epoch, client_op_id=id, by=by)


def test_a_stale_if_match_is_told_what_it_missed(document, ann, ben):
    append(document, op(document, "props.text", "앤"), id="ann:1", by=ann)

    with pytest.raises(Stale) as stale:
        strictly(document, op(document, "name", "x"), seq=0, by=ben)

    assert (stale.value.seq, stale.value.epoch) == (1, 1)
    assert [event.client_op_id for event in stale.value.events] == ["ann:1"]
    assert strictly(document, op(document, "name", "x"), seq=1, by=ben).seq == 2


def test_an_answer_that_got_lost_is_given_again_even_if_the_match_is_old_by_now(document, ann):
    first = strictly(document, op(document, "name", "x"), seq=0, by=ann)

    assert strictly(document, op(document, "name", "x"), seq=0, by=ann) == first


def test_strict_batches_are_all_or_nothing(document, ann):
    lost = {"op": "object.remove", "page": document.content["pages"][0]["id"], "id": "z" * 12}
    set_lost = {**op(document, "name", "x"), "id": "z" * 12}

    with pytest.raises(Refusal, match="2"):
        strictly(document, op(document, "name", "x"), set_lost, seq=0, by=ann)
    assert Event.objects.count() == 0
    assert strictly(document, lost, seq=0, by=ann).ops == []


# Looking back -----------------------------------------------------------------------------------------------


def test_the_content_at_every_seq_can_be_looked_at(document, ann, monkeypatch):
    monkeypatch.setattr("assets.actions.documents.SNAPSHOT_EVERY", 4)
    for n in range(1, 11):
        append(document, op(document, "props.text", f"글 {n}"), base=n - 1, id=f"ann:{n}", by=ann)
    document.refresh_from_db()

    texts = [content_at(document, n)["pages"][0]["objects"][2]["props"]["text"] for n in range(11)]

    assert texts == ["따뜻한 빵", *[f"글 {n}" for n in range(1, 11)]]
    assert list(document.snapshots.order_by("seq").values_list("seq", flat=True)) == [0, 4, 8]
    assert all(digest(s.content) == s.sha256 for s in document.snapshots.all())


def test_a_snapshot_that_rotted_is_passed_over(document, ann, monkeypatch):
    monkeypatch.setattr("assets.actions.documents.SNAPSHOT_EVERY", 2)
    for n in range(1, 5):
        append(document, op(document, "props.text", f"글 {n}"), base=n - 1, id=f"ann:{n}", by=ann)
    document.refresh_from_db()
    Snapshot.objects.filter(seq=2).update(content={"pages": []})

    assert content_at(document, 3)["pages"][0]["objects"][2]["props"]["text"] == "글 3"


def test_restoring_brings_the_old_content_and_shuts_out_tabs_from_before(document, ann, ben):
    """R-D2: the epoch goes up."""
    append(document, op(document, "props.text", "neu"), by=ann)
    restored = restore_version(document=document, seq=0, by=ann)

    assert (restored.seq, restored.epoch) == (2, 2)
    assert text_of(document) == "따뜻한 빵"
    with pytest.raises(Stale) as stale:
        append(document, op(document, "props.text", "alt"), base=1, epoch=1, id="ben:1", by=ben)
    assert (stale.value.epoch, stale.value.events) == (2, [])
    with pytest.raises(Stale):
        append(document, op(document, "props.text", "alt"), base=1, epoch=2, id="ben:2", by=ben)
    assert (
        append(document, op(document, "props.text", "weiter"), base=2, epoch=2, id="ben:3", by=ben).seq == 3
    )
    document.refresh_from_db()
    assert content_at(document, 1)["pages"][0]["objects"][2]["props"]["text"] == "neu"
    assert content_at(document, 2)["pages"][0]["objects"][2]["props"]["text"] == "따뜻한 빵"


@pytest.mark.parametrize("seq", [-1, 5])
def test_a_version_that_never_was_cannot_be_restored(document, ann, seq):
    with pytest.raises(Refusal):
        restore_version(document=document, seq=seq, by=ann)


# Side by side -----------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_20_writers_at_once_get_20_numbers_and_lose_nothing(ann, brand):
    document = create_document(brand=brand, content=design(asset=None), title="x", by=ann)
    seqs, lock = [], threading.Lock()

    def write(n):
        try:
            ops = [{"op": "document.set", "path": f"meta.n{n}", "value": n}]
            seq = append(document, *ops, id=f"tab{n}:1", by=ann).seq
            with lock:
                seqs.append(seq)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(n,)) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    document.refresh_from_db()
    assert sorted(seqs) == list(range(1, 21))
    assert document.content["meta"] == {f"n{n}": n for n in range(20)}


def test_an_append_is_as_quick_after_2000_events_as_at_first(brand, ann):
    """G7c: flat in the length of the history."""
    document = create_document(brand=brand, content=thousand(), title="천", by=ann)

    def median_of_ten():
        times = []
        for _ in range(10):
            change = op(document, "transform.cx", document.seq, number=900)
            began = perf_counter()
            append(document, change, base=document.seq, id=f"ann:{document.seq}", by=ann)
            times.append(perf_counter() - began)
            document.refresh_from_db()
        return sorted(times)[5]

    first = median_of_ten()
    past = [
        Event(document=document, seq=n, epoch=1, base_seq=n, client_op_id=f"old:{n}", ops=[])
        for n in range(11, 2011)
    ]
    Event.objects.bulk_create(past)
    Document.objects.filter(pk=document.pk).update(seq=2010)
    document.refresh_from_db()

    assert median_of_ten() < first * 2
