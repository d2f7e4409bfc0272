"""Makers and a doorbell out of cardboard."""

import pytest
from redis.exceptions import ConnectionError as Down
from rq.exceptions import DuplicateJobError

from agents import bell
from agents.agent import Agent
from agents.makers import MAKERS, ROSTER


@pytest.fixture
def hire(monkeypatch):
    """Put a maker on the roster for one test: `hire("baker", lambda desk: {"bread": 1})`."""

    def hired(slug, work=lambda desk: {}, needs="desk", **more):
        facts = {"slug": slug, "label": {"ko": slug, "en": slug.title()}, "needs": needs, **more}
        cls = type(slug, (Agent,), {**facts, "work": lambda self, desk: work(desk)})
        monkeypatch.setitem(ROSTER, slug, cls)
        monkeypatch.setitem(MAKERS, slug, cls)
        return slug

    return hired


class CardboardQueue:
    """Keeps what was rung, as the real one does: one ring an id."""

    down = False

    def __init__(self):
        self.rung = {}

    def __call__(self, capability):
        self.capability = capability
        return self

    def enqueue_call(self, func, args, job_id, **options):
        if self.down:
            raise Down("nobody answers")
        if job_id in self.rung:
            raise DuplicateJobError(job_id)
        self.rung[job_id] = {"func": func, "args": args, "queue": self.capability, **options}


@pytest.fixture
def queue(monkeypatch):
    cardboard = CardboardQueue()
    monkeypatch.setattr(bell, "queue", cardboard)
    return cardboard
