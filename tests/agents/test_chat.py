"""The chat provider against a server that speaks the protocol, faults included."""

from contextlib import contextmanager

import pytest
from django.db import transaction
from pydantic import BaseModel

from agents.errors import WorkFailed
from agents.gateway import Call
from agents.gateway.providers.chat import Chat
from agents.models import ExternalCall, Run
from agents.tasks import text_task
from tests.servers.chat import chat_server, cut, reset, says, slow, status

State = ExternalCall.State


class Line(BaseModel):
    text: str


class CardboardDesk:
    """A desk that holds its run for ever."""

    def __init__(self, run):
        self.run = run

    def report(self, percent, note=""):
        pass

    @contextmanager
    def guard(self):
        with transaction.atomic():
            yield


@pytest.fixture
def asked(brief, settings):
    """Calls a provider against a server and gives (answer or error, server)."""

    def ask(*turns, url=None, check=None, **options):
        run = Run.objects.create(brand=brief.brand, brief=brief, maker="copywriter", needs="text")
        call = Call(CardboardDesk(run), text_task(brief, brief.brand.kit, "copy"), Line, "copy:1", check)
        with chat_server(*(turns or [says("{}")])) as server:
            settings.MODEL_URL, settings.MODEL_NAME, settings.MODEL_KIND = url or server.url, "tiny", "openai"
            settings.MODEL_TIMEOUT = 2
            for name, value in options.items():
                setattr(settings, name, value)
            try:
                answer = Chat().write(call)
            except WorkFailed as error:
                answer = error
        return answer, server

    return ask


def test_a_structured_answer_is_used(asked):
    (value, provenance), server = asked(says({"text": "고요한 출근길"}))

    assert value.text == "고요한 출근길"
    assert (provenance["provider"], provenance["model"]) == ("chat", "tiny")
    assert server.requests[0]["response_format"]["type"] == "json_schema"
    assert ExternalCall.objects.get().state == State.OK


def test_an_answer_in_a_code_fence_is_read_too(asked):
    (value, _), _ = asked(says('```json\n{"text": "a"}\n```'))

    assert value.text == "a"


def test_a_broken_answer_is_sent_back_once_with_what_is_wrong(asked):
    (value, _), server = asked(says("I would rather chat."), says({"text": "a"}))

    assert value.text == "a"
    assert "There is no JSON object" in server.requests[1]["messages"][-1]["content"]


def test_an_answer_broken_twice_fails_with_words(asked):
    error, server = asked(says('{"wrong": 1}'))

    assert len(server.requests) == 2
    assert "tiny" in str(error) and error.code == "MODEL_ERROR"


def test_an_answer_that_fails_its_check_is_mended_or_refused(asked):
    error, server = asked(says({"text": "최고"}), check=lambda line: ["“최고” may not be said."])

    assert len(server.requests) == 2
    assert "최고" in str(error)


@pytest.mark.parametrize(
    "turn, state, words",
    [
        (status(401), State.REJECTED, "MODEL_KEY"),
        (status(404), State.REJECTED, "MODEL_NAME"),
        (status(429, Retry_After="7"), State.REJECTED, ""),
        (status(400, "bad"), State.REJECTED, ""),
        (status(500), State.UNKNOWN, ""),
        (reset, State.UNKNOWN, ""),
        (cut, State.UNKNOWN, ""),
        (slow(4, says({"text": "late"})), State.UNKNOWN, "2"),
    ],
    ids=["401", "404", "429", "400", "500", "reset", "cut", "slow"],
)
def test_every_fault_sends_one_post_and_ends_in_the_right_state(asked, turn, state, words):
    """R-P1, R-P2."""
    error, server = asked(turn)

    assert len(server.requests) == 1
    assert ExternalCall.objects.get().state == state
    assert words in str(error) and error.state == "failed"


def test_a_dead_server_is_named(asked):
    error, _ = asked(url="http://127.0.0.1:9/v1")

    assert "http://127.0.0.1:9/v1" in str(error)
    assert ExternalCall.objects.get().state == State.REJECTED


def test_a_step_that_was_answered_is_not_paid_again(brief, settings):
    """R-P4: a run that is handed on finds the answer in the book."""
    run = Run.objects.create(brand=brief.brand, brief=brief, maker="copywriter", needs="text")
    with chat_server(says({"text": "a"})) as server:
        settings.MODEL_URL, settings.MODEL_NAME = server.url, "tiny"
        call = Call(CardboardDesk(run), text_task(brief, brief.brand.kit, "copy"), Line, "copy:1")
        Chat().write(call)
        Chat().write(call)

        assert len(server.requests) == 1


def test_a_lost_paid_call_asks_a_person(asked, settings, monkeypatch):
    monkeypatch.setattr("agents.gateway.providers.faults.is_local", lambda url="": False)
    monkeypatch.setattr("agents.gateway.price.is_local", lambda url="": False)
    error, server = asked(reset, MODEL_PRICE_IN="1", MODEL_PRICE_OUT="2")

    assert error.state == "needs_review"
    assert len(server.requests) == 1
