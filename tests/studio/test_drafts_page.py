"""The Review Buffer: three directions to compare, edit, improve, reject with a reason, approve."""

import re

import pytest
from django.urls import reverse

from agents.models import Run
from assets.models import Document, Draft, Suggestion
from brands.models import Role
from tests import make
from tests.studio.work_page import post


@pytest.fixture
def drafts(brief):
    return [make.draft(brief, place=place) for place in (1, 2, 3)]


@pytest.fixture
def draft(drafts):
    return drafts[0]


@pytest.fixture
def offer(draft):
    before = draft.copy["headline"]
    return Suggestion.objects.create(
        draft=draft, field="headline", before=before, after="조용한 퇴근길", reason="두 글자 짧아요."
    )


@pytest.fixture(autouse=True)
def english(ann):
    ann.language = "en"
    ann.save()


def buffer_of(client, person, brief, **query):
    client.force_login(person)
    return client.get(reverse("studio:region", args=[brief.pk, "drafts"]), query).content.decode()


def test_three_directions_stand_beside_each_other_with_name_argument_and_words(client, brief, drafts, ann):
    html = buffer_of(client, ann, brief)

    assert html.count('class="draft draft--draft"') == 3
    for draft in drafts:
        assert draft.direction["name"] in html
        assert draft.copy["headline"] in html


def test_words_written_without_a_model_say_so_and_lead_to_connecting_one(client, brief, drafts, ann):
    html = buffer_of(client, ann, brief)

    assert "written without a model" in html
    assert reverse("studio:models") in html


def test_words_by_a_model_do_not_claim_otherwise(client, brief, ann):
    make.draft(brief, provenance={"copy": {"provider": "chat"}, "layout": {}})

    assert "written without a model" not in buffer_of(client, ann, brief)


def test_the_reviewers_findings_stand_in_plain_words(client, brief, ann):
    finding = {"slug": "long", "field": "headline", "severity": "warning", "fix": ""}
    issue = {**finding, "message": {"ko": "제목이 길어요.", "en": "The headline is long."}}
    make.draft(brief, review={"overall": 7.4, "approval_status": "needs_revision", "issues": [issue]})
    html = buffer_of(client, ann, brief)

    assert "7.4" in html
    assert "The headline is long." in html


def test_asking_for_other_words_starts_the_editor_and_changes_nothing(client, draft, ann):
    post(client, ann, "suggest", draft.pk, wish="shorter", field="headline")

    draft.refresh_from_db()
    run = Run.objects.get(maker="editor")
    assert (run.order["wish"], run.order["field"], draft.version) == ("shorter", "headline", 1)


def test_own_words_win_over_a_ready_wish(client, draft, ann):
    post(client, ann, "suggest", draft.pk, wish="", own="사투리로")

    assert Run.objects.get(maker="editor").order["wish"] == "사투리로"


def test_an_offer_stands_at_its_line_with_its_reason(client, brief, draft, offer, ann):
    html = buffer_of(client, ann, brief)
    html = html[html.index(f'id="line-{draft.pk}-headline"') :]
    line = html[: html.index(f'id="line-{draft.pk}-subheadline"')]

    assert offer.after in line
    assert offer.reason in line


def test_of_many_offers_for_a_line_one_stands_open(client, brief, draft, offer, ann):
    for number in range(3):
        Suggestion.objects.create(draft=draft, field="headline", before="x", after=f"말 {number}", reason="")

    assert "3 other suggestions" in buffer_of(client, ann, brief)


def test_taking_an_offer_puts_it_in(client, draft, offer, ann):
    html = post(client, ann, "accept_suggestion", offer.pk).content.decode()

    draft.refresh_from_db()
    assert draft.copy["headline"] == offer.after
    assert f"offer-{offer.pk}" not in html


def test_waving_an_offer_away_leaves_the_words(client, draft, offer, ann):
    html = post(client, ann, "refuse_suggestion", offer.pk).content.decode()

    draft.refresh_from_db()
    assert draft.copy["headline"] == offer.before
    assert f"offer-{offer.pk}" not in html


def test_approving_leads_to_the_document(client, draft, ann):
    answer = post(client, ann, "approve_draft", draft.pk)

    draft.refresh_from_db()
    assert (draft.status, draft.version) == ("approved", 2)
    assert answer.headers["HX-Redirect"] == reverse("studio:document", args=[draft.document_id])


def test_an_approved_draft_leads_to_its_document_from_then_on(client, brief, draft, ann):
    post(client, ann, "approve_draft", draft.pk)

    assert reverse("studio:document", args=[Document.objects.get().pk]) in buffer_of(client, ann, brief)


def test_an_editor_may_edit_but_reads_that_approving_takes_an_approver(client, brief, draft, ben):
    ben.language = "en"
    ben.save()
    html = buffer_of(client, ben, brief)

    assert "Approving takes the role approver or owner." in html
    assert reverse("studio:approve_draft", args=[draft.pk]) not in html
    assert post(client, ben, "approve_draft", draft.pk).status_code == 403


def test_rejecting_takes_a_reason(client, draft, ann):
    answer = post(client, ann, "reject_draft", draft.pk, again="yes")

    draft.refresh_from_db()
    assert (answer.status_code, draft.status) == (422, "draft")


def test_rejecting_starts_the_next_round_unless_the_person_says_no(client, brief, drafts, ann):
    post(client, ann, "reject_draft", drafts[0].pk, own="글이 너무 많아요")
    assert not Run.objects.filter(maker="pm").exists()

    post(client, ann, "reject_draft", drafts[1].pk, own="너무 어두워요", again="yes")
    assert Run.objects.get(maker="pm").order["round"] == 2
    assert set(Draft.objects.values_list("status", flat=True)) == {"rejected", "superseded"}


def test_the_next_round_shows_which_reasons_it_obeyed(client, brief, drafts, ann):
    obeyed = {"reason": "글이 너무 많아요", "how": "본문을 뺐어요.", "met": True}
    make.draft(brief, round=2, obeys=[obeyed])
    html = buffer_of(client, ann, brief)

    assert obeyed["reason"] in html
    assert obeyed["how"] in html


def test_earlier_rounds_stay_and_can_be_looked_at(client, brief, drafts, ann):
    Draft.objects.update(status="superseded")
    make.draft(brief, round=2, copy={"headline": "새 제목"})

    assert "새 제목" in buffer_of(client, ann, brief)
    assert make.COPY["headline"] in buffer_of(client, ann, brief, round=1)
    assert "textarea" not in buffer_of(client, ann, brief, round=1)


@pytest.mark.parametrize("asked", ["99", "0", "x", "-1", "²"])
def test_a_round_that_does_not_exist_shows_the_newest(client, brief, drafts, ann, asked):
    assert make.COPY["headline"] in buffer_of(client, ann, brief, round=asked)


def test_another_round_takes_the_wish_along_and_keeps_it_in_the_talk(client, brief, drafts, ann):
    html = post(client, ann, "regenerate", brief.pk, wish="가격을 먼저").content.decode()

    run = Run.objects.get(maker="pm")
    assert (run.order["round"], run.order["wish"]) == (2, "가격을 먼저")
    assert "가격을 먼저" in html


def test_who_did_what_stands_on_the_card(client, brief, draft, ann, ben):
    post(client, ben, "edit_draft", draft.pk, headline="벤의 제목", version=1)
    html = buffer_of(client, ann, brief)

    assert re.search(r"<strong>Ben</strong> changed the words", html)


def test_words_of_people_and_models_are_text_and_nothing_else(client, brief, ann):
    evil = "<img src=x onerror=alert(1)>"
    make.draft(
        brief,
        direction={"angle": "feature", "name": evil, "argument": evil},
        review={"overall": 1, "issues": [], "strengths": [{"ko": evil, "en": evil}]},
        reject_reason=evil,
        obeys=[{"reason": evil, "how": evil, "met": False}],
    )

    assert "<img src=x" not in buffer_of(client, ann, brief)


def test_a_stranger_finds_no_draft_and_no_offer(client, draft, offer, cleo):
    before = Draft.objects.values().get(pk=draft.pk)
    client.force_login(cleo)
    answers = [client.get(reverse("studio:draft", args=[draft.pk]))]
    for name in ("edit_draft", "suggest", "approve_draft", "reject_draft"):
        answers.append(post(client, cleo, name, draft.pk, headline="x", version=1, own="x"))
    for name in ("accept_suggestion", "refuse_suggestion"):
        answers.append(post(client, cleo, name, offer.pk))

    assert [answer.status_code for answer in answers] == [404] * 7
    assert Draft.objects.values().get(pk=draft.pk) == before


def test_a_viewer_reads_and_changes_nothing(client, brief, draft, offer, brand):
    vera = make.member(brand, "Vera", role=Role.VIEWER)
    html = buffer_of(client, vera, brief)
    answers = [
        post(client, vera, name, draft.pk, headline="x", version=1, own="x")
        for name in ("edit_draft", "suggest", "approve_draft", "reject_draft")
    ]
    answers += [post(client, vera, name, offer.pk) for name in ("accept_suggestion", "refuse_suggestion")]

    assert [answer.status_code for answer in answers] == [403] * 6
    assert "hx-post" not in html


def test_the_buffer_takes_the_same_queries_for_one_draft_as_for_three(
    client, brief, ann, django_assert_max_num_queries
):
    make.draft(brief)
    buffer_of(client, ann, brief)
    with django_assert_max_num_queries(25) as one:
        buffer_of(client, ann, brief)
    for place in (2, 3):
        draft = make.draft(brief, place=place)
        for number in range(3):
            Suggestion.objects.create(draft=draft, field="cta", before="x", after=f"y{number}", reason="z")
        post(client, ann, "edit_draft", draft.pk, headline=f"제목 {place}", version=1)
    with django_assert_max_num_queries(25) as three:
        buffer_of(client, ann, brief)

    assert len(three.captured_queries) == len(one.captured_queries)
