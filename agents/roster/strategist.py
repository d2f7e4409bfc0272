"""Strategist: one concept and three directions that argue differently."""

from pydantic import BaseModel

from agents.agent import Agent
from agents.gateway.types import Concept
from agents.tasks import text_task


class Order(BaseModel):
    round: int = 1
    wish: str = ""


class Thought(BaseModel):
    concept: Concept
    provenance: dict


class Strategist(Agent):
    slug, needs = "strategist", "text"
    label = {"ko": "전략가", "en": "Strategist"}
    takes, gives = Order, Thought

    def think(self, desk, order):
        task = text_task(desk.brief, desk.kit, "concept", round=order.round, wish=order.wish)
        answered = desk.ask(task, Concept, step="concept", check=distinct)
        return Thought(concept=answered.value, provenance=answered.provenance)


def distinct(concept: Concept) -> list[str]:
    """What is wrong if directions share an angle or a hook."""
    angles = [direction.angle for direction in concept.directions]
    hooks = {direction.hook for direction in concept.directions}
    wrong = []
    if len(set(angles)) < len(angles):
        wrong.append(f"The directions must turn on different angles; these are {', '.join(angles)}.")
    if len(hooks) < len(angles):
        wrong.append("Each direction needs a hook of its own.")
    return wrong
