"""Keeps the studio's programs running: starts again what dies, says so, and ends all of it in order."""

import threading
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from sparklio.embedded.child import Child, rotate
from sparklio.embedded.progress import say

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
CALM_SECONDS = 60  # having run that long, a death is a new story
LOG_CHECK_SECONDS = 30
PATIENCE_SECONDS = 10


@dataclass
class Kept:
    """A child with its history. begin: how it is started; servers wait until they answer."""

    begin: Callable[[], Child]
    child: Child
    began: float = 0.0
    pause: float = FIRST_PAUSE
    again_at: float | None = None


class Supervisor:
    """The programs that are kept running."""

    def __init__(self) -> None:
        self.kept: list[Kept] = []
        self.stopping = threading.Event()

    def keep(self, begin: Callable[[], Child]) -> Child:
        """Start one and look after it from now on."""
        kept = Kept(begin, begin(), time.monotonic())
        self.kept.append(kept)
        return kept.child

    def watch(self) -> None:
        """Stay until `stopping` is set."""
        logs_at = 0.0
        while not self.stopping.wait(0.2):
            now = time.monotonic()
            for kept in self.kept:
                self.look_after(kept, now)
            if now > logs_at + LOG_CHECK_SECONDS:
                logs_at = now
                for kept in self.kept:
                    if kept.child.log:
                        rotate(kept.child.log)

    def look_after(self, kept: Kept, now: float) -> None:
        child = kept.child
        if kept.again_at is None:
            if child.alive:
                return
            code = child.popen.returncode if child.popen else None
            child.end(0)  # its group may have left something
            kept.pause = (
                FIRST_PAUSE if now - kept.began > CALM_SECONDS else min(kept.pause * 2, LONGEST_PAUSE)
            )
            kept.again_at = now + kept.pause
            name, pause = child.name, f"{kept.pause:g}"
            say(
                f"  {name}: 끝났습니다 (코드 {code}). {pause}초 뒤 다시 시작합니다. 기록: {child.log}",
                f"  {name} ended (code {code}). It is started again in {pause} s. Log: {child.log}",
            )
        elif now >= kept.again_at:
            kept.again_at = None
            kept.began = now
            try:
                kept.child = kept.begin()
            except Exception as problem:  # whatever it is, the others go on and the next try comes
                say(f"  {child.name}: {problem}", f"  {child.name}: {problem}")

    def end(self, order: Sequence[Collection[str]] = ()) -> list[str]:
        """End all: group after group, a group at the same time, then the rest, last started first.

        Gives the names of those that had to be killed.
        """
        named = [[kept.child for kept in self.kept if kept.child.name in group] for group in order]
        rest = [kept.child for kept in reversed(self.kept) if not any(kept.child in group for group in named)]
        killed = []
        for group in [*named, *([child] for child in rest)]:
            for child in group:
                child.ask_to_end()
            killed += [child.name for child in group if not child.end(PATIENCE_SECONDS)]
        self.kept.clear()
        return killed
