"""What an agent can reach: the brief, the kit, earlier results, words from a model, and helpers' work."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from pydantic import BaseModel

from agents import gateway
from agents.models import Run
from sparklio.lib.refusal import Refusal

if TYPE_CHECKING:
    from agents.gateway import Answered, Check
    from agents.gateway.types import TextTask

T = TypeVar("T", bound=BaseModel)


class Lease(Protocol):
    """What the desk needs of a lease: say how far it is, and write only while it is held."""

    def report(self, percent: int, note: str = "") -> None: ...

    def guard(self) -> AbstractContextManager[Any]: ...


class Step(NamedTuple):
    """One child run of a workflow. `after` names steps of the same family."""

    key: str
    maker: str
    order: dict
    after: Sequence[str] = ()


class Desk:
    """One run's desk. Reading is free; every write stands inside `with desk.guard():`."""

    def __init__(self, run: Run, lease: Lease):
        self.run = run
        self.lease = lease

    @property
    def brief(self):
        if self.run.brief is None:
            raise Refusal("This work belongs to no brief.")
        return self.run.brief

    @property
    def brand(self):
        return self.run.brand

    @cached_property
    def kit(self):
        return self.brand.kit

    def report(self, percent: int, note: str = "") -> None:
        """Tell how far it is, 0 to 100. Raises when the lease is lost or the run was cancelled."""
        self.lease.report(percent, note)

    def guard(self) -> AbstractContextManager[Any]:
        """A transaction that commits only if this desk still holds the run."""
        return self.lease.guard()

    def ask(
        self, task: "TextTask", answer: type[T], *, step: str, check: "Check | None" = None, **parts
    ) -> "Answered[T]":
        """Words of type `answer`, from a model or the composer; `parts` is what the task builds on."""
        return gateway.text(self, task, answer, step=step, check=check, parts=parts)

    def found(self, step: str) -> dict:
        """The result of an earlier step of this family."""
        root = self.run.root_id or self.run.pk
        row = Run.objects.filter(root_id=root, step=step, state=Run.State.DONE).order_by("-ended_at").first()
        if row is None or row.result is None:
            raise LookupError(f"step {step!r} of {root} has no result")
        return row.result

    def pass_on(self, steps: Sequence[Step]) -> list[Run]:
        """Hand steps to other makers, once each, however often this run is delivered."""
        from agents.actions.runs import start_run  # actions import the makers, which import this desk

        root = self.run.root or self.run
        made: dict[str, Run] = {}
        for step in steps:
            made[step.key] = start_run(
                maker=step.maker,
                brand=self.brand,
                brief=self.run.brief,
                order=step.order,
                step=step.key,
                priority=self.run.priority,
                sender=self.run.maker,
                root=root,
                parent=self.run,
                after=[made[key] for key in step.after],
                idempotency_key=f"{root.pk}:{step.key}",
                language=self.run.language,
                by=self.run.asked_by,
            )
        return list(made.values())
