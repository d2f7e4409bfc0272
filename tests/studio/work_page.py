"""What the tests of the work page share: how to open it, what to send, and work that is going on."""

import re

from django.urls import reverse
from django.utils import timezone

from agents.models import Run

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


def page_of(client, person, brief, **query):
    client.force_login(person)
    return client.get(reverse("studio:brief", args=[brief.pk]), query)


def words_of(response):
    """The text of a page or partial, tags and extra space gone."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def post(client, person, name, pk, **fields):
    client.force_login(person)
    return client.post(reverse(f"studio:{name}", args=[pk]), fields, headers=HTMX)


def worker(brief, by):
    """made(maker, state, …): runs of the brief; the first one is what `by` asked for."""

    def made(maker="pm", state="running", root=None, **fields):
        ended = None if state in Run.UNFINISHED else timezone.now()
        return Run.objects.create(
            brand=brief.brand,
            brief=brief,
            maker=maker,
            needs=fields.pop("needs", "desk"),
            state=state,
            root=root,
            parent=root,
            asked_by=by,
            ended_at=ended,
            **fields,
        )

    return made
