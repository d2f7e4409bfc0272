"""Reviewer: reads every draft by the rules, adds what was measured, and opens the Review Buffer."""

from dataclasses import asdict

from pydantic import BaseModel

from agents.agent import Agent
from agents.gateway.lint import review
from agents.gateway.types import CopyText
from agents.live import drafts_changed
from agents.tasks import text_task
from assets.checks import preflight
from assets.design import photos
from assets.models import Draft
from brands.models import Brief


class Order(BaseModel):
    round: int = 1
    wish: str = ""


class Verdicts(BaseModel):
    """The verdict of each draft by its place: approved, needs_revision, rejected."""

    verdicts: dict[int, str]


class Reviewer(Agent):
    slug, needs = "reviewer", "desk"
    label = {"ko": "리뷰어", "en": "Reviewer"}
    takes, gives = Order, Verdicts

    def think(self, desk, order):
        task = text_task(desk.brief, desk.kit, "review", round=order.round)
        verdicts = {}
        for draft in Draft.objects.of_round(desk.brief, order.round):
            verdict = review(CopyText.model_validate(draft.copy), task)
            known = photos(desk.brand, draft.content)
            findings = [asdict(finding) for finding in preflight(draft.content, photos=known)]
            verdicts[draft.place] = verdict.approval_status
            with desk.guard():
                review_of = {**verdict.model_dump(mode="json"), "preflight": findings}
                Draft.objects.filter(pk=draft.pk, version=draft.version).update(review=review_of)
        with desk.guard():
            Brief.objects.filter(pk=desk.brief.pk, state=Brief.State.MAKING).update(
                state=Brief.State.REVIEWING
            )
            drafts_changed(desk.brief)
        return Verdicts(verdicts=verdicts)
