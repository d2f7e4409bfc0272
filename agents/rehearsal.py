"""One sentence to three drafts in this process, kept nowhere: to check wording and design in bulk."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from django.db import transaction
from django.db.models.functions import Now

from agents.actions.work import generate, open_brief
from agents.desk import Desk
from agents.gateway.lint import lint
from agents.gateway.types import CopyText
from agents.models import Run
from agents.roster import ROSTER
from agents.tasks import text_task
from assets.checks import preflight
from assets.design import photos
from assets.models import Draft
from brands.models import Brand, Brief
from sparklio.lib.bilingual import said


class Rehearsed(NamedTuple):
    """A brief, its drafts, and in words all that is wrong with them."""

    brief: Brief
    drafts: list[Draft]
    faults: list[str]


class HeldByHand:
    """A lease on work that nobody else can see."""

    def report(self, percent: int, note: str = "") -> None:
        """Nobody watches."""

    @contextmanager
    def guard(self) -> Iterator[None]:
        with transaction.atomic():
            yield


class RolledBack(Exception):
    """Ends a rehearsal: nothing of it stays."""


def rehearse(text: str, *, brand: Brand, by) -> Rehearsed:
    """Read, plan, write and design as for a real brief, without pictures. Raises Refusal as those do."""
    found: list[Rehearsed] = []
    try:
        with transaction.atomic():
            brief = open_brief(brand=brand, text=text, by=by)
            root = generate(brief=brief, by=by)
            _work(root)
            for run in root.family.exclude(maker__in=["thumbnail", "vision_analyser"]).order_by("asked_at"):
                _work(run)
            drafts = list(Draft.objects.of_round(brief, 1))
            found.append(Rehearsed(brief, drafts, _faults(brief, drafts)))
            raise RolledBack
    except RolledBack:
        return found[0]


def _work(run: Run) -> None:
    result = ROSTER[run.maker]().work(Desk(run, HeldByHand()))
    Run.objects.filter(pk=run.pk).update(state=Run.State.DONE, result=result, ended_at=Now())


def _faults(brief: Brief, drafts: list[Draft]) -> list[str]:
    """Preflight errors, words that may not leave, and drafts that are too much alike."""
    task = text_task(brief, brief.brand.kit, "review")
    faults = []
    for draft in drafts:
        known = photos(brief.brand, draft.content)
        found = [each for each in preflight(draft.content, photos=known) if each.severity == "error"]
        faults += [f"{draft.place}: {each.slug}: {said(each.message)}" for each in found]
        wrong = [each for each in lint(CopyText.model_validate(draft.copy), task) if each.severity == "error"]
        faults += [f"{draft.place}: {each.slug}: {said(each.message)}" for each in wrong]
    if len({draft.layout for draft in drafts}) < len(drafts):
        faults.append("Two drafts share a layout.")
    if len({draft.direction["angle"] for draft in drafts}) < len(drafts):
        faults.append("Two drafts argue alike.")
    return faults
