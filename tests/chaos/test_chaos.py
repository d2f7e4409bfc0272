"""Processes die, servers go away, work hangs: nothing is lost and nothing is done twice.

With the leases of production: the storm and the lease that runs out. With short ones: everything else.
"""

import os
import random
import signal
import time

import pytest

from tests.chaos.__main__ import report
from tests.chaos.house import House, children_of, eventually, is_running
from tests.chaos.storm import Storm

pytestmark = pytest.mark.chaos


@pytest.fixture
def house(tmp_path):
    made = House(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def brisk(tmp_path_factory):
    """A house where a lease lasts two seconds, with one worker and a web."""
    made = House(tmp_path_factory.mktemp("brisk"), lease=2, heartbeat=0.4, sweep=0.5)
    made.worker("main", can="desk,text")
    made.web()
    made.wait_for_node("main")
    yield made
    made.close()


@pytest.fixture
def spare(brisk):
    """Another worker in the brisk house, ended after the test; `spare("name", can=…)`."""
    began = []

    def start(name, **facts):
        brisk.worker(name, **facts)
        brisk.wait_for_node(name)
        began.append(name)
        return brisk.processes[name]

    yield start
    brisk.stop(*[name for name in began if name in brisk.processes])


def done(house, run):
    row = house.wait_for(run, "done", "failed", "needs_review", "cancelled")
    assert row["state"] == "done", row
    return row


def test_three_hundred_runs_survive_sixty_kills(house, capfd):
    """J1, J5, J7, J11, with the leases of production; its seed and counters are printed."""
    house.web()
    struck = _kill_the_only_worker_that_can_talk(house)
    began = time.monotonic()
    storm = Storm(house, runs=300, kills=60, seed=random.randrange(10**6))
    storm.rage()
    wrong = report(storm, time.monotonic() - began)
    again = house.rows(
        "SELECT extract(epoch FROM at)::float AS at FROM chaos_attempt WHERE run = %s", struck[0]
    )
    lapse = max(row["at"] for row in again) - struck[1]
    flushed = _flush_while_asking(house)
    print(f"  after a machine was gone for good, re-leased in: {lapse:.1f} s")
    print(f"  with the queue flushed, the slowest of 20 runs started after: {flushed:.1f} s")

    with capfd.disabled():
        print(capfd.readouterr().out)
    assert wrong == []
    assert 25 <= lapse <= 45
    assert flushed <= 60


def _kill_the_only_worker_that_can_talk(house):
    """(run, when its machine died). Nobody of that name comes back: only the lease tells."""
    house.worker("lonely", can="text")
    house.wait_for_node("lonely")
    run = house.order("talking", "lonely", steps=5, ms=100)
    eventually(
        "the lonely worker talks", lambda: house.rows("SELECT 1 FROM chaos_attempt WHERE run = %s", run)
    )
    at = house.rows("SELECT extract(epoch FROM clock_timestamp())::float AS at")[0]["at"]
    house.kill("lonely")
    house.worker("rescuer", can="text", slots=1)
    return run, at


def _flush_while_asking(house):
    """Seconds until the last of twenty runs started, while the queue was wiped after every one."""
    runs = []
    for number in range(20):
        runs.append(house.order("counting", f"flushed:{number}"))
        house.bell.flushall()
    for run in runs:
        done(house, run)
    waits = (
        "SELECT extract(epoch FROM started_at - asked_at)::float AS wait FROM agents_run WHERE id = ANY(%s)"
    )
    return max(row["wait"] for row in house.rows(waits, runs))


def test_a_run_that_kills_its_worker_stops_after_three_times_while_others_go_on(brisk):
    """J6."""
    poison = brisk.order("poison", "poison")
    others = [brisk.order("counting", f"beside:{number}", steps=1, ms=20) for number in range(10)]

    row = brisk.wait_for(poison, "needs_review")

    assert (row["crash_count"], row["attempt"]) == (3, 3)
    assert "3" in row["note"]
    for other in others:
        done(brisk, other)


def test_a_run_that_never_comes_back_is_stopped_at_its_limit_and_its_slot_works_again(brisk):
    """J6."""
    hanging = brisk.order("hanging", "hanging")

    row = brisk.wait_for(hanging, "failed")

    took = (row["ended_at"] - row["started_at"]).total_seconds()
    assert (row["error_code"], 4 <= took < 8) == ("AGENT_TIMEOUT", True)
    done(brisk, brisk.order("talking", "after the hanging one"))


def test_a_run_that_wants_too_much_memory_fails_alone(brisk):
    """J6, R-J6: its slot lives on."""
    before = children_of(brisk.processes["main"].pid)

    row = brisk.wait_for(brisk.order("greedy", "greedy"), "failed", "needs_review")

    assert (row["state"], row["error_code"], row["crash_count"]) == ("failed", "EXECUTION_FAILED", 0)
    assert children_of(brisk.processes["main"].pid) == before


def test_a_worker_that_was_frozen_cannot_write_what_it_no_longer_holds(brisk, spare):
    """J3: it sleeps through its lease, another finishes, it wakes up and is stopped."""
    frozen = spare("frozen", can="desk", slots=1)
    _signal_all(brisk.processes["main"].pid, signal.SIGSTOP)
    run = brisk.order("counting", "frozen", steps=4, ms=300)
    eventually("one step is done", lambda: brisk.rows("SELECT 1 FROM chaos_effect WHERE run = %s", run))
    _signal_all(frozen.pid, signal.SIGSTOP)
    _signal_all(brisk.processes["main"].pid, signal.SIGCONT)

    row = done(brisk, run)
    _signal_all(frozen.pid, signal.SIGCONT)
    eventually("the frozen one hears it", lambda: "no longer ours" in brisk.log("frozen"))

    effects = brisk.rows("SELECT step, attempt FROM chaos_effect WHERE run = %s ORDER BY step", run)
    assert [row["step"] for row in effects] == [0, 1, 2, 3]
    assert (row["node"], row["attempt"], brisk.run(run)["ended_at"]) == ("main", 2, row["ended_at"])


def test_a_worker_that_freezes_inside_its_guard_keeps_no_row_from_the_others(brisk, spare):
    """J3, J5: the database ends its transaction, and no sweep waits for it."""
    main = brisk.processes["main"]
    frozen = spare("dozer", can="desk", slots=1)
    _signal_all(main.pid, signal.SIGSTOP)
    run = brisk.order("dozing", "dozing")
    eventually("it dozes", lambda: brisk.rows("SELECT 1 FROM chaos_attempt WHERE run = %s", run))
    _signal_all(frozen.pid, signal.SIGSTOP)
    _signal_all(main.pid, signal.SIGCONT)

    try:
        row = brisk.wait_for(run, "done", patience=20)
    finally:
        _signal_all(frozen.pid, signal.SIGCONT)

    assert (row["node"], row["attempt"]) == ("main", 2)
    assert len(brisk.rows("SELECT 1 FROM chaos_effect WHERE run = %s", run)) == 1


def _signal_all(foreman, number):
    for pid in [foreman, *children_of(foreman)]:
        os.kill(pid, number)


def test_urgent_work_overtakes_what_was_asked_before(brisk, spare):
    """One slot, batch work before it in the queue: the urgent run is the next to start."""
    worker = brisk.processes["main"]
    _signal_all(worker.pid, signal.SIGSTOP)
    batch = [brisk.order("counting", f"batch:{number}", priority=1, ms=100) for number in range(6)]
    urgent = brisk.order("counting", "urgent", priority=0)
    spare("single", can="desk", slots=1)

    done(brisk, urgent)
    _signal_all(worker.pid, signal.SIGCONT)

    assert all(done(brisk, run)["started_at"] >= brisk.run(urgent)["started_at"] for run in batch)


def test_slots_die_with_their_foreman(brisk, spare):
    """J4: within two seconds, however it died."""
    foreman = spare("short-lived", can="desk")
    children = eventually("all are hired", lambda: len(found := children_of(foreman.pid)) == 3 and found)

    brisk.kill("short-lived")

    eventually("nobody is left", lambda: not any(map(is_running, children)), patience=2)


def test_a_worker_asked_to_stop_ends_what_it_began(brisk, spare):
    """J9."""
    leaving = spare("leaving", can="desk", slots=1)
    main = brisk.processes["main"]
    _signal_all(main.pid, signal.SIGSTOP)
    run = brisk.order("counting", "leaving", steps=3, ms=300)
    eventually("it has begun", lambda: brisk.rows("SELECT 1 FROM chaos_attempt WHERE run = %s", run))

    leaving.send_signal(signal.SIGTERM)
    code = leaving.wait(30)
    _signal_all(main.pid, signal.SIGCONT)

    assert (code, brisk.run(run)["state"], brisk.run(run)["attempt"]) == (0, "done", 1)
    assert brisk.rows("SELECT pid FROM agents_node WHERE name = 'leaving'") == [{"pid": None}]


def test_a_worker_with_no_time_left_hands_its_run_back_and_it_does_not_count_as_a_crash(brisk, spare):
    """J9."""
    hasty = spare("hasty", can="desk", slots=1, grace=0.5)
    main = brisk.processes["main"]
    _signal_all(main.pid, signal.SIGSTOP)
    run = brisk.order("counting", "hasty", steps=10, ms=300)
    eventually("it has begun", lambda: brisk.rows("SELECT 1 FROM chaos_attempt WHERE run = %s", run))

    hasty.send_signal(signal.SIGTERM)
    hasty.wait(10)
    handed = brisk.run(run)
    _signal_all(main.pid, signal.SIGCONT)

    assert (handed["state"], handed["crash_count"], handed["lease_token"]) == ("queued", 0, None)
    assert done(brisk, run)["attempt"] == 2
    assert len(brisk.rows("SELECT 1 FROM chaos_effect WHERE run = %s", run)) == 10


def test_without_the_queue_server_orders_are_taken_and_done(brisk):
    """R-J7: the bell is down, the book is open; and when it is back nobody needs a restart."""
    before = children_of(brisk.processes["main"].pid)
    brisk.servers["valkey"].popen.kill()
    brisk.servers["valkey"].popen.wait()
    began = time.monotonic()
    run = brisk.order("counting", "no bell")
    asked = time.monotonic() - began

    done(brisk, run)
    brisk.servers["valkey"] = brisk.valkey.start()
    done(brisk, brisk.order("counting", "bell again"))

    assert asked < 5
    assert children_of(brisk.processes["main"].pid) == before


def test_the_database_is_killed_and_nobody_needs_a_restart(brisk):
    """J5: serving again within 15 s of its return, and what was under way is done once."""
    run = brisk.order("counting", "under way", steps=6, ms=300)
    eventually("it has begun", lambda: brisk.rows("SELECT 1 FROM chaos_effect WHERE run = %s", run))
    before = children_of(brisk.processes["main"].pid)
    brisk.servers["postgres"].popen.kill()
    brisk.servers["postgres"].popen.wait()
    brisk.servers["postgres"] = brisk.postgres.start()
    began = time.monotonic()

    done(brisk, brisk.order("counting", "after the crash"))
    served = time.monotonic() - began
    done(brisk, run)

    steps = [
        row["step"] for row in brisk.rows("SELECT step FROM chaos_effect WHERE run = %s ORDER BY step", run)
    ]
    assert served < 15
    assert steps == [0, 1, 2, 3, 4, 5]
    assert children_of(brisk.processes["main"].pid) == before
