"""The one door to any model: typed words for a task, with where they came from.

With no model configured the composer writes; it is never a silent substitute for a model that failed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel

from agents.gateway.providers import chosen

if TYPE_CHECKING:
    from agents.desk import Desk
    from agents.gateway.types import TextTask

T = TypeVar("T", bound=BaseModel)
Check = Callable[[Any], list[str]]


@dataclass(frozen=True)
class Answered(Generic[T]):
    """An answer and its provenance: {"provider","model","prompt","seed","cost"}."""

    value: T
    provenance: dict


@dataclass(frozen=True)
class Call:
    """One order to a provider.

    step   names the call within its run; a step is answered once
    parts  what the task builds on, such as the direction to write for
    check  says in words what is wrong with an answer that fits its type; empty if nothing is
    """

    desk: "Desk"
    task: "TextTask"
    answer: type[BaseModel]
    step: str
    check: Check | None = None
    parts: dict = field(default_factory=dict)


def text(
    desk: "Desk",
    task: "TextTask",
    answer: type[T],
    *,
    step: str,
    check: Check | None = None,
    parts: dict | None = None,
) -> Answered[T]:
    """Ask the provider in force. Raises WorkFailed with words when it does not deliver."""
    value, provenance = chosen().write(Call(desk, task, answer, step, check, parts or {}))
    if not isinstance(value, answer):
        raise TypeError(f"{type(value).__name__} instead of {answer.__name__} from {provenance['provider']}")
    return Answered(value, provenance)
