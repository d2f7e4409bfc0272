"""The composer: copy patterns over the given facts."""

import random

from agents.gateway.types import Concept, CopyText, Direction, Suggestion, TextTask
from sparklio.lib.bilingual import both
from sparklio.lib.korean import attach

VERSION = "composer/0"
HEADLINES = {
    "ko": {
        "feature": "{lead}, {product}",
        "audience": "{audience}의 하루에, {product}",
        "question": "{product}, 만나 보셨나요?",
        "invitation": "오늘, {product}과 함께",
    },
    "en": {
        "feature": "{product}: {lead}",
        "audience": "For {audience}",
        "question": "Have you met {product}?",
        "invitation": "Say hello to {product}",
    },
}


def concept(task: TextTask) -> Concept:
    """Three directions that argue differently."""
    leads = _leads(task)
    angles = ["feature" if leads else "invitation", "audience" if task.audience else "newness", "question"]
    directions = [
        Direction(angle=angle, name=angle, argument=angle, hook=_headline(task, angle)[:60], lead=leads[:2])
        for angle in angles
    ]
    return Concept(
        name=task.product[:80] or task.brand[:80] or "—", target_audience=task.audience, directions=directions
    )


def copy(task: TextTask, direction: Direction) -> CopyText:
    """The words of one direction."""
    leads = _leads(task)
    ko = task.lang == "ko"
    price = next((fact.text for fact in task.facts if fact.kind == "price"), "")
    return CopyText(
        headline=_headline(task, direction.angle)[:48],
        subheadline=" · ".join(leads[:2])[:60],
        body="",
        bullets=[lead[:40] for lead in leads[:3]],
        cta="자세히 보기" if ko else "Learn more",
        price=price[:28],
    )


def rewrite(line: str, wish: str, task: TextTask, *, field: str) -> list[Suggestion]:
    """Other wordings of one line."""
    forms = ["{line}?", "{line}.", "{line} —"]
    reason = both("끝맺음을 바꿨어요.", "Another ending.")
    plain = line.rstrip("?!. —")
    return [Suggestion(text=form.format(line=plain), instruction=wish[:60], reason=reason) for form in forms]


def _leads(task: TextTask) -> list[str]:
    return [fact.text for fact in task.facts if fact.kind in ("feature", "spec", "offer", "discount")]


def _headline(task: TextTask, angle: str) -> str:
    words = {
        "product": task.product or task.brand,
        "audience": task.audience,
        "lead": (_leads(task) or [""])[0],
    }
    pattern = HEADLINES[task.lang].get(angle, HEADLINES[task.lang]["invitation"])
    if angle == "invitation" and task.lang == "ko":
        return f"오늘, {attach(words['product'], '과/와')} 함께"
    _ = random.Random(task.seed)
    return pattern.format(**words).strip(" ,:")
