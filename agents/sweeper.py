"""Puts right what a crash left: expired leases go on, bells ring again, runs that nobody can do say so.

Runs in every kind of process; the database lets one sweep at a time. Time is the database's (R-J5).
"""

import logging
import os
import random
import threading
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import OperationalError, connection, connections, transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce, Now
from django.utils.translation import gettext as _
from psycopg.errors import LockNotAvailable

from agents import family, nodes
from agents.lease import Lease
from agents.live import announce
from agents.models import Run

log = logging.getLogger(__name__)
State = Run.State

RING_AGAIN = 15  # seconds that a ready run waits before the bell rings again
AT_ONCE = 200  # rows of a kind in one sweep
LOCK_WAIT = 1  # seconds for a row that somebody else holds
LOCK = 0x53776565  # any number, so that nobody else's advisory lock is meant


def sweep() -> Counter[str]:
    """One round; what was put right, by name. Nothing if another process is at it."""
    done: Counter[str] = Counter()
    with family.short():
        family.limit(lock_timeout=LOCK_WAIT)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
            if not cursor.fetchone()[0]:
                return done
        done["leases returned"] = _each(_lapsed(), _return_lease)
        done["expired"] = _each(_too_late(), _expire)
        done["cannot start"] = _each(_stranded(), _strand)
        done["families settled"] = _each(_left_alone(), family.settle)
        done["waiting for a machine"], done["machine found"] = _match_machines()
        due = _due()
        Run.objects.filter(pk__in=[run.pk for run in due]).update(rung_at=Now())
        family.ring_after_commit(due)
        done["rung again"] = len(due)
        done["machines forgotten"] = nodes.forget_the_silent()
    return +done


def _each(rows: Iterable[Run], put_right) -> int:
    """Every row under its family's lock, looked at again there; one that somebody holds is left for later."""
    count = 0
    for row in rows:
        try:
            with transaction.atomic():
                family.hold(row)
                row.refresh_from_db()
                count += put_right(row) is not False
        except OperationalError as error:
            if not isinstance(error.__cause__, LockNotAvailable):
                raise
            log.info("%s is locked; the next sweep looks again", row)
    return count


def _lapsed():
    return Run.objects.filter(state=State.RUNNING, lease_token__isnull=False, lease_until__lt=Now())[:AT_ONCE]


def _return_lease(run: Run) -> bool:
    if not _lapsed_still(run):
        return False
    log.warning("%s: its worker %s is gone; another takes over", run, run.node)
    Lease(run).hand_on(crashed=True)
    return True


def _lapsed_still(run: Run) -> bool:
    """Locks the row: a heartbeat that comes now comes too late."""
    rows = Run.objects.filter(
        pk=run.pk, lease_token=run.lease_token, lease_until__lt=Now(), state=State.RUNNING
    )
    return run.lease_token is not None and rows.select_for_update(no_key=True).exists()


def _too_late():
    return Run.objects.waiting().filter(expires_at__lt=Now())[:AT_ONCE]


def _expire(run: Run) -> bool:
    with family.in_language_of(run):
        words = _("No machine could start this in time. Ask again when one is free.")
    return family.end_waiting(run, words, "AGENT_TIMEOUT")


def _stranded():
    """Waiting for a run that fell: it fell while this one was being asked."""
    return Run.objects.waiting().filter(after__state__in=Run.FELL).distinct()[:AT_ONCE]


def _strand(run: Run) -> bool:
    cause = run.after.filter(state__in=Run.FELL).first()
    return cause is not None and family.end_waiting(run, family.why(run, cause), family.DEPENDENCY_FAILED)


def _left_alone():
    working = Run.objects.unfinished().filter(parent=OuterRef("pk"))
    return Run.objects.carried().exclude(Exists(working))[:AT_ONCE]


def _match_machines() -> tuple[int, int]:
    """Say which runs wait for a machine that is not there, and which no longer do."""
    able = nodes.live_capabilities()
    hopeless = _moved(_long_waiting().filter(state=State.QUEUED).exclude(needs__in=able), State.WAITING_NODE)
    hopeful = _moved(Run.objects.filter(state=State.WAITING_NODE, needs__in=able), State.QUEUED)
    family.ring_after_commit(hopeful)
    return len(hopeless), len(hopeful)


def _moved(rows, state: str) -> list[Run]:
    found = list(rows.select_for_update(skip_locked=True, no_key=True)[:AT_ONCE])
    Run.objects.filter(pk__in=[run.pk for run in found]).update(state=state)
    for run in found:
        announce(run)
    return found


def _due() -> list[Run]:
    """Ready, and nobody came: the bell was lost, or everybody is busy."""
    rows = _long_waiting().filter(Q(not_before=None) | Q(not_before__lte=Now()), state=State.QUEUED)
    free = rows.select_for_update(skip_locked=True, no_key=True, of=("self",))
    return list(free.order_by("priority", "asked_at")[:AT_ONCE])


def _long_waiting():
    since = Coalesce("rung_at", "asked_at")
    return Run.objects.ready().alias(since=since).filter(since__lt=Now() - timedelta(seconds=RING_AGAIN))


class Sweeper(threading.Thread):
    """Sweeps every SWEEP_EVERY seconds for as long as the process lives."""

    def __init__(self) -> None:
        super().__init__(name="sweeper", daemon=True)
        self.pid = os.getpid()
        self.ending = threading.Event()

    def run(self) -> None:
        pause = random.uniform(0, 1)  # soon: whoever is killed often would else never come to it
        while not self.ending.wait(pause):
            pause = settings.SWEEP_EVERY
            try:
                sweep()
            except Exception:
                log.exception("the sweep broke; the next one is in %d s", pause)
            connections.close_all()


_sweeper: Sweeper | None = None


def start_sweeper() -> None:
    """Have this process sweep. Call it in the process that serves, after any fork. SWEEP_EVERY=0: never."""
    global _sweeper
    if settings.SWEEP_EVERY and (_sweeper is None or _sweeper.pid != os.getpid()):
        _sweeper = Sweeper()
        _sweeper.start()
