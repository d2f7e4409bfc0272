"""Cardboard for the edges: a lease that holds, a press of paper, and hands that do runs in order."""

import io
from contextlib import contextmanager

from django.db import transaction
from PIL import Image

from agents.desk import Desk
from agents.making import make
from agents.models import Run
from agents.roster import ROSTER


class CardboardLease:
    """A lease that is never lost and remembers what was said."""

    def __init__(self):
        self.said = []

    def report(self, percent, note=""):
        self.said.append(percent)

    @contextmanager
    def guard(self):
        with transaction.atomic():
            yield


class PaperPress:
    """Draws every page as a plain picture of the right size."""

    def render(self, document, page_id, *, format="png", width=None, **options):
        page = next(page for page in document["pages"] if page["id"] == page_id)
        width = width or page["width"]
        out = io.BytesIO()
        Image.new("RGB", (width, round(width * page["height"] / page["width"])), "#c08040").save(out, format)
        return out.getvalue()


def work(run: Run) -> Run:
    """Do one run by hand."""
    if run.maker in ROSTER:
        result = ROSTER[run.maker]().work(Desk(run, CardboardLease()))
    else:
        result = make(run, CardboardLease())
    Run.objects.filter(pk=run.pk).update(state="done", result=result, ended_at="2026-01-01T00:00Z")
    run.refresh_from_db()
    return run


def work_all(root: Run) -> None:
    """Do a run and all that come of it, in order."""
    work(root)
    for run in root.family.order_by("asked_at"):
        work(run)
