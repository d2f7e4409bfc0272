"""Lines of a draft: saved one by one, never over somebody else's words."""

import re

import pytest

from tests import make
from tests.studio.work_page import post


@pytest.fixture
def draft(brief):
    return make.draft(brief)


@pytest.fixture(autouse=True)
def english(ann):
    ann.language = "en"
    ann.save()


def test_a_line_is_saved_and_the_version_goes_up(client, draft, ann):
    answer = post(client, ann, "edit_draft", draft.pk, headline="조용한 하루", version=1)

    draft.refresh_from_db()
    assert (draft.copy["headline"], draft.version, draft.status) == ("조용한 하루", 2, "reviewing")
    assert 'data-version="2"' in answer.content.decode()


def test_only_the_line_that_was_sent_changes(client, draft, ann):
    post(client, ann, "edit_draft", draft.pk, headline="조용한 하루", version=1)

    draft.refresh_from_db()
    assert draft.copy == {**make.COPY, "headline": "조용한 하루"}


def test_points_are_lines_and_hashtags_are_words(client, draft, ann):
    post(client, ann, "edit_draft", draft.pk, bullets="하나\n\n 둘 ", hashtags="#하나 둘", version=1)

    draft.refresh_from_db()
    assert (draft.copy["bullets"], draft.copy["hashtags"]) == (["하나", "둘"], ["#하나", "#둘"])


def test_who_saves_second_sees_both_texts_and_nothing_is_overwritten(client, draft, ann, ben):
    post(client, ben, "edit_draft", draft.pk, headline="벤의 제목", version=1)
    answer = post(client, ann, "edit_draft", draft.pk, headline="앤의 제목", version=1)

    draft.refresh_from_db()
    html = answer.content.decode()
    assert (answer.status_code, draft.copy["headline"]) == (409, "벤의 제목")
    assert "벤의 제목" in html
    assert "앤의 제목" in html
    assert "Ben saved this line first." in html


def test_two_people_who_change_different_lines_both_keep_theirs(client, draft, ann, ben):
    post(client, ben, "edit_draft", draft.pk, cta="벤의 버튼", version=1)
    seen = make.COPY["headline"]
    answer = post(client, ann, "edit_draft", draft.pk, headline="앤의 제목", before=seen, version=1)

    draft.refresh_from_db()
    assert answer.status_code == 200
    assert (draft.copy["headline"], draft.copy["cta"]) == ("앤의 제목", "벤의 버튼")


def test_taking_mine_after_a_clash_saves_mine(client, draft, ann, ben):
    post(client, ben, "edit_draft", draft.pk, headline="벤의 제목", version=1)
    html = post(client, ann, "edit_draft", draft.pk, headline="앤의 제목", version=1).content.decode()
    version = re.search(r'name="version" value="(\d+)"', html)[1]
    post(client, ann, "edit_draft", draft.pk, headline="앤의 제목", version=version)

    draft.refresh_from_db()
    assert draft.copy["headline"] == "앤의 제목"


def test_words_that_no_design_can_hold_are_refused_in_words(client, draft, ann):
    answer = post(client, ann, "edit_draft", draft.pk, headline="가나다라마바사 " * 40, version=1)

    draft.refresh_from_db()
    assert (answer.status_code, answer.headers["HX-Retarget"]) == (422, "#problem")
    assert draft.version == 1


def test_a_form_without_a_version_is_refused(client, draft, ann):
    assert post(client, ann, "edit_draft", draft.pk, headline="x").status_code == 422
