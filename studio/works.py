"""How asked work reads to a person: one line per family of runs, one per maker in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils import timezone
from django.utils.translation import gettext as _

from agents.family import DEPENDENCY_FAILED
from agents.makers import MAKERS
from agents.models import Run
from brands.models import Brief

KEPT = 8  # families that the page remembers
State = Run.State
SERIOUS = [State.FAILED, State.NEEDS_REVIEW, State.CANCELLED]


@dataclass(frozen=True)
class Step:
    """What one maker does within a family; the same maker may do it several times."""

    label: dict[str, str]
    runs: Sequence[Run]

    @property
    def done(self) -> int:
        return sum(run.state == State.DONE for run in self.runs)

    @property
    def state(self) -> str:
        """A state of runs, or "unreached" where a step before it fell."""
        state = state_of(self.runs)
        fell = [run for run in self.runs if run.state == State.FAILED]
        own_fault = [run for run in fell if run.error_code != DEPENDENCY_FAILED]
        return "unreached" if state == State.FAILED and not own_fault else state

    @property
    def note(self) -> str:
        return next((run.note for run in reversed(self.runs) if run.note), "")


@dataclass(frozen=True)
class Work:
    """A run that a person asked for, with everything that came of it."""

    run: Run
    family: Sequence[Run]

    @cached_property
    def all(self) -> list[Run]:
        return [self.run, *self.family]

    @cached_property
    def state(self) -> str:
        """While it lasts, what its parts are doing; after that, how the whole ended."""
        busy = [run for run in self.family if not run.is_finished]
        return state_of(busy) if busy and not self.run.is_finished else self.run.state

    @property
    def label(self) -> str:
        return str(State(self.state).label)

    @property
    def is_finished(self) -> bool:
        return self.state not in Run.UNFINISHED

    @property
    def title(self) -> str:
        return title_of(self.run)

    @cached_property
    def steps(self) -> list[Step]:
        # A run that split off others is done with its own part, although it ends with the last of them.
        makers: dict[str, list[Run]] = {self.run.maker: [] if self.family else [self.run]}
        for run in self.family:
            makers.setdefault(run.maker, []).append(run)
        return [Step(MAKERS[maker].label, runs) for maker, runs in makers.items() if maker in MAKERS]

    @property
    def percent(self) -> int:
        runs = self.family or [self.run]
        return sum(100 if run.state == State.DONE else run.percent for run in runs) // len(runs)

    @property
    def now(self) -> Step | None:
        """The step that is being done, or is next."""
        busy = [step for step in self.steps if step.state in Run.UNFINISHED]
        return next((step for step in busy if step.state == State.RUNNING), busy[0] if busy else None)

    @property
    def cost(self) -> Decimal:
        return sum((run.cost for run in self.all), Decimal(0))

    @property
    def places(self) -> list[str]:
        """The machines that worked on it, in order."""
        return list(dict.fromkeys(run.node for run in self.all if run.node))

    @property
    def seconds(self) -> float:
        ended = [run.ended_at for run in self.all if run.ended_at]
        until = max(ended) if self.is_finished and ended else timezone.now()
        return (until - self.run.asked_at).total_seconds()

    @property
    def stuck(self) -> Run | None:
        """The run whose end or wait a person must read about."""
        wanted = State.WAITING_NODE if not self.is_finished else self.state
        runs = [run for run in self.all if run.state == wanted]
        spoken = [run for run in runs if run.note]
        # A step that fails takes its followers with it; the one that failed by itself says why.
        first = [run for run in spoken if run.error_code != DEPENDENCY_FAILED]
        return next(iter(first or spoken or runs), None)

    @property
    def missing(self) -> str:
        """What a machine would need for this to go on."""
        return needed(self.stuck.needs) if self.stuck else ""


def state_of(runs: Sequence[Run]) -> str:
    """One state for many runs: what is going on, else how it ended at worst."""
    states = {run.state for run in runs}
    for state in (State.RUNNING, State.WAITING_NODE, State.QUEUED, *SERIOUS):
        if state in states:
            return state
    return State.DONE


def title_of(run: Run) -> str:
    """What a person asked for."""
    if run.maker == "pm":
        number = run.order.get("round", 1)
        return _("Three drafts") if number == 1 else _("Round %(number)d") % {"number": number}
    titles = {
        "editor": _("Other wordings"),
        "thumbnail": _("New picture of a draft"),
        "export": _("Export"),
    }
    return titles.get(run.maker, run.maker)


def needed(capability: str) -> str:
    """A capability in the reader's words."""
    words = {
        "desk": _("a worker"),
        "press": _("a worker with Chromium, for drawing"),
        "text": _("a worker that may write text"),
    }
    return words.get(capability, capability)


def works_of(brief: Brief, user) -> list[Work]:
    """The newest families of a brief, newest first. Two queries."""
    mine = Run.objects.for_user(user).filter(brief=brief)
    roots = list(mine.roots().latest_first()[:KEPT])
    families: dict = {root.pk: [] for root in roots}
    for run in mine.filter(root__in=roots).order_by("asked_at", "pk"):
        families[run.root_id].append(run)
    return [Work(root, families[root.pk]) for root in roots]
