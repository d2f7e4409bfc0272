"""The doctor names what is wrong, says what to do, and ends badly when something fails."""

import json
from io import StringIO
from types import SimpleNamespace

import httpx
import pytest
from django.core.management import call_command
from django.db.models.functions import Now

from agents.models import Node
from sparklio import doctor
from sparklio.doctor import machine, servers, studio


def examined(*parts):
    """The findings of `doctor --json`, and its exit code."""
    out, code = StringIO(), 0
    try:
        call_command("doctor", *parts, "--json", stdout=out)
    except SystemExit as end:
        code = end.code
    return {finding["part"]: finding for finding in json.loads(out.getvalue())}, code


@pytest.mark.django_db
def test_a_machine_in_order_gets_a_clean_bill(monkeypatch):
    monkeypatch.setattr(servers, "asked", through_the_test_connection)

    found, code = examined("python", "disk", "fonts", "database", "extension", "clock", "queue")

    assert {finding["state"] for finding in found.values()} == {"ok"}, found
    assert code == 0


def through_the_test_connection(question):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def test_a_missing_font_is_named_with_the_fix(settings, tmp_path):
    settings.NODE_MODULES = tmp_path

    finding = machine.fonts()

    assert finding.state == "fail"
    assert "Pretendard" in finding.words and "npm ci" in finding.fix


def test_a_full_disk_fails_and_a_filling_one_warns(monkeypatch):
    def with_free(gigabytes):
        usage = SimpleNamespace(free=gigabytes * 1e9)
        monkeypatch.setattr(machine.shutil, "disk_usage", lambda _: usage)
        return machine.disk().state

    assert [with_free(0.1), with_free(2), with_free(50)] == ["fail", "warn", "ok"]


def test_secrets_that_others_may_read_fail(settings, tmp_path):
    settings.SPARKLIO_HOME = tmp_path
    (tmp_path / ".env").write_text("SECRET_KEY=x")
    (tmp_path / ".env").chmod(0o644)

    finding = machine.secrets()

    assert (finding.state, finding.fix) == ("fail", f"chmod 600 {tmp_path / '.env'}")


def test_a_browser_that_does_not_start_fails(settings, tmp_path):
    stub = tmp_path / "chromium"
    stub.write_text("#!/bin/sh\necho 'requires the chromium snap' >&2\nexit 1\n")
    stub.chmod(0o755)
    settings.CHROMIUM = str(stub)

    finding = machine.chromium()

    assert finding.state == "fail" and "snap" in finding.words and finding.fix


def test_a_database_that_is_away_is_told_in_its_own_words(monkeypatch):
    monkeypatch.setitem(servers.connection.settings_dict, "HOST", "127.0.0.1")
    monkeypatch.setitem(servers.connection.settings_dict, "PORT", 1)

    finding = servers.database()

    assert finding.state == "fail" and "refused" in finding.words


def test_a_queue_that_evicts_fails_and_one_that_forgets_warns(monkeypatch):
    def with_info(**told):
        line = type("Line", (), {"info": lambda self, section: {"redis_version": "7.2", **told}})
        monkeypatch.setattr(servers.redis.Redis, "from_url", lambda *args, **more: line())
        return servers.queue()

    assert with_info(maxmemory_policy="allkeys-lru", aof_enabled=1).state == "fail"
    assert with_info(maxmemory_policy="noeviction", aof_enabled=0).state == "warn"
    assert with_info(maxmemory_policy="noeviction", aof_enabled=1).state == "ok"


@pytest.mark.django_db
def test_a_silent_worker_is_missed(monkeypatch):
    monkeypatch.setattr(servers, "asked", through_the_test_connection)
    assert studio.worker().state == "fail"

    Node.objects.create(name="here", can=["desk"], seen_at=Now())
    assert studio.worker().state == "warn"

    Node.objects.create(name="there", can=["press", "text"], seen_at=Now())
    assert studio.worker().state == "ok"


@pytest.mark.parametrize(
    ("listed", "state"),
    [({"data": [{"id": "exaone"}]}, "ok"), ({"data": [{"id": "other"}]}, "fail"), ({"error": "no"}, "fail")],
)
def test_a_model_is_asked_for_and_must_be_listed(settings, monkeypatch, listed, state):
    settings.MODEL_URL, settings.MODEL_NAME, settings.MODEL_KIND = "http://127.0.0.1:9/v1", "exaone", "openai"
    request = httpx.Request("GET", settings.MODEL_URL)
    monkeypatch.setattr(
        studio.httpx, "get", lambda *args, **more: httpx.Response(200, json=listed, request=request)
    )

    assert studio.model().state == state


def test_a_model_server_that_is_off_fails_with_a_fix(settings):
    settings.MODEL_URL, settings.MODEL_NAME = "http://127.0.0.1:9/v1", "exaone"

    finding = studio.model()

    assert finding.state == "fail" and "MODEL_URL" in finding.fix


def test_no_model_is_no_fault(settings):
    settings.MODEL_URL = settings.MODEL_NAME = ""

    assert studio.model().state == "ok"


def test_a_studio_that_is_off_ends_with_exit_code_one(settings):
    settings.PORT = 9

    found, code = examined("pages", "sockets")

    assert {finding["state"] for finding in found.values()} == {"fail"}
    assert all(finding["fix"] for finding in found.values())
    assert code == 1


def test_a_check_that_breaks_does_not_hide_the_others(monkeypatch):
    def broken():
        raise ValueError("surprise")

    monkeypatch.setattr(doctor, "CHECKS", [broken, machine.python])

    first, second = doctor.examine()

    assert (first.part, first.state) == ("broken", "fail") and "surprise" in first.words
    assert second.state == "ok"
