"""Work that explains itself: how far, where, for how much, why it ended, and what to do then."""

import pytest
from django.urls import reverse

from agents.models import Run
from tests.studio.work_page import page_of, post, words_of, worker


@pytest.fixture
def at_work(brief, ann):
    return worker(brief, ann)


def test_work_in_progress_shows_step_percentage_place_cost_and_cancel(client, brief, ann, at_work):
    ann.language = "en"
    ann.save()
    root = at_work(percent=0, node="studio-1")
    at_work("strategist", "done", root, node="studio-1", percent=100)
    at_work("copywriter", "running", root, node="studio-1", percent=50, note="Writing direction 2")
    page = page_of(client, ann, brief)

    shown = words_of(page)
    for word in ["75 %", "Writing direction 2", "studio-1", "₩0", "Cancel"]:
        assert word in shown
    assert 'value="75"' in page.content.decode()


def test_work_that_failed_says_why_and_offers_another_try(client, brief, ann, at_work):
    root = at_work(state="failed", note="카피라이터: 모델이 답하지 않았어요.", error_code="DEPENDENCY_FAILED")
    at_work("copywriter", "failed", root, note="모델이 답하지 않았어요.", error_code="AGENT_TIMEOUT")
    html = page_of(client, ann, brief).content.decode()

    assert "모델이 답하지 않았어요." in html
    assert reverse("studio:ask_run_again", args=[root.pk]) in html


def test_steps_behind_the_one_that_failed_count_as_not_reached(client, brief, ann, at_work):
    root = at_work(state="failed", error_code="DEPENDENCY_FAILED")
    at_work("copywriter", "failed", root, note="…", error_code="AGENT_TIMEOUT")
    at_work("reviewer", "failed", root, error_code="DEPENDENCY_FAILED")
    html = page_of(client, ann, brief).content.decode()

    assert html.count("run__step--failed") == 1
    assert "run__step--unreached" in html


def test_work_that_waits_for_a_machine_names_what_is_missing(client, brief, ann, at_work):
    ann.language = "en"
    ann.save()
    root = at_work()
    at_work("thumbnail", "waiting_node", root, needs="press")
    shown = words_of(page_of(client, ann, brief))

    assert "No machine that is on can do this" in shown
    assert "Chromium" in shown


def test_work_of_unknown_outcome_says_what_to_do(client, brief, ann, at_work):
    at_work(state="needs_review", note="The provider did not say whether it was done.")
    html = page_of(client, ann, brief).content.decode()

    assert "The provider did not say whether it was done." in html
    assert "run--needs_review" in html


def test_calling_off_is_final_for_the_whole_family(client, brief, ann, at_work):
    root = at_work()
    child = at_work("copywriter", "queued", root)
    answer = post(client, ann, "cancel_run", root.pk)

    child.refresh_from_db()
    root.refresh_from_db()
    assert (root.state, child.state) == ("cancelled", "cancelled")
    assert "run--cancelled" in answer.content.decode()
    assert post(client, ann, "cancel_run", root.pk).status_code == 422


def test_after_a_failure_the_form_is_back(client, brief, ann, at_work):
    brief.state = "making"
    brief.save()
    at_work(state="failed", note="…")

    assert 'id="form"' in page_of(client, ann, brief).content.decode()


def test_asking_again_starts_the_same_work_anew(client, brief, ann, at_work):
    root = at_work(state="failed", note="…", order={"round": 1})
    answer = post(client, ann, "ask_run_again", root.pk)

    assert answer.status_code == 200
    assert Run.objects.filter(brief=brief, maker="pm", state="queued", order=root.order).count() == 1
