"""The specialists at work on one brief, without a model and without a browser."""

import pytest

from agents.actions.drafts import (
    EditedMeanwhile,
    accept_suggestion,
    approve_draft,
    edit_draft,
    refuse_suggestion,
    reject_draft,
    suggest,
)
from agents.actions.work import generate, regenerate
from agents.roster.strategist import distinct
from assets.checks import passes, preflight
from assets.generators import GENERATORS
from assets.models import Asset, Draft, Suggestion
from brands.models import Brief
from brands.models.audit import AuditEntry
from sparklio.lib.refusal import Refusal
from tests import make
from tests.fakes import PaperPress, work, work_all

Status = Draft.Status


@pytest.fixture(autouse=True)
def paper_press(monkeypatch):
    monkeypatch.setattr("assets.generators.thumbnail.press", PaperPress)
    monkeypatch.setattr("assets.export.press", PaperPress)


@pytest.fixture(autouse=True)
def a_press_is_up(monkeypatch, queue):
    monkeypatch.setattr("agents.workflows.three_directions.somebody_can", lambda capability: True)


@pytest.fixture
def reviewed(brief, ann):
    """A brief whose first round is done."""
    work_all(generate(brief=brief, by=ann))
    brief.refresh_from_db()
    return brief


def drafts(brief, round=1):
    return list(Draft.objects.of_round(brief, round))


def test_a_brief_becomes_three_drafts_that_differ_in_argument_and_layout(reviewed):
    made = drafts(reviewed)

    assert reviewed.state == Brief.State.REVIEWING
    assert len({draft.direction["angle"] for draft in made}) == 3
    assert len({draft.layout for draft in made}) == 3


def test_the_pm_hands_out_every_step_once_however_often_it_is_delivered(brief, ann):
    """R-J4."""
    root = generate(brief=brief, by=ann)

    work(root)
    work(root)

    steps = list(root.family.order_by("asked_at").values_list("step", flat=True))
    assert steps == ["concept", "copy.1", "copy.2", "copy.3", "design", "pictures", "look", "review"]


def test_without_a_press_the_plan_leaves_pictures_out(brief, ann, monkeypatch):
    monkeypatch.setattr("agents.workflows.three_directions.somebody_can", lambda capability: False)
    root = work(generate(brief=brief, by=ann))

    assert set(root.family.values_list("maker", flat=True)) == {
        "strategist",
        "copywriter",
        "designer",
        "reviewer",
    }


def test_every_design_passes_preflight_and_says_who_wrote_it(reviewed):
    for draft in drafts(reviewed):
        assert passes(preflight(draft.content))
        assert draft.provenance["copy"]["provider"] == "composer"
        assert draft.review["approval_status"] in {"approved", "needs_revision", "rejected"}


def test_a_strategist_may_not_argue_the_same_twice():
    from agents.gateway.types import Concept, Direction

    same = Direction(angle="feature", name="a", argument="a", hook="a")

    assert len(distinct(Concept(name="x", directions=[same] * 3))) == 2


def test_the_vision_analyser_measures_every_page(reviewed):
    for draft in drafts(reviewed):
        (page,) = draft.look["pages"].values()
        assert set(page["scores"]) == {"sharpness", "contrast", "color", "whitespace", "balance"}
        assert draft.look["score"] == page["score"]


def test_the_thumbnail_of_the_first_page_stands_for_the_draft(reviewed):
    for draft in drafts(reviewed):
        assert draft.thumbnail.kind == Asset.Kind.THUMBNAIL
        assert draft.thumbnail.brand == reviewed.brand


def test_edited_words_are_laid_out_again_in_the_same_layout(reviewed, ben):
    draft = drafts(reviewed)[0]

    edited = edit_draft(draft=draft, copy={"headline": "조용한 출근길"}, version=draft.version, by=ben)

    texts = [
        each["props"]["text"] for each in edited.content["pages"][0]["objects"] if each["type"] == "text"
    ]
    assert any("조용한 출근길" in text for text in texts)
    assert (edited.layout, edited.version, edited.status) == (
        draft.layout,
        draft.version + 1,
        Status.REVIEWING,
    )
    assert passes(preflight(edited.content))


def test_two_people_who_edit_at_once_lose_nothing(reviewed, ann, ben):
    """R-D4."""
    draft = drafts(reviewed)[0]
    edit_draft(draft=draft, copy={"cta": "구경하기"}, version=draft.version, by=ben)

    with pytest.raises(EditedMeanwhile) as meanwhile:
        edit_draft(draft=draft, copy={"cta": "주문하기"}, version=draft.version, by=ann)

    assert meanwhile.value.draft.copy["cta"] == "구경하기"


def test_words_that_no_layout_can_hold_are_refused_and_nothing_changes(reviewed, ben):
    draft = drafts(reviewed)[0]

    with pytest.raises(Refusal):
        edit_draft(draft=draft, copy={"headline": "가" * 400}, version=draft.version, by=ben)

    draft.refresh_from_db()
    assert draft.version == 1


def test_the_editor_offers_and_a_person_decides(reviewed, ben):
    draft = drafts(reviewed)[0]
    work(suggest(draft=draft, wish="shorter", field="headline", by=ben))
    offer, other = Suggestion.objects.filter(draft=draft).open()[:2]

    accept_suggestion(suggestion=offer, by=ben)
    refuse_suggestion(suggestion=other, by=ben)

    draft.refresh_from_db()
    offer.refresh_from_db()
    other.refresh_from_db()
    assert (draft.copy["headline"], offer.status, other.status) == (offer.after, "accepted", "rejected")


def test_a_suggestion_for_a_line_that_was_changed_since_is_refused(reviewed, ben):
    draft = drafts(reviewed)[0]
    work(suggest(draft=draft, wish="shorter", field="headline", by=ben))
    edit_draft(draft=draft, copy={"headline": "조용한 출근길"}, version=1, by=ben)

    with pytest.raises(Refusal):
        accept_suggestion(suggestion=Suggestion.objects.filter(draft=draft).open()[0], by=ben)


def test_approving_makes_a_document_once_and_raises_the_version(reviewed, ann):
    draft = drafts(reviewed)[0]

    document = approve_draft(draft=draft, by=ann)

    assert approve_draft(draft=draft, by=ann) == document
    draft.refresh_from_db()
    assert (draft.status, draft.version, document.content["pages"][0]["width"]) == (Status.APPROVED, 2, 1080)
    assert AuditEntry.objects.filter(verb="approve", by=ann).count() == 1


def test_a_rejection_needs_a_reason(reviewed, ann):
    with pytest.raises(Refusal):
        reject_draft(draft=drafts(reviewed)[0], reason="  ", again=False, by=ann)


def test_the_next_round_obeys_a_rejection_shows_it_and_looks_different(reviewed, ann):
    first = drafts(reviewed)[0]
    run = reject_draft(draft=first, reason="no_exclamation", again=True, by=ann)
    work_all(run)

    second = drafts(reviewed, 2)

    assert len(second) == 3
    assert first.layout not in {draft.layout for draft in second}
    assert all("!" not in str(draft.copy) for draft in second)
    assert all(draft.obeys[0]["reason"] == "no_exclamation" and draft.obeys[0]["met"] for draft in second)
    assert [draft.status for draft in drafts(reviewed)] == ["rejected", "superseded", "superseded"]


def test_a_round_is_not_started_while_one_is_made(brief, ann):
    generate(brief=brief, by=ann)

    with pytest.raises(Refusal):
        regenerate(brief=brief, by=ann)


def test_asking_twice_for_the_first_round_starts_one_run(brief, ann):
    """R-J7."""
    assert generate(brief=brief, by=ann) == generate(brief=brief, by=ann)


def test_an_export_is_kept_as_an_asset_of_the_brand(reviewed, ann):
    from agents.actions.work import export_document

    document = approve_draft(draft=drafts(reviewed)[0], by=ann)
    run = work(export_document(document=document, slug="png", by=ann))

    (asset,) = Asset.objects.filter(pk__in=run.result["assets"])
    assert (asset.media, asset.kind, asset.name) == ("image/png", "export", "무선 이어폰 X1.png")
    assert set(GENERATORS) == {"export", "thumbnail"}


def test_an_export_in_a_format_that_is_not_there_is_refused(reviewed, ann):
    from agents.actions.work import export_document

    document = approve_draft(draft=drafts(reviewed)[0], by=ann)

    with pytest.raises(Refusal):
        export_document(document=document, slug="psd", by=ann)


def test_a_viewer_may_look_and_not_touch(reviewed):
    from django.core.exceptions import PermissionDenied

    viewer = make.member(reviewed.brand, "Vera", role="viewer")

    with pytest.raises(PermissionDenied):
        edit_draft(draft=drafts(reviewed)[0], copy={"cta": "x"}, version=1, by=viewer)
    with pytest.raises(PermissionDenied):
        approve_draft(draft=drafts(reviewed)[0], by=viewer)
