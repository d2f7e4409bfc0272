"""What a crash left is put right: leases, bells, machines (R-J1, R-J5)."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection
from django.db.models.functions import Now

from agents import nodes
from agents.actions.runs import start_run
from agents.lease import claim
from agents.models import Node, Run
from agents.sweeper import LOCK, sweep
from agents.worker.keeper import Keeper
from agents.worker.wire import Wire


@pytest.fixture
def run(hire, brand, ann):
    hire("baker")
    return start_run(maker="baker", brand=brand, by=ann)


@pytest.fixture
def machine(db):
    return Node.objects.create(name="desk-1", can=["desk"], pid=1, host="elsewhere", seen_at=Now())


def age(**seconds):
    Run.objects.update(**{name: Now() - timedelta(seconds=many) for name, many in seconds.items()})


def test_a_lease_that_ran_out_goes_to_the_next(run):
    claim(["desk"], node="dead")
    age(lease_until=1)

    assert sweep()["leases returned"] == 1

    run.refresh_from_db()
    assert (run.state, run.crash_count, run.lease_token) == ("queued", 1, None)


def test_a_lease_that_is_kept_stays(run):
    claim(["desk"], node="alive")

    assert sweep()["leases returned"] == 0


def test_after_three_crashes_a_person_looks_first(run):
    """J6."""
    for _ in range(3):
        claim(["desk"], node="dead")
        age(lease_until=1)
        sweep()

    run.refresh_from_db()
    assert (run.state, run.crash_count, run.error_code) == ("needs_review", 3, "EXECUTION_FAILED")
    assert "3" in run.note
    assert claim(["desk"], node="alive") is None


def test_the_bell_rings_again_for_a_run_that_nobody_fetched(
    run, queue, machine, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        sweep()
    assert queue.rung == {}, "it has only just been asked"

    age(asked_at=16)
    with django_capture_on_commit_callbacks(execute=True):
        sweep()
    assert list(queue.rung) == [str(run.pk)]

    with django_capture_on_commit_callbacks(execute=True):
        assert sweep()["rung again"] == 0, "not with every sweep"


def test_a_run_past_its_time_fails_and_says_so(run):
    Run.objects.update(expires_at=Now() - timedelta(seconds=1))

    sweep()

    run.refresh_from_db()
    assert (run.state, run.error_code) == ("failed", "AGENT_TIMEOUT")
    assert run.note


def test_who_waits_for_a_run_that_fell_meanwhile_is_told(run, brand, ann):
    late = start_run(maker="baker", brand=brand, after=[run], by=ann)
    Run.objects.filter(pk=run.pk).update(state="failed", note="No flour.")

    sweep()

    late.refresh_from_db()
    assert (late.state, late.error_code, late.note) == ("failed", "DEPENDENCY_FAILED", "baker: No flour.")


def test_a_planner_whose_steps_are_all_over_is_ended(run, brand, ann):
    step = start_run(maker="baker", brand=brand, parent=run, by=ann)
    claim(["desk"], node="x", run_id=run.pk).finish({})
    Run.objects.filter(pk=step.pk).update(state="done")

    sweep()

    run.refresh_from_db()
    assert run.state == "done"


def test_a_run_that_no_machine_can_do_says_so_until_one_comes(run):
    age(asked_at=16)
    sweep()
    run.refresh_from_db()
    assert run.state == "waiting_node"

    Node.objects.create(name="new", can=["desk"], pid=1, seen_at=Now())
    sweep()
    run.refresh_from_db()
    assert run.state == "queued"


def test_a_waiting_run_is_taken_by_the_machine_that_comes(run):
    Run.objects.update(state="waiting_node")

    assert claim(["desk"], node="new").run.pk == run.pk


def test_a_silent_machine_counts_as_gone(machine):
    assert nodes.somebody_can("desk")
    assert not nodes.somebody_can("press")

    Node.objects.update(seen_at=Now() - timedelta(seconds=36))
    assert not nodes.somebody_can("desk")


def test_a_machine_that_signed_off_is_gone_at_once(machine):
    nodes.leave("desk-1")

    assert not nodes.somebody_can("desk")


def test_two_workers_of_one_name_become_two(machine):
    assert nodes.enlist(name="desk-1", can=["text"], pid=2).name == "desk-1-2"


def test_a_worker_takes_the_name_of_the_dead_one_on_its_own_machine(machine):
    dead = 2**22 - 1
    Node.objects.update(host=nodes.this_host(), pid=dead)

    assert nodes.enlist(name="desk-1", can=["text"], pid=2).name == "desk-1"


def test_a_worker_hands_on_what_the_dead_one_of_its_name_held(run, machine):
    """J5: it need not wait for the lease to run out."""
    claim(["desk"], node="desk-1")
    nodes.leave("desk-1")
    ours, theirs = Wire.pair()

    Keeper(theirs, name="desk-1", can=["desk"], pid=2, first=True)._enlist()

    run.refresh_from_db()
    assert (run.state, run.crash_count, ours.read()) == ("queued", 1, [{"name": "desk-1"}])


def test_a_word_that_is_no_capability_stops_the_node_and_is_named():
    with pytest.raises(ImproperlyConfigured, match="telepathy"):
        nodes.capabilities(["desk", "telepathy"])


def test_capabilities_stand_in_table_order():
    assert nodes.capabilities(["text", "desk"]) == ["desk", "text"]


@pytest.mark.django_db(transaction=True)
def test_one_process_sweeps_at_a_time():
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connections, transaction

    def elsewhere():
        try:
            return sweep()
        finally:
            connections.close_all()

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        Node.objects.update(name="x")
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(elsewhere).result() == {}


def test_the_sweep_command_ends_with_a_sentence_and_a_number(run, capsys):
    claim(["desk"], node="dead")
    age(lease_until=1)

    call_command("sweep")

    assert capsys.readouterr().out == "leases returned: 1\n1 rows put right.\n"


def test_the_roster_command_prints_every_maker_with_file_and_machines(machine, capsys):
    from agents.makers import MAKERS

    call_command("roster")

    out = capsys.readouterr().out
    assert all(slug in out for slug in MAKERS)
    assert re.search(r"pm +desk +agents/roster/pm\.py +→ desk-1", out)
    assert f"{len(MAKERS)} makers, 1 machines." in out


def test_rq_holds_no_truth():
    """R-J2: no RQ retries, results, schedulers or registries anywhere in the house."""
    root = Path(__file__).resolve().parents[2]
    words = re.compile(
        r"\b(Retry\(max|Repeat\(|enqueue_in|enqueue_at|FailedJobRegistry|StartedJobRegistry|fetch_job)\b"
    )
    found = [path for app in ("brands", "assets", "agents", "studio") for path in (root / app).rglob("*.py")]

    assert not [path.name for path in found if words.search(path.read_text(encoding="utf-8"))]
