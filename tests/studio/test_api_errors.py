"""How the API says no: always {"detail": words}, always JSON, and it never breaks on what it is sent."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from brands.models import Brief, Role
from tests import make

NONE = "00000000-0000-4000-8000-000000000000"


def words(answer):
    assert answer.headers["Content-Type"] == "application/json"
    return answer.json()["detail"]


def test_the_anonymous_are_told_to_sign_in_and_not_led_to_a_form(api, db):
    answer = api(None)("GET", "brands/")

    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert "access token" in words(answer)


@pytest.mark.parametrize(
    "header", ["Bearer", "Bearer a b", "Bearer x.y.z", "Bearer \xff", "Bearer " + "x" * 5000]
)
def test_a_token_that_is_none_is_refused_in_words(api, db, header):
    answer = api(None)("GET", "brands/", Authorization=header)

    assert answer.status_code == 401
    assert words(answer)


def test_words_are_korean_for_who_reads_korean(api, ann):
    english, korean = (words(api(ann, language)("PUT", "brands/", {})) for language in ("en", "ko"))

    assert english != korean


@pytest.mark.parametrize(
    "path", ["nothing/", "brands/7/", "brands/not-an-id/", f"brands/{NONE}/", "brands/x/y/z"]
)
def test_what_is_not_there_is_said_in_the_same_words_everywhere(api, ann, path):
    for method in ("GET", "POST", "DELETE"):
        answer = api(ann)(method, path)
        assert answer.status_code in (404, 405)
        assert words(answer)


def test_a_foreign_row_and_no_row_give_the_same_answer(api, brand, cleo):
    foreign, missing = (api(cleo)("GET", f"brands/{pk}/") for pk in (brand.pk, NONE))

    assert (foreign.status_code, foreign.content) == (missing.status_code, missing.content)
    assert {**foreign.headers, "Content-Length": ""} == {**missing.headers, "Content-Length": ""}


def test_a_filter_does_not_tell_whether_a_foreign_row_is_there(api, brand, brief, cleo):
    for name, pk in {
        "briefs": brand.pk,
        "drafts": brief.pk,
        "documents": brand.pk,
        "assets": brand.pk,
    }.items():
        field = "brief" if name == "drafts" else "brand"
        foreign, missing = (api(cleo)("GET", f"{name}/?{field}={each}") for each in (pk, NONE))
        assert foreign.status_code == 200
        assert foreign.content == missing.content


def test_a_role_that_is_too_low_is_named(api, brand, brief):
    viewer = make.member(brand, "Vera", Role.VIEWER)
    answer = api(viewer)("POST", f"briefs/{brief.pk}/regenerate/")

    assert answer.status_code == 403
    assert "editor" in words(answer)


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"{'a': 1}", b'{"a": }', b"\xff\xfe\xfa", b"[" * 100_000, b'{"a":' * 5000, b"9" * 5000],
    ids=["nothing", "open", "quotes", "gap", "bytes", "brackets", "nested", "digits"],
)
def test_a_body_that_is_no_json_is_refused_in_words(api, ann, body):
    answer = api(ann)("POST", "briefs/", body)

    assert answer.status_code in (400, 422)
    assert words(answer)


@pytest.mark.parametrize(
    "value",
    ["\x00", "\ud800", {"__proto__": 1}, [[[[[[]]]]]], 1e400, -1e400, {"a" * 101: 1}],
    ids=["nul", "half", "proto", "deep", "infinite", "minus", "key"],
)
def test_json_that_cannot_be_kept_is_refused_in_words(api, brand, ann, value):
    body = json.dumps({"brand": str(brand.pk), "text": "x", "more": value}).replace(
        "[[[[[[]]]]]]", "[" * 40 + "]" * 40
    )
    answer = api(ann)("POST", "briefs/", body.encode())

    assert answer.status_code == 422
    assert words(answer)
    assert not Brief.objects.exists()


@pytest.mark.parametrize("body", [[], "text", 7, None, True])
def test_a_body_that_is_no_object_is_refused_in_words(api, ann, body):
    answer = api(ann)("POST", "briefs/", json.dumps(body).encode())

    assert answer.status_code == 400
    assert words(answer)


def test_a_field_that_is_wrong_is_named(api, ann):
    answer = api(ann)("POST", "briefs/", {"brand": "x", "text": "y"})

    assert answer.status_code == 400
    assert words(answer).startswith("brand: ")
    assert set(answer.json()["fields"]) == {"brand"}


def test_a_body_that_is_too_large_is_refused_before_it_is_read(api, ann, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = api(ann)("POST", "briefs/", b'{"text": "' + b"x" * 1000 + b'"}')

    assert answer.status_code == 413
    assert "too large" in words(answer)


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/xml", "application/x-www-form-urlencoded", "x"]
)
def test_what_is_not_json_is_not_read(api, ann, content_type):
    answer = api(ann)("POST", "briefs/", b"text=x", content_type=content_type)

    assert answer.status_code == 415
    assert words(answer)


def test_a_browser_that_asks_for_a_page_gets_json(api, ann, brand):
    answer = api(ann)("GET", "brands/", Accept="text/html,application/xhtml+xml,*/*;q=0.8")

    assert answer.headers["Content-Type"] == "application/json"


def test_an_unknown_method_is_named(api, ann, brand):
    answer = api(ann)("PUT", f"brands/{brand.pk}/", {})

    assert answer.status_code == 405
    assert "PUT" in words(answer)


def test_a_page_of_another_site_cannot_write_with_a_persons_session(brand, ann):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ann, backend="django.contrib.auth.backends.ModelBackend")
    body = json.dumps({"brand": str(brand.pk), "text": "무선 이어폰 X1 광고"})
    answer = client.post(reverse("api:brief-list"), body, content_type="application/json")

    assert answer.status_code == 403
    assert "CSRF" in words(answer)
    assert not Brief.objects.exists()


def test_lists_are_cut_at_a_hundred_rows(api, ann, brand):
    for number in range(101):
        make.brief(brand, title=str(number))
    call = api(ann)

    assert len(call("GET", "briefs/").json()["results"]) == 20
    assert len(call("GET", "briefs/?size=1000").json()["results"]) == 100
    for odd in ("page=0", "page=-1", "page=x", f"page={10**30}", "size=-1&page=9"):
        assert call("GET", f"briefs/?{odd}").status_code in (200, 404)


def test_what_a_signed_in_person_reads_lies_in_no_shared_cache(api, ann, brand):
    assert api(ann)("GET", "brands/").headers["Cache-Control"] == "private, no-store"
