"""A storm: orders come in over HTTP while somebody kills workers and web at random."""

import os
import random
import signal
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from tests.chaos.house import House, children_of, eventually

UNFINISHED = ("queued", "waiting_node", "running")
LEAD = 2  # kills that orders may run ahead of
FAMILY = 5  # a planner and its four steps
WORKERS = ("north", "south")
VICTIMS = {"slot": 10, "keeper": 2, "foreman": 3, "web": 5}


@dataclass
class Storm:
    """runs: how many, families included; kills: how many at least."""

    house: House
    runs: int
    kills: int
    seed: int
    ms: int = 250
    counts: Counter[str] = field(default_factory=Counter)
    orders: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)  # run → maker, order
    cancelled: dict[str, str] = field(default_factory=dict)  # run → when it was final
    struck: list[tuple[str, int, float]] = field(default_factory=list)  # run, attempt, when its holder died

    def __post_init__(self):
        self.dice = random.Random(self.seed)
        self.aimed = 0

    def rage(self) -> None:
        """Everything at once, until every order is taken and every kill done; then wait for the calm."""
        self._revive()
        plan = self._plan()
        with ThreadPoolExecutor(6) as pool:
            killing = pool.submit(self._kill)
            taken = [pool.submit(self._order, number / len(plan), *each) for number, each in enumerate(plan)]
            for each in taken:
                each.result()
            killing.result()
        self._revive()
        unfinished = "SELECT 1 FROM agents_run WHERE state IN ('queued', 'waiting_node', 'running') LIMIT 1"
        eventually("the storm is over", lambda: not self.house.rows(unfinished), patience=240)

    # Orders -------------------------------------------------------------------------------------------

    def _plan(self) -> list[tuple[str, str, int, dict[str, Any], float | None]]:
        """key, maker, priority, order, seconds after which it is called off (if at all)."""
        families = self.runs // 3 // FAMILY
        makers = ["planner"] * families + ["counting"] * (self.runs - FAMILY * families)
        self.dice.shuffle(makers)
        plan = []
        for number, maker in enumerate(makers):
            order = {"steps": self.dice.randint(1, 3), "ms": self.dice.randint(0, 2 * self.ms)}
            off = self.dice.uniform(0, 2) if self.dice.random() < 0.06 else None
            plan.append((f"{self.seed}:{number}", maker, self.dice.randint(0, 2), order, off))
        return plan

    def _order(
        self, share: float, key: str, maker: str, priority: int, order: dict[str, Any], off: float | None
    ) -> None:
        while self.aimed < share * self.kills:  # so that there is always work to be struck
            time.sleep(0.02)
        run = self.house.order(maker, key, priority=priority, **order)
        self.orders[run] = (maker, order)
        self.counts["acknowledged"] += 1
        if self.dice.random() < 0.1:  # the same order again, as after a lost answer
            assert self.house.order(maker, key, priority=priority, **order) == run
            self.counts["repeated"] += 1
        if off is not None:
            time.sleep(off)
            answer = self.house.insist("/cancel", run=run)
            if answer.get("ended"):
                self.cancelled[run] = answer["at"]
                self.counts["called off"] += 1

    # Kills --------------------------------------------------------------------------------------------

    def _kill(self) -> None:
        names, weights = list(VICTIMS), list(VICTIMS.values())
        while self.killed < self.kills:
            time.sleep(self.dice.uniform(0.05, 0.4))
            self._revive()
            self.aimed = self.killed + LEAD
            victim = self.dice.choices(names, weights)[0]
            if getattr(self, f"_kill_{victim}")():
                self.counts[f"killed {victim}"] += 1

    @property
    def killed(self) -> int:
        return sum(self.counts[f"killed {name}"] for name in VICTIMS)

    def _kill_slot(self) -> bool:
        return self._kill_child("slot")

    def _kill_keeper(self) -> bool:
        return self._kill_child("keeper")

    def _kill_child(self, kind: str) -> bool:
        name = self.dice.choice(WORKERS)
        children = children_of(self.house.processes[name].pid, kind)
        if not children:
            return False
        if kind == "slot":
            self._note_the_struck(name)
        with suppress(ProcessLookupError):
            os.kill(self.dice.choice(children), signal.SIGKILL)
            return True
        return False

    def _kill_foreman(self) -> bool:
        """One that has come to work: to kill who is still waking up proves nothing."""
        name = self.dice.choice(WORKERS)
        if len(children_of(self.house.processes[name].pid)) < 2:
            return False
        self._note_the_struck(name)
        self.house.kill(name)
        time.sleep(self.dice.uniform(0, 0.5))
        self.house.worker(name)
        return True

    def _kill_web(self) -> bool:
        web = self.house.processes["web"]
        if self.dice.random() < 0.2:
            self.house.kill("web")
            self._let_orphans_go()
            self.house.web()
            return True
        children = children_of(web.pid)
        if not children:
            return False
        with suppress(ProcessLookupError):
            os.kill(self.dice.choice(children), signal.SIGKILL)
            return True
        return False

    def _let_orphans_go(self) -> None:
        """gunicorn's workers notice by themselves that their master is gone; then the port is free again."""
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            with suppress(OSError):
                self.house.ask("/start", key="", maker="nobody")
                time.sleep(0.1)
                continue
            return

    def _note_the_struck(self, name: str) -> None:
        """What the victim holds; waits a moment for it to hold something, for idle hands lose nothing."""
        held = "SELECT id, attempt, extract(epoch FROM clock_timestamp())::float AS at FROM agents_run"
        held += " WHERE node = %s AND state = 'running' AND lease_token IS NOT NULL"
        deadline = time.monotonic() + 1
        while not (rows := self.house.rows(held, name)) and time.monotonic() < deadline:
            time.sleep(0.01)
        self.struck += [(str(row["id"]), row["attempt"], row["at"]) for row in rows]

    def _revive(self) -> None:
        """Start who is not there: at first everybody, later a web that found its port still taken."""
        for name in [*WORKERS, "web"]:
            if not self.house.is_up(name):
                self.house.worker(name) if name in WORKERS else self.house.web()

    # The account --------------------------------------------------------------------------------------

    def account(self) -> dict[str, Any]:
        """What came of it all. Every list in it must be empty."""
        runs = {str(row["id"]): row for row in self.house.rows("SELECT * FROM agents_run")}
        effects = self.house.rows("SELECT run, step, at FROM chaos_effect")
        written = Counter((str(row["run"]), row["step"]) for row in effects)
        gaps = sorted(self._gaps())
        return {
            "runs": len(runs),
            "attempts": len(self.house.rows("SELECT 1 FROM chaos_attempt")),
            "states": dict(Counter(run["state"] for run in runs.values())),
            "lost": [run for run in self.orders if run not in runs],
            "unfinished": [pk for pk, run in runs.items() if run["state"] in UNFINISHED],
            "done twice": [key for key, times in written.items() if times > 1],
            "done in part": [pk for pk, run in runs.items() if is_partial(run, written)],
            "ended without a reason": [
                (pk, run["state"], run["note"]) for pk, run in runs.items() if not has_a_reason(run)
            ],
            "written after the end": [
                row for row in effects if str(row["at"]) > self.cancelled.get(str(row["run"]), "9999")
            ],
            "brought back": [run for run in self.cancelled if runs[run]["state"] != "cancelled"],
            "re-leased": len(gaps),
            "re-leased, seconds, p50": round(gaps[len(gaps) // 2], 2) if gaps else None,
            "re-leased, seconds, p95": round(gaps[len(gaps) * 19 // 20], 2) if gaps else None,
            "re-leased, seconds, most": round(gaps[-1], 2) if gaps else 0,
        }

    def _gaps(self) -> list[float]:
        """Seconds from the death of a holder to the next attempt at its run."""
        begun = self.house.rows("SELECT run, attempt, extract(epoch FROM at)::float AS at FROM chaos_attempt")
        at = {(str(row["run"]), row["attempt"]): row["at"] for row in begun}
        struck = [(run, attempt + 1, died) for run, attempt, died in set(self.struck)]
        return [at[run, following] - died for run, following, died in struck if (run, following) in at]


def is_partial(run: dict[str, Any], written: Counter[tuple[str, int]]) -> bool:
    """Done, but not every step has left its effect."""
    if run["maker"] != "counting" or run["state"] != "done":
        return False
    return any(not written[str(run["id"]), step] for step in range(run["order"]["steps"]))


def has_a_reason(run: dict[str, Any]) -> bool:
    """No maker here fails by itself: a run ends otherwise only by three deaths, or because another did."""
    if run["state"] == "needs_review":
        return run["crash_count"] == 3 or run["maker"] == "planner"
    return run["state"] != "failed" or run["error_code"] == "DEPENDENCY_FAILED"
