"""What the end of one run does to its relatives: who waits for it starts or falls, who split it off ends.

Everything here runs in a transaction that holds the family, so that two ends never overlook each other.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.functions import Now
from django.utils import translation
from django.utils.translation import gettext as _

from agents import bell
from agents.live import announce
from agents.makers import label_of
from agents.models import Run

State = Run.State
NOTE = 500  # characters
ENDED = {"lease_token": None, "lease_until": None, "ended_at": Now()}
DEPENDENCY_FAILED = "DEPENDENCY_FAILED"


@contextmanager
def short() -> Iterator[None]:
    """A transaction that the database ends if we fall asleep in it: a frozen machine keeps no rows locked."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            limit(idle_in_transaction_session_timeout=settings.RUN_LEASE / 2)
        yield


def limit(**seconds: float) -> None:
    """Time limits of the database, by their own names, until the transaction ends."""
    with connection.cursor() as cursor:
        for name, value in seconds.items():
            cursor.execute("SELECT set_config(%s, %s, true)", [name, f"{int(1000 * value)}ms"])


def hold(run: Run) -> None:
    """Lock the family's first row until the transaction ends. Take it before any other lock on its rows."""
    Run.objects.select_for_update(no_key=True).filter(pk=run.root_id or run.pk).values_list("pk").first()


def in_language_of(run: Run) -> AbstractContextManager[None]:
    """Words for the person who asked, whoever speaks."""
    return translation.override(run.language)


def ring_after_commit(runs: Iterable[Run]) -> None:
    found = list(runs)
    if found:
        transaction.on_commit(lambda: bell.ring(found))


def ended(run: Run) -> None:
    """`run` has just come to its end in this transaction."""
    announce(run)
    if run.state == State.DONE:
        ring_after_commit(run.before.ready())
    else:
        _pull_down(run)
    if run.parent_id:
        settle(Run.objects.get(pk=run.parent_id))


def settle(parent: Run) -> None:
    """End a run that waits for those it split off if the last has ended; else say how far they are."""
    children = Run.objects.filter(parent=parent)
    carried = Run.objects.carried().filter(pk=parent.pk)
    cause = children.filter(state__in=Run.FELL).order_by(_own_fault_first(), "ended_at").first()
    facts = {"note": why(parent, cause), "error_code": DEPENDENCY_FAILED} if cause else {}
    if children.unfinished().exists():
        if carried.update(percent=_percent(children), **facts):
            announce(parent)
        return
    state = State.DONE if cause is None else _state_after(cause)
    percent = {"percent": 100} if cause is None else {}
    if carried.update(state=state, **facts, **percent, **ENDED):
        parent.refresh_from_db()
        ended(parent)


def end_waiting(run: Run, words: str, code: str) -> bool:
    """Fail a run that never started. False if it did meanwhile."""
    facts = {"state": State.FAILED, "note": words[:NOTE], "error_code": code}
    if not Run.objects.waiting().filter(pk=run.pk).update(**facts, **ENDED):
        return False
    run.refresh_from_db()
    ended(run)
    return True


def cancel(run: Run, words: str) -> int:
    """End the whole family now; how many runs that ended. Whoever works on one learns at the next write."""
    hold(run)
    family = Run.objects.family_of(run)
    count = family.unfinished().update(state=State.CANCELLED, note=words[:NOTE], **ENDED)
    announce(run)
    return count


def _pull_down(cause: Run) -> None:
    """Whoever needs a run that fell cannot start, and whoever it split off is not needed any more."""
    above, seen = [cause.pk], {cause.pk}
    while above:
        related = Run.objects.unfinished().filter(Q(after__in=above) | Q(parent__in=above))
        rows = list(related.exclude(pk__in=seen).distinct())
        for row in rows:
            Run.objects.unfinished().filter(pk=row.pk).update(
                state=State.FAILED, error_code=DEPENDENCY_FAILED, note=why(row, cause), **ENDED
            )
            announce(row)
        above = [row.pk for row in rows]
        seen.update(above)
    for parent in Run.objects.filter(children__in=seen - {cause.pk}).exclude(pk__in=seen).distinct():
        settle(parent)


def _state_after(cause: Run) -> str:
    return State.NEEDS_REVIEW if cause.state == State.NEEDS_REVIEW else State.FAILED


def why(run: Run, cause: Run) -> str:
    """Who fell and what it said, in the words of `run`'s reader."""
    with in_language_of(run):
        who = label_of(cause.maker, run.language)
        return (_("%(who)s: %(why)s") % {"who": who, "why": cause.note})[:NOTE]


def _own_fault_first() -> Case:
    by_another = When(error_code=DEPENDENCY_FAILED, then=Value(1))
    return Case(by_another, default=Value(0), output_field=IntegerField())


def _percent(children) -> int:
    total = children.count()
    return 100 * (total - children.unfinished().count()) // total
