"""Holding a run: one holder, no write without the token, time by the database (R-J3, R-J4, R-J5)."""

import re
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import OperationalError, connections
from django.db.models.functions import Now
from django.utils import timezone

from agents.actions.runs import cancel_run, start_run
from agents.errors import WorkFailed
from agents.jobs import patiently, perform
from agents.lease import Cancelled, Lease, LeaseLost, claim
from agents.models import Run
from sparklio.lib.refusal import Refusal
from tests import make

ALL = ["desk", "press", "text"]
AGENTS = Path(__file__).resolve().parents[2] / "agents"


def held(**facts) -> Lease:
    lease = claim(ALL, node="test", **facts)
    assert lease is not None
    return lease


@pytest.fixture
def ask(hire, brand, ann):
    """Ask the baker; `work` is what the baker does."""

    def asked(work=lambda desk: {}, **facts):
        hire("baker", work, needs=facts.pop("needs", "desk"))
        return start_run(maker="baker", brand=brand, by=ann, **facts)

    return asked


def test_a_run_delivered_twice_works_once(ask):
    worked = []
    run = ask(lambda desk: worked.append(1))

    perform(run.pk)
    perform(run.pk)

    run.refresh_from_db()
    assert (len(worked), run.state, run.percent, run.attempt, run.lease_token) == (1, "done", 100, 1, None)


def test_what_the_maker_gives_is_the_result(ask):
    run = ask(lambda desk: {"bread": ["rye"]})

    perform(run.pk)

    run.refresh_from_db()
    assert run.result == {"bread": ["rye"]}
    assert run.started_at <= run.ended_at


def test_urgent_work_overtakes_and_among_equals_the_oldest_comes_first(ask):
    batch, first, second = ask(priority=1), ask(priority=0), ask(priority=0)

    order = [held().run.pk for _ in range(3)]

    assert order == [first.pk, second.pk, batch.pk]


def test_a_node_gets_only_what_it_can_do(ask):
    """J8."""
    ask(needs="press")

    assert claim(["desk", "text"], node="test") is None
    assert claim(["press"], node="test") is not None


def test_a_run_waits_for_those_before_it(ask):
    first = ask()
    second = ask(after=[first])

    assert claim(ALL, node="test", run_id=second.pk) is None
    perform(first.pk)
    assert held().run.pk == second.pk


def test_a_run_waits_for_its_time_and_not_past_its_end(ask):
    ask(not_before=timezone.now() + timedelta(hours=1))
    ask(expires_at=timezone.now() - timedelta(seconds=1))

    assert claim(ALL, node="test") is None


@pytest.mark.django_db(transaction=True)
def test_eight_workers_take_forty_runs_once_each(hire, queue):
    """J1: one conditional UPDATE, so two nodes cannot both win."""
    hire("baker")
    ann = make.user("Ann")
    brand = make.brand(ann)
    for _ in range(40):
        start_run(maker="baker", brand=brand, by=ann)

    def take(_):
        try:
            return [lease.run.pk for lease in iter(lambda: claim(ALL, node="test"), None)]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        taken = [pk for each in pool.map(take, range(8)) for pk in each]

    assert (len(taken), len(set(taken))) == (40, 40)


def test_without_the_token_nothing_is_written(ask):
    """R-J3: every write of one who lost the lease is refused."""
    run = ask()
    lease = held()
    Run.objects.filter(pk=run.pk).update(lease_token=uuid.uuid4(), note="theirs")

    with pytest.raises(LeaseLost):
        lease.report(50, "mine")
    with pytest.raises(LeaseLost), lease.guard():
        pytest.fail("the guard let somebody in")
    with pytest.raises(LeaseLost):
        lease.finish({"mine": True})
    with pytest.raises(LeaseLost):
        lease.fail("mine", code="MODEL_ERROR")
    with pytest.raises(LeaseLost):
        lease.hand_on(crashed=True)
    assert not lease.extend()

    run.refresh_from_db()
    assert (run.state, run.note, run.percent, run.result) == ("running", "theirs", 0, None)


def test_who_is_called_off_hears_it_at_the_next_word_and_writes_nothing_more(ask, ann):
    """J11: cancel is final."""
    steps = []

    def work(desk):
        steps.append("begun")
        cancel_run(run=desk.run, by=ann)
        desk.report(50, "half")
        steps.append("went on")

    run = ask(work)
    perform(run.pk)

    run.refresh_from_db()
    assert (steps, run.state, run.percent, run.result) == (["begun"], "cancelled", 0, None)
    with pytest.raises(Cancelled):
        Lease(Run(pk=run.pk, lease_token=uuid.uuid4())).report(60)


def test_a_guarded_write_commits_only_while_the_run_is_held(ask, brand):
    def work(desk):
        with desk.guard():
            desk.brand.name = "kept"
            desk.brand.save()
        Run.objects.filter(pk=desk.run.pk).update(lease_token=uuid.uuid4())
        with desk.guard():
            desk.brand.name = "late"
            desk.brand.save()

    perform(ask(work).pk)

    brand.refresh_from_db()
    assert brand.name == "kept"


def test_a_refusal_is_written_in_its_own_words(ask):
    def work(desk):
        raise Refusal("Make it shorter.")

    run = ask(work)
    perform(run.pk)

    run.refresh_from_db()
    assert (run.state, run.error_code, run.note) == ("failed", "INVALID_INPUT", "Make it shorter.")


def test_a_model_that_does_not_deliver_is_told_with_its_code(ask):
    def work(desk):
        raise WorkFailed("It may have been billed.", state="needs_review")

    run = ask(work)
    perform(run.pk)

    run.refresh_from_db()
    assert (run.state, run.error_code, run.note) == (
        "needs_review",
        "MODEL_ERROR",
        "It may have been billed.",
    )


def test_what_nobody_foresaw_ends_the_run_in_plain_words_and_stays_loud(ask):
    run = ask(lambda desk: {}["password=hunter2"])

    with pytest.raises(KeyError):
        perform(run.pk)

    run.refresh_from_db()
    assert (run.state, run.error_code) == ("failed", "EXECUTION_FAILED")
    assert "hunter2" not in run.note


def test_a_database_that_went_away_fails_no_work(ask):
    """J5: it goes back to the queue, and counts."""

    def work(desk):
        raise OperationalError("the server closed the connection unexpectedly")

    run = ask(work)
    perform(run.pk)

    run.refresh_from_db()
    assert (run.state, run.crash_count, run.lease_token) == ("queued", 1, None)


@pytest.mark.django_db(transaction=True)
def test_the_end_of_a_run_waits_for_the_database():
    tries = []

    def write():
        tries.append(1)
        if len(tries) < 3:
            raise OperationalError("starting up")

    patiently(write)

    assert len(tries) == 3


def test_progress_is_written_ten_times_a_second_at_most(ask, django_assert_max_num_queries):
    def work(desk):
        with django_assert_max_num_queries(3):
            for number in range(100):
                desk.report(number, f"step {number}")

    perform(ask(work).pk)


def test_the_last_word_lands_even_when_it_came_too_soon(ask):
    run = ask(lambda desk: [desk.report(number, f"step {number}") for number in range(100)] and None)

    perform(run.pk)

    run.refresh_from_db()
    assert (run.percent, run.note) == (100, "step 99")


@pytest.fixture
def committed(hire, queue):
    """A held run that other connections see."""
    hire("baker")
    ann = make.user("Ann")
    return start_run(maker="baker", brand=make.brand(ann), by=ann)


@pytest.mark.django_db(transaction=True)
def test_the_last_word_lands_while_the_work_goes_on(committed):
    lease = held()
    with lease.kept():
        for number in range(20):
            lease.report(number, f"step {number}")
        deadline = time.monotonic() + 3
        while Run.objects.get().note != "step 19" and time.monotonic() < deadline:
            time.sleep(0.02)

    assert (Run.objects.get().percent, Run.objects.get().note) == (19, "step 19")


@pytest.mark.django_db(transaction=True)
def test_the_heartbeat_extends_the_lease_by_the_databases_clock(committed, settings):
    """R-J5."""
    settings.RUN_HEARTBEAT = 0.05
    lease = held()
    Run.objects.update(lease_until=Now() + timedelta(seconds=1))

    with lease.kept():
        time.sleep(0.4)

    assert Run.objects.filter(lease_until__gt=Now() + timedelta(seconds=20)).exists()


@pytest.mark.django_db(transaction=True)
def test_the_heartbeat_tells_when_the_run_is_lost(committed, settings):
    settings.RUN_HEARTBEAT = 0.05
    lost = threading.Event()
    lease = held()
    lease.on_lost = lost.set

    with lease.kept():
        Run.objects.update(lease_token=uuid.uuid4())
        assert lost.wait(3)
        with pytest.raises(LeaseLost):
            lease.report(1)


@pytest.mark.django_db(transaction=True)
def test_a_report_inside_a_guard_never_waits_for_the_heartbeat(committed, settings):
    """The heartbeat may be waiting for the guard's own row: waiting for it in turn would be for ever."""
    settings.RUN_HEARTBEAT = 0.02
    lease = held()

    with lease.kept(), lease.guard():
        for number in range(30):
            lease.report(number, f"step {number}")
            time.sleep(0.02)

    lease.finish({})
    assert Run.objects.get().state == "done"


def test_no_lease_is_decided_by_a_clock_of_ours():
    """R-J5: no `timezone.now()` where leases are given, kept and taken away."""
    files = [AGENTS / name for name in ("lease.py", "family.py", "sweeper.py", "nodes.py", "jobs.py")]
    files += (AGENTS / "worker").glob("*.py")

    assert not [path.name for path in files if re.search(r"(timezone|datetime)\.now\(", path.read_text())]
