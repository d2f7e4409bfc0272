"""What the API says about itself: a schema without a warning, JSON Schemas that fit, rates that hold."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.core.management import call_command
from drf_spectacular.generators import SchemaGenerator
from jsonschema import Draft202012Validator

from assets.document import build
from studio.api import throttles
from studio.api.throttles import Calls
from tests import make


@pytest.fixture
def apart(settings):
    """No call of another test counts here."""
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": uuid4().hex}
    }


def test_the_schema_has_no_warning(capsys):
    call_command("spectacular", "--fail-on-warn", "--validate", "--file", "/dev/null")


def test_every_route_is_in_the_schema_with_words():
    paths = SchemaGenerator().get_schema(request=None, public=True)["paths"]
    silent = [
        f"{method} {path}"
        for path, verbs in paths.items()
        for method, verb in verbs.items()
        if not verb.get("description")
    ]

    assert len(paths) >= 25
    assert silent == []


def test_the_schema_and_its_page_are_there_without_a_sign_in(client, db, apart):
    page = client.get("/api/v1/")
    script = client.get("/api/v1/?script=")
    schema = client.get("/api/v1/schema/", headers={"Accept": "application/json"})

    assert [answer.status_code for answer in (page, script, schema)] == [200] * 3
    assert b"<style" not in page.content and b"style=" not in page.content
    assert page.content.count(b"<script") == page.content.count(b"<script src=") == 2


@pytest.mark.parametrize("name", ["document", "ops"])
def test_the_json_schemas_are_schemas_and_what_we_make_fits_them(client, db, apart, name):
    schema = client.get(f"/api/v1/schemas/{name}.json").json()
    Draft202012Validator.check_schema(schema)
    page = build.page("instagram_square", 1080, 1080, [build.rect((0, 0, 9, 9))])
    fits = {
        "document": build.document("가을", [page]),
        "ops": [{"op": "page.set", "id": page["id"], "path": "name", "value": "표지"}],
    }

    Draft202012Validator(schema).validate(fits[name])
    assert not Draft202012Validator(schema).is_valid({"schema": "other"})


def test_one_person_writes_so_often_a_minute_and_is_then_told_to_wait(
    api, ann, brief, settings, apart, monkeypatch
):
    settings.API_CALLS = {**settings.API_CALLS, "write": 3}
    monkeypatch.setattr(throttles, "_window", lambda: 1)
    call = api(ann)
    tried = [call("POST", f"runs/{uuid4()}/cancel/") for _ in range(4)]

    assert [answer.status_code for answer in tried] == [404, 404, 404, 429]
    assert int(tried[3].headers["Retry-After"]) <= 60
    assert tried[3].json()["detail"]
    assert call("GET", "runs/").status_code == 200


def test_work_is_counted_apart_from_writing(api, ann, brief, settings, apart, monkeypatch):
    settings.API_CALLS = {**settings.API_CALLS, "start": 1}
    monkeypatch.setattr(throttles, "_window", lambda: 1)
    call = api(ann)
    tried = [call("POST", f"briefs/{brief.pk}/answer/", {"make": False}) for _ in range(2)]

    assert [answer.status_code for answer in tried] == [200, 429]
    assert call("POST", f"runs/{uuid4()}/cancel/").status_code == 404


def test_a_hundred_appends_a_minute_are_far_from_the_limit(settings):
    assert settings.API_CALLS["write"] >= 600


def test_the_anonymous_are_counted_by_address(client, db, settings, apart, monkeypatch):
    settings.API_CALLS = {**settings.API_CALLS, "anonymous": 2}
    monkeypatch.setattr(throttles, "_window", lambda: 1)
    tried = [
        client.get("/api/v1/schemas/ops.json", headers={"X-Forwarded-For": f"10.0.0.{n}"}) for n in range(3)
    ]

    assert [answer.status_code for answer in tried] == [200, 200, 429]


def test_fifty_calls_at_once_count_as_fifty(settings, rf, monkeypatch):
    """S8: admitted = the limit, exactly; on the real server."""
    settings.API_CALLS = {**settings.API_CALLS, "write": 20}
    monkeypatch.setattr(throttles, "_window", lambda: uuid4_once)
    uuid4_once = uuid4().hex
    request = rf.post("/")
    request.user = type("Person", (), {"pk": uuid4().hex, "is_authenticated": True})()

    with ThreadPoolExecutor(10) as pool:
        admitted = list(pool.map(lambda _: Calls().allow_request(request, None), range(50)))

    assert admitted.count(True) == 20


def test_while_nobody_counts_all_are_let_through(api, ann, settings, caplog):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1",
        }
    }

    assert api(ann)("POST", f"runs/{uuid4()}/cancel/").status_code == 404
    assert "not counted" in caplog.text


def test_a_page_of_the_api_is_not_counted_for_a_member(api, ann, settings, apart):
    settings.API_CALLS = {"write": 0, "start": 0, "anonymous": 0}
    make.brand(ann, name="둘째")

    assert api(ann)("GET", "brands/").status_code == 200
