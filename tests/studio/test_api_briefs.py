"""Brands and briefs over the API: the same sentence, the same questions, the same rights as in the studio."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agents.models import Run
from assets.models import Asset, Document, Draft
from brands.models import AuditEntry, Brief, Role
from tests import make

SENTENCE = (
    "무선 이어폰 X1을 위한 인스타그램 광고 이미지를 만들어줘. "
    "타겟은 2030 직장인이고, 노이즈 캔슬링과 24시간 배터리가 주요 특징이야."
)


def test_a_person_sees_the_brands_they_are_in_with_their_role_and_the_kit(api, brand, ben, cleo):
    make.brand(cleo, name="다른집")
    [row] = api(ben)("GET", "brands/").json()["results"]

    assert (row["id"], row["role"], row["kit"]["version"]) == (str(brand.pk), "editor", 1)
    assert row["kit"]["primary"] == brand.kit.primary
    assert api(ben)("GET", f"brands/{brand.pk}/").json() == row


@pytest.mark.parametrize("noun", ["brands", "briefs", "drafts", "documents", "runs", "assets"])
def test_a_list_takes_the_same_queries_for_one_row_as_for_many(api, ann, brand, brief, noun):
    def one_more(number):
        make.brand(ann, name=str(number))
        other = make.brief(brand, created_by=ann)
        Draft.objects.create(brief=other)
        Document.objects.create(brand=brand, brief=other, title="x", content={})
        Run.objects.create(brand=brand, brief=other, maker="pm", needs="desk")
        Asset.objects.create(brand=brand, brief=other, kind="photo", name="x", media="image/webp")

    call, counts = api(ann), []
    for times in (1, 8):
        for number in range(times):
            one_more(number)
        with CaptureQueriesContext(connection) as queries:
            answer = call("GET", f"{noun}/")
        counts.append((len(queries), answer.json()["count"]))

    assert counts[0][0] == counts[1][0] <= 10
    assert counts[0][1] < counts[1][1]


def test_a_sentence_opens_a_brief_with_what_was_read_out_of_it(api, brand, ann):
    answer = api(ann)("POST", "briefs/", {"brand": str(brand.pk), "text": SENTENCE})

    brief = Brief.objects.get()
    told = answer.json()
    assert (answer.status_code, told["id"], told["brand"]) == (201, str(brief.pk), str(brand.pk))
    assert (told["menu"], told["language"], told["state"]) == ("sns", "ko", "asking")
    assert {"노이즈 캔슬링", "24시간 배터리"} <= {fact["text"] for fact in told["facts"]}
    assert AuditEntry.objects.filter(verb="open brief", by=ann).exists()


@pytest.mark.parametrize("text", ["", "   ", "가" * 20_001])
def test_a_sentence_that_cannot_be_taken_is_refused_and_nothing_is_kept(api, brand, ann, text):
    answer = api(ann)("POST", "briefs/", {"brand": str(brand.pk), "text": text})

    assert answer.status_code in (400, 422)
    assert answer.json()["detail"]
    assert not Brief.objects.exists()


def test_a_brief_for_a_foreign_brand_is_not_opened(api, brand, cleo):
    answer = api(cleo)("POST", "briefs/", {"brand": str(brand.pk), "text": SENTENCE})

    assert answer.status_code == 404
    assert not Brief.objects.exists()


def test_a_menu_that_is_not_there_is_refused(api, brand, ann):
    answer = api(ann)("POST", "briefs/", {"brand": str(brand.pk), "text": SENTENCE, "menu": "tea"})

    assert (answer.status_code, answer.json()["detail"][:5]) == (400, "menu:")


def test_what_is_still_worth_asking_comes_in_the_callers_language(api, brand, ann):
    pk = api(ann)("POST", "briefs/", {"brand": str(brand.pk), "text": "신메뉴 크루아상 포스터"}).json()["id"]
    english, korean = (
        api(ann, language)("GET", f"briefs/{pk}/questions/").json() for language in ("en", "ko")
    )

    assert [question["slug"] for question in english] == [question["slug"] for question in korean] != []
    assert english[0]["label"] != korean[0]["label"]
    assert set(english[0]) == {"slug", "label", "help", "kind", "required", "choices"}


def test_answering_starts_the_first_round_once(api, brief, ann):
    call = api(ann)
    first = call("POST", f"briefs/{brief.pk}/answer/", {"answers": {"tone": "premium"}})
    again = call("POST", f"briefs/{brief.pk}/answer/", {})

    brief.refresh_from_db()
    assert (first.status_code, again.status_code) == (202, 202)
    assert first.json()["id"] == again.json()["id"] == str(Run.objects.get(maker="pm").pk)
    assert (brief.tone, brief.state) == ("premium", "making")


def test_answers_can_be_given_without_starting(api, brief, ann):
    answer = api(ann)("POST", f"briefs/{brief.pk}/answer/", {"answers": {"tone": "premium"}, "make": False})

    assert (answer.status_code, answer.json()["tone"]) == (200, "premium")
    assert not Run.objects.exists()


@pytest.mark.parametrize(
    "answers",
    [
        {"tone": "loud"},
        {"nobody asks": "x"},
        {"tone": {}},
        {"tone": True},
        {"tone": "x" * 1001},
        ["tone"],
        "tone",
    ],
)
def test_an_answer_that_cannot_be_is_refused_and_nothing_is_kept(api, brief, ann, answers):
    answer = api(ann)("POST", f"briefs/{brief.pk}/answer/", {"answers": answers})

    brief.refresh_from_db()
    assert answer.status_code in (400, 422)
    assert answer.json()["detail"]
    assert brief.answers == {} and not Run.objects.exists()


def test_another_round_takes_the_wish_along(api, brief, ann):
    make.draft(brief)
    answer = api(ann)("POST", f"briefs/{brief.pk}/regenerate/", {"wish": "더 짧게"})

    assert answer.status_code == 202
    assert Run.objects.get(pk=answer.json()["id"]).order == {"round": 2, "wish": "더 짧게"}


def test_another_round_while_one_is_made_is_refused(api, brief, ann):
    call = api(ann)
    call("POST", f"briefs/{brief.pk}/answer/", {})
    answer = call("POST", f"briefs/{brief.pk}/regenerate/")

    assert (answer.status_code, "being made" in answer.json()["detail"]) == (422, True)


def test_a_run_is_seen_and_called_off_with_all_that_belongs_to_it(api, brief, ann):
    call = api(ann)
    pk = call("POST", f"briefs/{brief.pk}/answer/", {}).json()["id"]
    answer = call("POST", f"runs/{pk}/cancel/")
    again = call("POST", f"runs/{pk}/cancel/")

    assert (answer.status_code, answer.json()["state"]) == (200, "cancelled")
    assert again.status_code == 422
    assert [
        row["id"] for row in call("GET", f"runs/?brief={brief.pk}&state=cancelled").json()["results"]
    ] == [pk]


def test_a_viewer_starts_and_calls_off_nothing(api, brand, brief, ann):
    pk = api(ann)("POST", f"briefs/{brief.pk}/answer/", {}).json()["id"]
    call = api(make.member(brand, "Vera", Role.VIEWER))

    tried = [
        call("POST", "briefs/", {"brand": str(brand.pk), "text": SENTENCE}),
        call("POST", f"briefs/{brief.pk}/answer/", {}),
        call("POST", f"briefs/{brief.pk}/regenerate/", {}),
        call("POST", f"runs/{pk}/cancel/"),
    ]
    assert [answer.status_code for answer in tried] == [403] * 4
    assert Brief.objects.count() == 1 and Run.objects.get(pk=pk).state == "queued"
