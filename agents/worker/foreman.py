"""The foreman: hires keeper and slots, replaces who dies, stops what takes too long, goes home in order."""

import logging
import os
import select
import signal
import socket
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from agents.worker import warm
from agents.worker.fork import fork
from agents.worker.keeper import Keeper
from agents.worker.slot import Slot
from agents.worker.wire import Wire
from sparklio.capabilities import CAPABILITIES

log = logging.getLogger(__name__)

LOST_GRACE = 20  # seconds that work may go on after its lease was lost
FAREWELL = 3  # seconds that the keeper gets for the last entries
LONGEST_PAUSE = 10  # seconds before the next one is hired where the last ones never came to work


@dataclass
class Child:
    """A process that was hired.

    can    empty for the keeper
    token  of the lease that it holds or tries to get
    run    what it is at, for at most `seconds`, until `until`
    """

    pid: int
    wire: Wire
    can: list[str]
    token: str = ""
    run: str = ""
    seconds: int = 0
    until: float = float("inf")
    came_to_work: bool = False


class Foreman:
    """One `work` command.

    slots  how many runs at a time, besides those with a slot of their own
    grace  seconds that runs get to end when we are asked to
    """

    def __init__(self, *, name: str, can: Sequence[str], slots: int, grace: float, burst: bool):
        self.name, self.can, self.grace, self.burst = name, list(can), grace, burst
        own = [[word] for word in can if CAPABILITIES[word].own_slot]
        rest = [word for word in can if not CAPABILITIES[word].own_slot]
        self.lanes = own + ([rest] * slots if rest else [])
        self.node = ""
        self.keeper: Child | None = None
        self.slots: dict[int, Child] = {}
        self.owed: dict[str, dict[str, Any]] = {}  # orders that the keeper has not confirmed
        self.to_hire: list[tuple[float, list[str]]] = []
        self.pauses: dict[str, float] = {}
        self.stop_at: float | None = None
        self.bell, self.clapper = socket.socketpair()

    def work(self) -> int:
        """The whole life. The exit code."""
        warm.before_forking()
        self._hear_signals()
        self.keeper = self._hire_keeper()
        self.to_hire = [(0.0, lane) for lane in self.lanes]
        while self.slots or (self.to_hire and self.stop_at is None):
            self._listen()
            self._bury()
            self._watch_the_clock()
            self._hire()
        return self._go_home()

    # Hiring -------------------------------------------------------------------------------------------

    def _hire_keeper(self) -> Child:
        def main(wire: Wire) -> int:
            name = self.node or self.name
            return Keeper(wire, name=name, can=self.can, pid=foreman, first=not self.node).work()

        foreman = os.getpid()
        child = Child(*fork("keeper", main, forget=self._wires()), can=[])
        for order in self.owed.values():
            child.wire.send(**order)
        return child

    def _hire(self) -> None:
        """Slots that are due, as soon as the keeper has told our name."""
        if not self.node or self.stop_at is not None:
            return
        now = time.monotonic()
        for due in [due for due in self.to_hire if due[0] <= now]:
            self.to_hire.remove(due)
            pid, wire = fork("slot", partial(self._slot, due[1]), forget=self._wires())
            self.slots[pid] = Child(pid, wire, due[1])
            if self.stop_at is not None:  # asked to stop while we were forking
                send(pid, signal.SIGTERM)

    def _slot(self, can: list[str], wire: Wire) -> int:
        return Slot(wire, node=self.node, can=can, burst=self.burst).work()

    def _wires(self) -> list[Wire]:
        return [child.wire for child in [*self.slots.values(), *([self.keeper] if self.keeper else [])]]

    # Watching -----------------------------------------------------------------------------------------

    def _hear_signals(self) -> None:
        self.bell.setblocking(False)
        self.clapper.setblocking(False)
        signal.set_wakeup_fd(self.clapper.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._stop())

    def _stop(self) -> None:
        """The first time runs may end; the second time they are handed back at once."""
        now = time.monotonic()
        self.stop_at = now if self.stop_at is not None else now + self.grace
        for pid in self.slots:
            send(pid, signal.SIGTERM)

    def _listen(self) -> None:
        """Sleep until something happens."""
        now = time.monotonic()
        clocks = [now + 60, *(child.until for child in self.slots.values())]
        if self.stop_at is not None:
            clocks += [self.stop_at] if self.stop_at > now else []
        elif self.node:
            clocks += [when for when, _ in self.to_hire]
        pause = max(0.0, min(clocks) - now)
        ears: list[Any] = [self.bell, *(wire for wire in self._wires() if not wire.closed)]
        readable = select.select(ears, [], [], pause)[0]
        if self.bell in readable:
            self.bell.recv(4096)
        for child in self._children():
            if child.wire in readable:
                for message in child.wire.read():
                    self._hear(child, message)

    def _hear(self, child: Child, message: dict[str, Any]) -> None:
        now = time.monotonic()
        if "trying" in message:
            child.token, child.came_to_work = message["trying"], True
        elif "begin" in message:
            child.run, child.seconds = message["begin"], message["seconds"]
            child.until = now + child.seconds
        elif "end" in message:
            child.token, child.run, child.until = "", "", float("inf")
        elif message.get("lost") == child.token:
            child.until = min(child.until, now + LOST_GRACE)
        elif "name" in message:
            self.node = message["name"]
        elif "obeyed" in message:
            self.owed.pop(message["obeyed"], None)

    def _children(self) -> list[Child]:
        return [*self.slots.values(), *([self.keeper] if self.keeper else [])]

    def _watch_the_clock(self) -> None:
        now = time.monotonic()
        for child in list(self.slots.values()):
            if child.until <= now:
                log.error("run %s took too long; its slot is killed", child.run)
                self._order("time_out", child, seconds=child.seconds)
                send(child.pid, signal.SIGKILL)
            elif self.stop_at is not None and self.stop_at <= now:
                self._order("hand_on", child, crashed=False)
                send(child.pid, signal.SIGKILL)

    def _order(self, what: str, child: Child, **details: Any) -> None:
        """Have the keeper write how the run of `child` goes on."""
        token, child.token, child.until = child.token, "", float("inf")
        if not token:
            return
        order = {"do": what, "token": token, **details}
        self.owed[token] = order
        if self.keeper:
            self.keeper.wire.send(**order)

    def _bury(self) -> None:
        """Whoever has died: its run goes on elsewhere, its place is filled."""
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            if self.keeper and pid == self.keeper.pid:
                log.error("the keeper died (%s) and is replaced", os.waitstatus_to_exitcode(status))
                self.keeper.wire.close()
                self.keeper = None
                self.keeper = self._hire_keeper()
            elif pid in self.slots:
                self._replace(self.slots.pop(pid), os.waitstatus_to_exitcode(status))

    def _replace(self, child: Child, code: int) -> None:
        for message in child.wire.drain():
            self._hear(child, message)
        child.wire.close()
        if child.run:
            log.error("a slot died (%s) over run %s", code, child.run)
        self._order("hand_on", child, crashed=True)
        if self.stop_at is not None or (self.burst and code == 0):
            return
        lane = ",".join(child.can)
        pause = 0.0 if child.came_to_work else min(LONGEST_PAUSE, 0.5 + 2 * self.pauses.get(lane, 0.0))
        self.pauses[lane] = pause
        self.to_hire.append((time.monotonic() + pause, child.can))

    def _go_home(self) -> int:
        """Let the keeper write what it owes and sign us off."""
        keeper = self.keeper
        if keeper is None:
            return 1
        with suppress(OSError):  # it is gone already
            keeper.wire.end.shutdown(socket.SHUT_WR)
        deadline = time.monotonic() + FAREWELL
        while time.monotonic() < deadline:
            if os.waitpid(keeper.pid, os.WNOHANG)[0]:
                return 0
            keeper.wire.read(0.05)
        send(keeper.pid, signal.SIGKILL)
        os.waitpid(keeper.pid, 0)
        return 1


def send(pid: int, number: signal.Signals) -> None:
    """A signal to a child of ours, which may have died this moment."""
    with suppress(ProcessLookupError):
        os.kill(pid, number)
