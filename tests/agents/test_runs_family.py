"""Runs that belong together: what waits starts or falls, and who split work off ends with the last of it."""

import pytest

from agents.actions.runs import cancel_run, start_run
from agents.desk import Step
from agents.jobs import perform
from agents.lease import LeaseLost, claim
from agents.models import Run
from sparklio.lib.refusal import Refusal


def states(*runs):
    found = {run.pk: run.state for run in Run.objects.all()}
    return [found[run.pk] for run in runs]


@pytest.fixture
def start(hire, brand, ann):
    hire("good")
    hire("bad", lambda desk: (_ for _ in ()).throw(Refusal("There is no flour.")))

    def started(maker="good", **facts):
        return start_run(maker=maker, brand=brand, by=ann, **facts)

    return started


def test_when_a_run_is_done_the_bell_rings_for_those_who_waited_for_it_alone(
    start, queue, django_capture_on_commit_callbacks
):
    first, other = start(), start()
    ready, blocked = start(after=[first]), start(after=[first, other])

    with django_capture_on_commit_callbacks(execute=True):
        perform(first.pk)

    assert (str(ready.pk) in queue.rung, str(blocked.pk) in queue.rung) == (True, False)


def test_who_waits_for_a_run_that_fails_fails_too_and_says_because_of_whom(start):
    first = start("bad")
    second = start(after=[first])
    third = start(after=[second])
    bystander = start()

    perform(first.pk)

    assert states(first, second, third, bystander) == ["failed", "failed", "failed", "queued"]
    third.refresh_from_db()
    assert (third.error_code, third.note) == ("DEPENDENCY_FAILED", "bad: There is no flour.")


@pytest.fixture
def family(start, hire):
    """A planner that splits off two steps, the second after the first."""

    def plan(makers=("good", "good")):
        def work(desk):
            first, second = makers
            with desk.guard():
                desk.pass_on([Step("first", first, {}), Step("second", second, {}, ["first"])])
            return {"steps": 2}

        hire("planner", work)
        root = start("planner")
        perform(root.pk)
        return root, *Run.objects.filter(parent=root).order_by("step")

    return plan


def test_who_split_work_off_ends_with_the_last_of_it(family):
    root, first, second = family()
    assert states(root, first, second) == ["running", "queued", "queued"]

    perform(first.pk)
    root.refresh_from_db()
    assert (root.state, root.percent, root.lease_token, root.result) == ("running", 50, None, {"steps": 2})

    perform(second.pk)
    root.refresh_from_db()
    assert (root.state, root.percent, root.ended_at is not None) == ("done", 100, True)


def test_the_first_run_shows_why_its_family_failed(family):
    root, first, second = family(("bad", "good"))

    perform(first.pk)

    assert states(root, first, second) == ["failed", "failed", "failed"]
    root.refresh_from_db()
    assert (root.error_code, root.note) == ("DEPENDENCY_FAILED", "bad: There is no flour.")


def test_a_family_whose_member_fails_ends_when_the_others_are_done(start, hire, brand, ann):
    hire("planner", lambda desk: desk.pass_on([Step("a", "bad", {}), Step("b", "good", {})]) and None)
    root = start("planner")
    perform(root.pk)
    a, b = Run.objects.filter(parent=root).order_by("step")

    perform(a.pk)
    root.refresh_from_db()
    assert (root.state, root.note) == ("running", "bad: There is no flour.")

    perform(b.pk)
    root.refresh_from_db()
    assert (root.state, root.note) == ("failed", "bad: There is no flour.")


def test_a_step_that_ends_before_its_planner_is_not_forgotten(start, hire):
    def work(desk):
        with desk.guard():
            made = desk.pass_on([Step("a", "good", {})])
        perform(made[0].pk)

    hire("planner", work)
    root = start("planner")
    perform(root.pk)

    assert states(root) == ["done"]


def test_a_planner_that_breaks_takes_its_steps_with_it(start, hire):
    def work(desk):
        desk.pass_on([Step("a", "good", {}), Step("b", "good", {}, ["a"])])
        raise Refusal("I changed my mind.")

    hire("planner", work)
    root = start("planner")
    perform(root.pk)

    assert states(root, *Run.objects.filter(parent=root)) == ["failed", "failed", "failed"]


def test_a_planner_delivered_again_hands_its_steps_out_once(family, hire):
    root, first, second = family()
    Run.objects.filter(pk=root.pk).update(state="queued")

    perform(root.pk)

    assert Run.objects.filter(parent=root).count() == 2
    assert states(root, first, second) == ["running", "queued", "queued"]


def test_a_family_called_off_stays_called_off(family, ann):
    """J11: also the step that is at work, and no late end brings anything back."""
    root, first, second = family()
    lease = claim(["desk"], node="test", run_id=first.pk)

    cancel_run(run=root, by=ann)
    with pytest.raises(LeaseLost):
        lease.finish({})
    perform(second.pk)

    assert states(root, first, second) == ["cancelled", "cancelled", "cancelled"]


def test_a_step_that_needs_a_look_brings_its_family_to_a_look(start, hire):
    hire("planner", lambda desk: desk.pass_on([Step("a", "good", {}), Step("b", "good", {}, ["a"])]) and None)
    root = start("planner")
    perform(root.pk)
    first, second = Run.objects.filter(parent=root).order_by("step")

    for _ in range(3):
        claim(["desk"], node="test", run_id=first.pk).hand_on(crashed=True)

    assert states(root, first, second) == ["needs_review", "needs_review", "failed"]
