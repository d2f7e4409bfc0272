"""The keeper: signs the worker's life into the book, sweeps, and writes down what a dead slot could not."""

import logging
import signal
import time
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import translation
from django.utils.translation import gettext as _

from agents import nodes
from agents.lease import LOST_LINE, Lease, LeaseLost
from agents.models import Run
from agents.sweeper import sweep
from agents.worker.wire import Wire

log = logging.getLogger(__name__)
SIGN_EVERY = 10  # seconds


class Keeper:
    """Orders come over the wire: {"do": "hand_on" | "time_out", "token", …}; tried until done."""

    def __init__(self, wire: Wire, *, name: str, can: Sequence[str], pid: int, first: bool):
        self.wire, self.wish, self.can, self.pid, self.first = wire, name, list(can), pid, first
        self.name = ""
        self.orders: list[dict[str, Any]] = []
        self.sign_at = self.sweep_at = 0.0

    def work(self) -> int:
        """Until the foreman hangs up. The exit code."""
        signal.signal(
            signal.SIGTERM, signal.SIG_IGN
        )  # some tell a whole group to end; slots may still need us
        while not self.wire.closed or self.orders:
            try:
                if not self.name:
                    self._enlist()
                while self.orders:
                    self._obey(self.orders[0])
                    self.wire.send(obeyed=self.orders.pop(0)["token"])
                self._keep_time()
                pause = min(self.sign_at, self.sweep_at) - time.monotonic()
            except LOST_LINE as error:
                log.warning("the database is away: %s", error)
                connection.close()
                pause = 0.5
            except Exception:
                log.exception("the keeper stumbled")
                connection.close()
                pause = 5.0
            if self.wire.closed:
                time.sleep(min(0.2, pause))
            self.orders += self.wire.read(pause)
        try:
            nodes.leave(self.name)
        except LOST_LINE as error:
            log.warning("the database is away: %s; nobody signed off", error)
        return 0

    def _enlist(self) -> None:
        """Sign in. What is held under our name before we hired anybody was left by a worker that died."""
        node = nodes.enlist(name=self.wish, can=self.can, pid=self.pid)
        held = Run.objects.filter(node=node.name, state=Run.State.RUNNING, lease_token__isnull=False)
        for run in held if self.first else ():
            log.warning("%s: left behind by the worker before us", run)
            self._obey({"do": "hand_on", "token": run.lease_token, "crashed": True})
        self.name = node.name
        self.sign_at = time.monotonic() + SIGN_EVERY
        self.wire.send(name=self.name)

    def _keep_time(self) -> None:
        now = time.monotonic()
        if now >= self.sign_at:
            nodes.sign_of_life(self.name)
            self.sign_at = now + SIGN_EVERY
        if now >= self.sweep_at:
            self.sweep_at = now + (settings.SWEEP_EVERY or float("inf"))
            sweep()

    def _obey(self, order: dict[str, Any]) -> None:
        run = Run.objects.filter(state=Run.State.RUNNING, lease_token=order["token"]).first()
        if run is None:
            return  # it ended in order before its slot did
        try:
            if order["do"] == "hand_on":
                Lease(run).hand_on(crashed=order["crashed"])
            else:
                with translation.override(run.language):
                    words = _("This took longer than %(seconds)d seconds and was stopped.")
                Lease(run).fail(words % {"seconds": order["seconds"]}, code="AGENT_TIMEOUT")
        except LeaseLost as lost:
            log.info("%s", lost)
