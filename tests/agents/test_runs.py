"""Asking for work: who may, what is refused, and that asking is all or nothing (R-J1, R-J2)."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections, transaction
from pydantic import BaseModel

from agents.actions.runs import Conflict, ask_again, cancel_run, start_run
from agents.jobs import perform
from agents.models import Run
from brands.models import Role
from brands.models.audit import AuditEntry
from sparklio.lib.refusal import Refusal
from tests import make

ROOT = Path(__file__).resolve().parents[2]


def test_a_run_is_a_row_that_lives_and_dies_with_the_callers_transaction(hire, queue, brand, ann):
    """R-J1."""
    hire("baker")

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        start_run(maker="baker", brand=brand, by=ann)
        raise ZeroDivisionError

    assert (Run.objects.count(), queue.rung) == (0, {})


def test_the_bell_rings_after_the_commit_and_says_nothing_but_the_id(
    hire, queue, brand, ann, django_capture_on_commit_callbacks
):
    """R-J2: a dotted path and an id, no retry, no results, no failures kept."""
    hire("baker", needs="text")

    with django_capture_on_commit_callbacks(execute=True):
        run = start_run(maker="baker", brand=brand, order={"secret": "recipe"}, by=ann)
        assert queue.rung == {}

    ring = queue.rung[str(run.pk)]
    assert (ring["func"], ring["args"], ring["queue"]) == ("agents.jobs.perform", [str(run.pk)], "text")
    assert (ring["result_ttl"], ring["unique"], "retry" in ring) == (0, True, False)
    assert "recipe" not in json.dumps(ring)


def test_a_bell_that_is_down_fails_nobody(hire, queue, brand, ann, django_capture_on_commit_callbacks):
    """R-J7: the row is there; the sweeper rings later."""
    hire("baker")
    queue.down = True

    with django_capture_on_commit_callbacks(execute=True):
        run = start_run(maker="baker", brand=brand, by=ann)

    assert Run.objects.get(pk=run.pk).state == "queued"


def test_only_one_file_enqueues():
    """R-J1."""
    found = [
        path.relative_to(ROOT).as_posix()
        for app in ["brands", "assets", "agents", "studio", "sparklio"]
        for path in (ROOT / app).rglob("*.py")
        if re.search(r"\.enqueue\w*\(", path.read_text(encoding="utf-8"))
    ]

    assert found == ["agents/bell.py"]


def test_nobody_is_asked_who_is_not_here(brand, ann):
    with pytest.raises(Refusal, match="candlestickmaker"):
        start_run(maker="candlestickmaker", brand=brand, by=ann)


def test_an_order_that_the_maker_does_not_take_is_refused_with_the_field(hire, brand, ann):
    class Loaves(BaseModel):
        loaves: int

    hire("baker", takes=Loaves)

    with pytest.raises(Refusal, match="loaves"):
        start_run(maker="baker", brand=brand, order={"loaves": "many"}, by=ann)


@pytest.mark.parametrize("role", [Role.VIEWER, None])
def test_who_may_not_edit_may_not_ask(hire, brand, role):
    hire("baker")
    person = make.member(brand, "Vic", role) if role else make.user("Cleo")

    with pytest.raises(PermissionDenied):
        start_run(maker="baker", brand=brand, by=person)

    assert not Run.objects.exists()


def test_a_run_never_names_rows_of_another_brand(hire, brand, ann):
    hire("baker")
    theirs = make.brief(make.brand(make.user("Cleo"), name="Other"))

    with pytest.raises(ValueError, match="does not belong"):
        start_run(maker="baker", brand=brand, brief=theirs, by=ann)


def test_the_same_key_and_order_give_the_same_run(hire, brand, ann):
    """J7."""
    hire("baker")

    first = start_run(maker="baker", brand=brand, order={"n": 1}, idempotency_key="k", by=ann)
    again = start_run(maker="baker", brand=brand, order={"n": 1}, idempotency_key="k", by=ann)

    assert (again.pk, Run.objects.count()) == (first.pk, 1)


def test_the_same_key_with_another_order_is_a_conflict(hire, brand, ann):
    """J7."""
    hire("baker")
    start_run(maker="baker", brand=brand, order={"n": 1}, idempotency_key="k", by=ann)

    with pytest.raises(Conflict):
        start_run(maker="baker", brand=brand, order={"n": 2}, idempotency_key="k", by=ann)


def test_a_key_counts_within_its_brand(hire, brand, ann):
    hire("baker")
    other = make.brand(ann, name="Second")

    first = start_run(maker="baker", brand=brand, order={"n": 1}, idempotency_key="k" * 300, by=ann)
    second = start_run(maker="baker", brand=other, order={"n": 2}, idempotency_key="k" * 300, by=ann)

    assert first.pk != second.pk


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_with_one_key_make_one_run(hire, queue):
    """J7."""
    hire("baker")
    ann = make.user("Ann")
    brand = make.brand(ann)

    def ask(_):
        try:
            return start_run(maker="baker", brand=brand, order={"n": 1}, idempotency_key="k", by=ann).pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(ask, range(20)))

    assert (len(made), Run.objects.count(), len(queue.rung)) == (1, 1, 1)


def test_a_run_speaks_the_askers_language(hire, brand):
    def work(desk):
        raise Refusal(str(Role.OWNER.label))

    hire("baker", work)
    ben = make.member(brand, "Ben", language="en")

    run = start_run(maker="baker", brand=brand, by=ben)
    perform(run.pk)

    run.refresh_from_db()
    assert (run.language, run.note) == ("en", "owner")


def test_asking_again_is_a_new_run_and_the_old_one_stays(hire, brand, ann):
    hire("baker", lambda desk: 1 / 0)
    run = start_run(maker="baker", brand=brand, order={"n": 1}, idempotency_key="k", by=ann)
    with pytest.raises(ZeroDivisionError):
        perform(run.pk)
    run.refresh_from_db()

    again = ask_again(run=run, by=ann)

    run.refresh_from_db()
    assert (again.pk != run.pk, again.order, again.state, run.state) == (True, {"n": 1}, "queued", "failed")


def test_a_step_is_asked_again_with_its_whole_family(hire, brand, ann):
    hire("baker")
    root = start_run(maker="baker", brand=brand, order={"n": 1}, by=ann)
    step = start_run(maker="baker", brand=brand, order={"n": 2}, parent=root, by=ann)
    cancel_run(run=root, by=ann)
    step.refresh_from_db()

    again = ask_again(run=step, by=ann)

    assert (again.order, again.root) == ({"n": 1}, None)


def test_what_is_still_worked_on_is_not_asked_again(hire, brand, ann):
    hire("baker")

    with pytest.raises(Refusal):
        ask_again(run=start_run(maker="baker", brand=brand, by=ann), by=ann)


def test_calling_off_ends_the_whole_family_and_is_written_down(hire, brand, ann):
    """J11."""
    hire("baker")
    root = start_run(maker="baker", brand=brand, by=ann)
    child = start_run(maker="baker", brand=brand, parent=root, by=ann)
    grandchild = start_run(maker="baker", brand=brand, parent=child, by=ann)
    stranger = start_run(maker="baker", brand=brand, by=ann)

    assert cancel_run(run=child, by=ann) == 3

    states = {run.pk: run.state for run in Run.objects.all()}
    assert [states[each.pk] for each in (root, child, grandchild, stranger)] == ["cancelled"] * 3 + ["queued"]
    assert AuditEntry.objects.filter(verb="run.cancelled", by=ann).count() == 1


def test_what_is_over_cannot_be_called_off(hire, brand, ann):
    hire("baker")
    run = start_run(maker="baker", brand=brand, by=ann)
    perform(run.pk)

    with pytest.raises(Refusal):
        cancel_run(run=run, by=ann)


def test_cleo_calls_nothing_off(hire, brand, ann, cleo):
    hire("baker")
    run = start_run(maker="baker", brand=brand, by=ann)

    with pytest.raises(PermissionDenied):
        cancel_run(run=run, by=cleo)

    run.refresh_from_db()
    assert run.state == "queued"
