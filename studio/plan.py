"""What one round takes, as a person reads it before anything is spent: who, where, how long, how much."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from agents.workflow import Planned


class PlanStep(NamedTuple):
    """All that one maker does. place: a model's name, "" for this machine; seconds and cost at most."""

    label: dict[str, str]
    does: str
    times: int
    place: str
    seconds: int
    cost: Decimal


class Plan(NamedTuple):
    """The steps of one round."""

    steps: list[PlanStep]

    @property
    def seconds(self) -> int:
        return sum(step.seconds for step in self.steps)

    @property
    def cost(self) -> Decimal:
        return sum((step.cost for step in self.steps), Decimal(0))

    @property
    def is_bounded(self) -> bool:
        """With a model the figures are the most it may take; without one they are what it usually takes."""
        return any(step.place for step in self.steps)

    @property
    def where(self) -> str:
        models = list(dict.fromkeys(step.place for step in self.steps if step.place))
        return ", ".join([_("this machine"), *models])


def plan_from(planned: Sequence[Planned]) -> Plan:
    """The plan, one line per maker."""
    makers: dict[str, list[Planned]] = {}
    for step in planned:
        makers.setdefault(step.maker, []).append(step)
    return Plan([_line(maker, steps) for maker, steps in makers.items()])


def _line(maker: str, steps: list[Planned]) -> PlanStep:
    first = steps[0]
    return PlanStep(
        label=first.label,
        does=does(maker),
        times=len(steps),
        place=first.place,
        seconds=sum(step.seconds for step in steps),
        cost=sum((step.cost for step in steps), Decimal(0)),
    )


def does(maker: str) -> str:
    """What a maker is there for, in a few words."""
    words = {
        "strategist": _("finds three different arguments"),
        "copywriter": _("writes the words for each"),
        "designer": _("sets them in your look, in every size"),
        "thumbnail": _("draws the pictures"),
        "vision_analyser": _("measures how they look"),
        "reviewer": _("checks facts, claims and legibility"),
    }
    return words.get(maker, "")
