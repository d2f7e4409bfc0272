"""Holding a run: whoever has its token may write, nobody else (R-J3). Time is the database's (R-J5)."""

import logging
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.db import InterfaceError, OperationalError, connections
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from agents import family
from agents.live import announce
from agents.models import Run

log = logging.getLogger(__name__)
State = Run.State

SAY_EVERY = 0.1  # seconds between two notes about progress
CRASHES = 3  # then a person looks first
LOST_LINE = (OperationalError, InterfaceError)

# One statement, so that two workers cannot take one run, and committed when it returns. The inner query is a
# scalar without references outwards: it is evaluated once, however the plan looks. The commit does not wait
# for the disk: a claim that a crash of the database forgets is a run that is still queued.
CLAIM = """
UPDATE agents_run SET
    state = 'running', lease_token = %(token)s, lease_until = now() + make_interval(secs => %(seconds)s),
    attempt = attempt + 1, node = %(node)s, percent = 0, note = '', started_at = coalesce(started_at, now())
FROM (SELECT set_config('synchronous_commit', 'off', true)) quick
WHERE agents_run.id = (
    SELECT next.id FROM agents_run next
    WHERE next.state IN ('queued', 'waiting_node')
      AND next.needs = ANY(%(can)s)
      AND (%(only)s::uuid IS NULL OR next.id = %(only)s::uuid)
      AND (next.not_before IS NULL OR next.not_before <= now())
      AND (next.expires_at IS NULL OR next.expires_at > now())
      AND NOT EXISTS (
          SELECT FROM agents_run_after link JOIN agents_run forerunner ON forerunner.id = link.to_run_id
          WHERE link.from_run_id = next.id AND forerunner.state <> 'done'
      )
    ORDER BY next.priority, next.asked_at
    LIMIT 1
    FOR UPDATE SKIP LOCKED
)
RETURNING agents_run.*
"""


class LeaseLost(Exception):
    """The run belongs to somebody else now, or to nobody. Stop; nothing of yours is kept."""


class Cancelled(LeaseLost):
    """Somebody called the run off. Stop."""


def claim(
    can: Sequence[str],
    *,
    node: str,
    run_id: uuid.UUID | str | None = None,
    token: uuid.UUID | None = None,
) -> "Lease | None":
    """Hold the best run that may start: of what `can` names, the most urgent, of those the oldest.

    run_id  this run or none
    token   never used before; made here unless given
    """
    facts = {"token": token or uuid.uuid4(), "seconds": settings.RUN_LEASE}
    facts |= {"node": node, "can": list(can), "only": run_id}
    for run in Run.objects.raw(CLAIM, facts):
        announce(run)
        return Lease(run)
    return None


class Lease:
    """One run, held. The heartbeat is a thread of its own; everything else belongs to the one that works.

    on_lost  called from the heartbeat when the run turns out to be somebody else's
    """

    def __init__(self, run: Run, on_lost: Callable[[], None] = lambda: None):
        if run.lease_token is None:
            raise ValueError(f"{run} is not held.")
        self.run = run
        self.token = run.lease_token
        self.on_lost = on_lost
        self._said: tuple[int, str] = (0, "")
        self._said_at = 0.0
        self._unsaid = self._doubted = self._over = False
        self._saying = threading.Lock()
        self._wake = threading.Event()

    @property
    def mine(self):
        """The run's row, if it is still ours."""
        return Run.objects.filter(pk=self.run.pk, lease_token=self.token)

    # While working ------------------------------------------------------------------------------------

    def report(self, percent: int, note: str = "") -> None:
        """Say how far it is, 0 to 100. Written ten times a second at most; the last word always lands.

        note  what is being done, for the person who asked; empty: as before
        Raises Cancelled or LeaseLost.
        """
        self._said = max(0, min(100, int(percent))), (note or self._said[1])[: family.NOTE]
        self._unsaid = True
        soon = time.monotonic() - self._said_at < SAY_EVERY and not self._doubted
        # Never wait for the heartbeat here: it may be waiting for a transaction of ours.
        if soon or not self._saying.acquire(blocking=False):
            self._wake.set()
            return
        try:
            if not self._say():
                raise self._loss()
            self._doubted = False
        finally:
            self._saying.release()

    @contextmanager
    def guard(self) -> Iterator[Run]:
        """A transaction that commits only while the run is ours.

        Keep it short, and never around a call to another machine (R-P7): the heartbeat waits for it.
        Raises Cancelled or LeaseLost before anything in it.
        """
        with family.short():
            row = self.mine.select_for_update(no_key=True).first()
            if row is None:
                raise self._loss()
            yield row

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Extend the lease from a thread of its own for as long as the work in here takes."""
        thread = threading.Thread(target=self._keep, name=f"lease {self.run.pk}", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._over = True
            self._wake.set()
            thread.join(timeout=1)

    def extend(self) -> bool:
        """Ask for another RUN_LEASE seconds. False if the run is no longer ours."""
        return bool(self.mine.update(lease_until=Now() + timedelta(seconds=settings.RUN_LEASE)))

    # At the end ---------------------------------------------------------------------------------------

    def finish(self, result: dict | None) -> None:
        """Done, or, where it split off others, done with its own part: it ends with the last of them."""
        last_word = {"note": self._said[1]} if self._unsaid else {}
        with family.short():
            family.hold(self.run)
            if Run.objects.filter(parent=self.run).exists():
                self._move(result=result, lease_token=None, lease_until=None, **last_word)
                family.settle(self.run)
            else:
                self._move(result=result, state=State.DONE, percent=100, **last_word, **family.ENDED)
                family.ended(self.run)

    def fail(self, words: str, *, code: str, state: str = State.FAILED, **facts) -> None:
        """The end, with words for the person who asked."""
        with family.short():
            family.hold(self.run)
            self._move(state=state, note=words[: family.NOTE], error_code=code, **facts, **family.ENDED)
            family.ended(self.run)

    def hand_on(self, *, crashed: bool) -> None:
        """Give the run to another worker. `crashed`: it counts; after the third time a person looks first."""
        crashes = self.run.crash_count + crashed
        if crashes >= CRASHES:
            with family.in_language_of(self.run):
                words = _(
                    "This work broke its worker %(count)d times. Look into the log before you ask again."
                )
            words, review = words % {"count": crashes}, State.NEEDS_REVIEW
            return self.fail(words, code="EXECUTION_FAILED", state=review, crash_count=crashes)
        with family.short():
            self._move(state=State.QUEUED, crash_count=crashes, lease_token=None, lease_until=None)
            announce(self.run)
            family.ring_after_commit([self.run])

    # Inside -------------------------------------------------------------------------------------------

    def _move(self, **facts) -> None:
        if not self.mine.update(**facts):
            raise self._loss()
        for name in facts.keys() - family.ENDED.keys():
            setattr(self.run, name, facts[name])

    def _loss(self) -> LeaseLost:
        state = Run.objects.filter(pk=self.run.pk).values_list("state", flat=True).first()
        if state == State.CANCELLED:
            return Cancelled(f"{self.run} was called off.")
        return LeaseLost(f"{self.run} is no longer ours; it is {state or 'gone'}.")

    def _say(self) -> bool:
        """Write the last word; whoever calls this holds `_saying`. False if the run is no longer ours."""
        self._said_at, self._unsaid = time.monotonic(), False
        percent, note = self._said
        if not self.mine.update(percent=percent, note=note):
            return False
        announce(self.run)
        return True

    def _keep(self) -> None:
        """The heartbeat's life. It only doubts: that the run is lost is found out by whoever works on it."""
        due = time.monotonic() + settings.RUN_HEARTBEAT
        while not self._over:
            self._wake.wait(max(0.0, due - time.monotonic()))
            self._wake.clear()
            try:
                if self._unsaid and not self._over:
                    self._say_late()
                if time.monotonic() >= due:
                    due = time.monotonic() + settings.RUN_HEARTBEAT
                    self._doubt(self.extend())
            except LOST_LINE as error:
                log.warning("%s: no heartbeat: %s", self.run, error)
                connections.close_all()
                due = time.monotonic() + 1
        connections.close_all()

    def _say_late(self) -> None:
        time.sleep(max(0.0, self._said_at + SAY_EVERY - time.monotonic()))
        with self._saying:
            self._doubt(self._say())

    def _doubt(self, mine: bool) -> None:
        if not mine and not self._doubted and not self._over:
            self._doubted = True
            self.on_lost()
