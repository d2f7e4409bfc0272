"""One started program: its pid file, its log, its end."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from sparklio.embedded.home import Account

LEASH = Path(__file__).with_name("leash.py")
LOG_BYTES = 5_000_000


def started_at(pid: int) -> str | None:
    """When process `pid` began, as a string to compare (never to read); None if there is no such process."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return None if fields[0] == "Z" else fields[19]
    except (FileNotFoundError, ProcessLookupError):
        if Path("/proc/self/stat").exists():
            return None
    asked = subprocess.run(
        ["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return asked.stdout.strip() or None


def leashed(command: Sequence[str], account: Account, lost: signal.Signals = signal.SIGKILL) -> list[str]:
    """`command` run as `account`, and ended by the kernel with `lost` when we are."""
    leash = [sys.executable, "-I", "-S", str(LEASH), str(os.getpid()), str(int(lost))]
    return [*leash, str(account.uid), str(account.gid), *command]


@dataclass
class Child:
    """A program to start, watch and end.

    log     where its words go; None: to the terminal
    ending  the signal that asks it to end
    lost    the signal the kernel sends it when we are killed (Linux)
    """

    name: str
    command: Sequence[str]
    env: Mapping[str, str]
    run: Path
    log: Path | None
    account: Account = field(default_factory=Account)
    cwd: Path | None = None
    ending: signal.Signals = signal.SIGTERM
    lost: signal.Signals = signal.SIGKILL
    popen: subprocess.Popen[bytes] | None = None
    asked: bool = False

    @property
    def pid_file(self) -> Path:
        return self.run / f"{self.name}.pid"

    @property
    def alive(self) -> bool:
        return self.popen is not None and self.popen.poll() is None

    def start(self) -> None:
        """Begin, in a session of its own (Ctrl-C is for us alone) and on the leash."""
        self.asked = False
        command = leashed(self.command, self.account, self.lost)
        if self.log:
            rotate(self.log)
        with self.log.open("ab") if self.log else nullcontext() as log:
            self.popen = subprocess.Popen(
                command,
                env=dict(self.env),
                cwd=self.cwd,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.pid_file.write_text(json.dumps({"pid": self.popen.pid, "started": started_at(self.popen.pid)}))

    def ask_to_end(self) -> None:
        """Once: a second asking means «drop everything» to some."""
        if self.popen and self.alive and not self.asked:
            self.popen.send_signal(self.ending)
            self.asked = True

    def end(self, patience: float = 10) -> bool:
        """Ask, wait `patience` seconds, then kill it and its whole group. True if it went by itself."""
        if self.popen is None:
            return True
        self.ask_to_end()
        try:
            self.popen.wait(patience)
            went = True
        except subprocess.TimeoutExpired:
            went = False
        end_group(self.popen.pid)
        self.popen.wait()
        self.pid_file.unlink(missing_ok=True)
        return went

    def last_words(self, lines: int = 8) -> str:
        """The end of its log, for the person who must find out why it died."""
        written = self.log.read_text(errors="replace") if self.log and self.log.exists() else ""
        return "\n".join(written.splitlines()[-lines:])


def end_group(pid: int) -> None:
    """Kill what is left of the process group that `pid` led."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return


def reap(run: Path, patience: float = 10) -> list[str]:
    """End what a killed start left behind; only if pid and start time are the ones that were written down."""
    ended = []
    for file in sorted(run.glob("*.pid")):
        try:
            noted = json.loads(file.read_text())
        except ValueError:  # killed while writing it
            noted = {}
        pid, name = noted.get("pid"), file.stem
        if pid and noted.get("started") and started_at(pid) == noted["started"]:
            os.kill(pid, signal.SIGINT if name == "postgres" else signal.SIGTERM)
            deadline = time.monotonic() + patience
            while started_at(pid) == noted["started"] and time.monotonic() < deadline:
                time.sleep(0.05)
            end_group(pid)
            ended.append(name)
        file.unlink(missing_ok=True)
    return ended


def rotate(log: Path, keep: int = 3) -> None:
    """Copy a log that has grown long aside and empty it.

    It is not renamed: its writer holds it open for appending, and goes on at the top.
    """
    if not log.exists() or log.stat().st_size < LOG_BYTES:
        return
    for number in range(keep - 1, 0, -1):
        older = log.with_name(f"{log.name}.{number}")
        if older.exists():
            older.replace(log.with_name(f"{log.name}.{number + 1}"))
    shutil.copyfile(log, log.with_name(f"{log.name}.1"))
    with log.open("r+b") as file:
        file.truncate(0)
