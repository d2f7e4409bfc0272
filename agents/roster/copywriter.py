"""Copywriter: the words of one direction; reads them again like a reviewer, keeps the better of two tries."""

from pydantic import BaseModel

from agents.agent import Agent
from agents.gateway.lint import lint, obeyed, review
from agents.gateway.types import CopyText, Direction, Review
from agents.tasks import text_task

GOOD_ENOUGH = 7.0  # of 10; source: product/03 §3.2, quality_threshold
TRIES = 2  # source: product/03 §3.2, max_iterations


class Order(BaseModel):
    """place  which of the concept's three directions, from 1."""

    round: int = 1
    wish: str = ""
    place: int


class Words(BaseModel):
    """obeys  how the words meet earlier rejections: [{"reason","how" {"ko","en"},"met"}]."""

    copy_text: CopyText
    direction: Direction
    review: Review
    obeys: list[dict] = []
    provenance: dict


class Copywriter(Agent):
    slug, needs = "copywriter", "text"
    label = {"ko": "카피라이터", "en": "Copywriter"}
    takes, gives = Order, Words

    def think(self, desk, order):
        concept = desk.found("concept")["concept"]
        direction = Direction.model_validate(concept["directions"][order.place - 1])
        task = text_task(desk.brief, desk.kit, "copy", round=order.round, wish=order.wish)
        best, mend = None, []
        for attempt in range(TRIES):
            again = task.model_copy(update={"seed": task.seed + attempt * 7919})
            answered = desk.ask(
                again,
                CopyText,
                step=f"copy:{attempt + 1}",
                check=lambda copy, task=again: forbidden(copy, task),
                direction=direction,
                mend=mend,
            )
            verdict = review(answered.value, again)
            if best is None or verdict.overall > best.review.overall:
                best = Words(
                    copy_text=answered.value,
                    direction=direction,
                    review=verdict,
                    provenance=answered.provenance,
                )
            if best.review.overall >= GOOD_ENOUGH:
                break
            mend = [issue.message["en"] for issue in verdict.issues]
        kept = obeyed(best.copy_text, task)
        best.obeys = [{"reason": each.wish, "how": each.shown, "met": each.kept} for each in kept]
        return best


def forbidden(copy: CopyText, task) -> list[str]:
    """What may never leave the house: words not allowed, facts not given."""
    return [
        f"{issue.field}: {issue.message['en']}" for issue in lint(copy, task) if issue.severity == "error"
    ]
