"""Drafts over the API: edit on the version that was read, decide by role, take or leave what is offered."""

import pytest

from agents.models import Run
from assets.models import Document, Draft, Suggestion
from brands.models import Role
from tests import make


@pytest.fixture
def draft(brief):
    return make.draft(brief)


@pytest.fixture
def offer(draft):
    return Suggestion.objects.create(
        draft=draft, field="headline", before=draft.copy["headline"], after="조용한 퇴근길", reason="짧아요."
    )


def edit(call, draft, version=1, **copy):
    return call("POST", f"drafts/{draft.pk}/edit/", {"version": version, "copy": copy})


def test_a_draft_comes_with_its_design_and_the_wordings_offered(api, ann, draft, offer):
    told = api(ann)("GET", f"drafts/{draft.pk}/").json()

    assert told["content"] == draft.content
    assert [row["after"] for row in told["suggestions"]] == ["조용한 퇴근길"]
    assert told["provenance"]["copy"]["provider"] == "composer"


def test_a_list_holds_one_round_without_designs(api, ann, brief, draft):
    make.draft(brief, place=2)
    make.draft(brief, round=2)
    rows = api(ann)("GET", f"drafts/?brief={brief.pk}&round=1").json()["results"]

    assert {row["place"] for row in rows} == {1, 2}
    assert all("content" not in row for row in rows)


def test_an_edit_on_the_version_that_was_read_is_kept_and_laid_out_again(api, ann, draft):
    answer = edit(api(ann), draft, headline="지금 조용하게")

    told = answer.json()
    assert (answer.status_code, told["version"], told["copy"]["headline"]) == (200, 2, "지금 조용하게")
    assert told["copy"]["cta"] == draft.copy["cta"]
    assert "지금 조용하게" in str(told["content"])
    assert Run.objects.filter(maker="thumbnail").exists()


def test_who_saves_second_gets_the_draft_as_it_stands_and_overwrites_nothing(api, ann, ben, draft):
    edit(api(ann), draft, headline="앤의 문장")
    answer = edit(api(ben), draft, headline="벤의 문장")

    told = answer.json()
    assert answer.status_code == 409
    assert (told["draft"]["version"], told["draft"]["copy"]["headline"]) == (2, "앤의 문장")
    assert "someone else" in told["detail"].lower()


@pytest.mark.parametrize(
    "copy",
    [
        {"headline": "가" * 61},
        {"bullets": "one"},
        {"hashtags": ["no hash"]},
        {"price": {}},
        {"tune": "x"},
        [],
        "x",
    ],
)
def test_a_line_that_cannot_be_is_named_and_nothing_is_kept(api, ann, draft, copy):
    answer = api(ann)("POST", f"drafts/{draft.pk}/edit/", {"version": 1, "copy": copy})

    assert answer.status_code in (400, 422)
    assert answer.json()["detail"]
    assert Draft.objects.get(pk=draft.pk).version == 1


def test_an_approver_approves_into_a_document_and_twice_is_once(api, brand, draft):
    call = api(make.member(brand, "Alma", Role.APPROVER))
    first, again = (call("POST", f"drafts/{draft.pk}/approve/") for _ in range(2))

    assert (first.status_code, first.json()["id"]) == (200, again.json()["id"])
    assert Document.objects.get().version == 2
    assert call("GET", f"drafts/{draft.pk}/").json()["status"] == "approved"


def test_what_is_decided_is_not_edited_any_more(api, ann, draft):
    call = api(ann)
    call("POST", f"drafts/{draft.pk}/approve/")
    answer = edit(call, draft, version=2, headline="too late")

    assert (answer.status_code, "decided" in answer.json()["detail"]) == (422, True)
    assert call("GET", f"drafts/{draft.pk}/").json()["status"] == "approved"


def test_an_editor_neither_approves_nor_rejects(api, ben, draft):
    call = api(ben)
    tried = [
        call("POST", f"drafts/{draft.pk}/approve/"),
        call("POST", f"drafts/{draft.pk}/reject/", {"reason": "x"}),
    ]

    assert [answer.status_code for answer in tried] == [403, 403]
    assert "approver" in tried[0].json()["detail"]
    assert Draft.objects.get(pk=draft.pk).is_open


def test_a_rejection_needs_a_reason_and_starts_the_next_round(api, ann, draft):
    call = api(ann)
    silent = call("POST", f"drafts/{draft.pk}/reject/", {"reason": "  "})
    said = call("POST", f"drafts/{draft.pk}/reject/", {"reason": "너무 딱딱해요"})

    assert (silent.status_code, said.status_code) == (422, 200)
    assert (said.json()["status"], said.json()["reject_reason"]) == ("rejected", "너무 딱딱해요")
    assert Run.objects.get(maker="pm").order["round"] == 2


def test_a_rejection_may_leave_it_at_that(api, ann, draft):
    api(ann)("POST", f"drafts/{draft.pk}/reject/", {"reason": "무관", "again": False})

    assert not Run.objects.exists()


def test_other_wordings_are_asked_for_and_offered_never_put_in(api, ann, draft):
    answer = api(ann)("POST", f"drafts/{draft.pk}/suggest/", {"wish": "shorter", "field": "headline"})

    assert (answer.status_code, answer.json()["maker"]) == (202, "editor")
    assert Draft.objects.get(pk=draft.pk).version == 1


def test_an_offered_wording_is_put_in_when_accepted(api, ann, draft, offer):
    answer = api(ann)("POST", f"suggestions/{offer.pk}/accept/")

    assert (answer.status_code, answer.json()["copy"]["headline"]) == (200, "조용한 퇴근길")
    assert answer.json()["suggestions"][0]["status"] == "accepted"


def test_an_offered_wording_is_waved_away(api, ann, draft, offer):
    answer = api(ann)("POST", f"suggestions/{offer.pk}/refuse/")

    assert (answer.status_code, answer.json()["status"]) == (200, "rejected")
    assert Draft.objects.get(pk=draft.pk).version == 1


def test_a_stranger_finds_neither_draft_nor_offer(api, cleo, draft, offer):
    call = api(cleo)
    tried = [call("GET", f"drafts/{draft.pk}/"), call("GET", f"suggestions/{offer.pk}/")]
    tried += [
        call("POST", f"drafts/{draft.pk}/{verb}/", {}) for verb in ("edit", "suggest", "approve", "reject")
    ]
    tried += [call("POST", f"suggestions/{offer.pk}/{verb}/", {}) for verb in ("accept", "refuse")]

    assert [answer.status_code for answer in tried] == [404] * 8
