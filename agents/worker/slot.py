"""A slot: one process that does runs, one after the other, and stays warm between them."""

import logging
import os
import signal
import time
import uuid
from collections.abc import Sequence
from functools import partial
from types import FrameType

from django.db import connection

from agents import bell
from agents.jobs import carry_out
from agents.lease import LOST_LINE, Lease, claim
from agents.worker import warm
from agents.worker.presence import Presence
from agents.worker.wire import Wire
from sparklio.capabilities import CAPABILITIES

log = logging.getLogger(__name__)
LOOK_EVERY = 5.0  # seconds after which it looks into the book even if no bell rang


class Dismissed(BaseException):
    """Raised into a nap when the foreman says goodnight."""


class Slot:
    """Does runs that need one of `can`, until dismissed; in a burst until none is left."""

    def __init__(self, wire: Wire, *, node: str, can: Sequence[str], burst: bool):
        self.wire, self.node, self.can, self.burst = wire, node, list(can), burst
        self.foreman = os.getppid()
        self.presence = Presence(f"{node}.{os.getpid()}", can)
        self.dismissed = self.napping = False
        self.rung: str | None = None

    def work(self) -> int:
        """The exit code."""
        signal.signal(signal.SIGTERM, self._dismiss)
        warm.in_slot(self.can, own=any(CAPABILITIES[word].own_slot for word in self.can))
        try:
            while not self.dismissed and os.getppid() == self.foreman:
                lease = self._claim()
                if lease is not None:
                    self._do(lease)
                elif self.burst:
                    break
                else:
                    self._nap()
        except Dismissed:
            log.debug("dismissed while napping")
        self.presence.end()
        return 0

    def _claim(self) -> Lease | None:
        token = uuid.uuid4()
        self.wire.send(
            trying=str(token)
        )  # before the claim: if we die right after it, the foreman knows of what
        try:
            lease = claim(self.can, node=self.node, token=token)
        except LOST_LINE as error:
            log.warning("the database is away: %s", error)
            connection.close()
            time.sleep(0.5)
            return None
        if lease is not None:
            lease.on_lost = partial(self._lost, str(token))
            if str(lease.run.pk) != self.rung:
                bell.hush(str(lease.run.pk), lease.run.needs)
        return lease

    def _lost(self, token: str) -> None:
        self.wire.send(lost=token)

    def _do(self, lease: Lease) -> None:
        run = lease.run
        seconds = CAPABILITIES[run.needs].timeout
        self.wire.send(begin=str(run.pk), seconds=seconds)
        try:
            carry_out(lease)
        except Exception:
            log.exception("%s broke", run)
        self.wire.send(end=str(run.pk))
        if connection.errors_occurred:
            connection.close()
        if warm.is_too_big():
            log.info("this slot has grown too big and is replaced")
            self.dismissed = True

    def _nap(self) -> None:
        self.presence.show()
        try:
            self.napping = True
            if not self.dismissed:
                self.rung = bell.wait(self.can, LOOK_EVERY)
        finally:
            self.napping = False

    def _dismiss(self, number: int, frame: FrameType | None) -> None:
        self.dismissed = True
        if self.napping:
            raise Dismissed
