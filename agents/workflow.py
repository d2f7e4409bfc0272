"""What every workflow is, and what a person sees of it before anything is spent."""

from collections.abc import Sequence
from decimal import Decimal
from typing import ClassVar, NamedTuple

from django.conf import settings

from agents.desk import Step
from agents.gateway import prompts
from agents.gateway.price import price_of
from brands.models import Brief


class Workflow:
    """Steps over a brief. One file in agents/workflows/ is one workflow."""

    slug: ClassVar[str]
    label: ClassVar[dict[str, str]]

    @classmethod
    def fits(cls, brief: Brief) -> bool:
        return True

    def steps(self, brief: Brief, *, round: int, wish: str = "") -> Sequence[Step]:
        """The steps of one round, each after those it needs."""
        raise NotImplementedError(f"{type(self).__name__} has no steps yet.")


class Planned(NamedTuple):
    """One line of the plan: who, where, how long at most, for how much at most (US dollars)."""

    maker: str
    label: dict[str, str]
    place: str
    seconds: int
    cost: Decimal


SECONDS = {"text": 1, "press": 2, "desk": 1}  # without a model, on a small machine
CALLS = 4  # the most calls one step of words makes: two tries, each mended once


def planned(step: Step) -> Planned:
    """What one step takes at most."""
    from agents.makers import MAKERS  # the makers know the workflows

    maker = MAKERS[step.maker]
    model = settings.MODEL_NAME if maker.needs == "text" else ""
    if not model:
        return Planned(step.maker, maker.label, "", SECONDS[maker.needs], Decimal(0))
    prompt = prompts.load({"strategist": "concept"}.get(step.maker, "copy"))
    most = CALLS * price_of(4000, prompt.max_tokens)
    return Planned(step.maker, maker.label, model, settings.MODEL_TIMEOUT, most)
