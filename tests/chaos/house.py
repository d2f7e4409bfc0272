"""A whole house to break: throw-away servers, workers, a web; and the book, read from outside."""

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import dict_row
from redis import Redis

from sparklio.embedded.home import Home, free_port
from sparklio.embedded.postgres import Postgres
from sparklio.embedded.valkey import Valkey

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds: this machine may have other things to do


def eventually(what: str, true: Callable[[], Any], patience: float = PATIENCE) -> Any:
    """Wait until `true()`; its value. Fails with `what`."""
    deadline = time.monotonic() + patience
    while not (found := true()):
        assert time.monotonic() < deadline, f"not within {patience:.0f} s: {what}"
        time.sleep(0.05)
    return found


class House:
    """Servers and processes, all ours; `close` ends every one of them."""

    def __init__(self, folder: Path, **seconds: float):
        self.home = Home(folder).prepare()
        self.seconds = seconds
        self.postgres, self.valkey = Postgres(self.home, durable=False, connections=200), Valkey(self.home)
        self.servers = {"valkey": self.valkey.start(), "postgres": self.postgres.start()}
        self.processes: dict[str, subprocess.Popen] = {}
        self.port = free_port()
        self.manage("migrate", "--run-syncdb", "-v", "0")
        self.manage("shell", "-v", "0", "-c", FURNISH)

    @property
    def environment(self) -> dict[str, str]:
        names = {"lease": "CHAOS_LEASE", "heartbeat": "CHAOS_HEARTBEAT", "sweep": "CHAOS_SWEEP"}
        return {
            **os.environ,
            **{names[name]: str(value) for name, value in self.seconds.items()},
            "DATABASE_URL": self.postgres.url,
            "REDIS_URL": self.valkey.url,
            "SECRET_KEY": "chaos",
            "SPARKLIO_HOME": str(self.home.root),
            "DJANGO_SETTINGS_MODULE": "tests.chaos.settings",
            "MODEL_NAME": "",
            "LOG_LEVEL": "INFO",
        }

    def manage(self, *words: str) -> None:
        subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=self.environment, check=True)

    def is_up(self, name: str) -> bool:
        return name in self.processes and self.processes[name].poll() is None

    def start(self, name: str, *command: str) -> subprocess.Popen:
        """Under a name that nobody bears: a second one would take the first out of our hands."""
        assert not self.is_up(name), name
        with (self.home.logs / f"{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(
                [sys.executable, *command], cwd=ROOT, env=self.environment, stdout=log, stderr=log
            )
        return self.processes[name]

    def worker(self, name: str, *, can: str = "desk", slots: int = 2, grace: float = 25) -> subprocess.Popen:
        words = ["--name", name, "--can", can, "--slots", str(slots), "--grace", str(grace)]
        return self.start(name, "manage.py", "work", *words)

    def web(self) -> subprocess.Popen:
        command = [
            "-m",
            "gunicorn",
            "--preload",
            "--workers",
            "2",
            "--threads",
            "4",
            "--worker-class",
            "gthread",
        ]
        command += [
            "--bind",
            f"127.0.0.1:{self.port}",
            "--graceful-timeout",
            "3",
            "tests.chaos.web:application",
        ]
        return self.start("web", *command)

    def ask(self, path: str, **order: Any) -> tuple[int, dict[str, Any]]:
        """POST to the web; raises OSError or HTTPException when it dies meanwhile."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
        try:
            line.request("POST", path, json.dumps(order))
            answer = line.getresponse()
            return answer.status, json.loads(answer.read() or b"{}")
        finally:
            line.close()

    def insist(self, path: str, **order: Any) -> dict[str, Any]:
        """POST until it is acknowledged; the key makes sure that insisting does nothing twice."""
        deadline, last = time.monotonic() + PATIENCE, "no answer"
        while time.monotonic() < deadline:
            with suppress(OSError, http.client.HTTPException, ValueError):
                status, answer = self.ask(path, **order)
                if status in (201, 422):
                    return answer
                last = f"{status} {answer}"
                assert status >= 500, last
            time.sleep(0.1)
        raise AssertionError(f"the web never took {order}: {last}\n{self.log('web')[-2000:]}")

    def order(self, maker: str, key: str, *, priority: int = 0, **order: Any) -> str:
        """A run's id, acknowledged."""
        return self.insist("/start", maker=maker, key=key, priority=priority, order=order)["run"]

    @contextmanager
    def book(self) -> Iterator[psycopg.Connection]:
        with psycopg.connect(self.postgres.url, autocommit=True, row_factory=dict_row) as line:
            yield line

    def rows(self, sql: str, *facts: Any) -> list[dict[str, Any]]:
        with self.book() as line:
            return line.execute(sql, facts).fetchall()

    def run(self, pk: str) -> dict[str, Any]:
        return self.rows("SELECT * FROM agents_run WHERE id = %s", pk)[0]

    def wait_for(self, pk: str, *states: str, patience: float = PATIENCE) -> dict[str, Any]:
        eventually(f"{pk} is {' or '.join(states)}", lambda: self.run(pk)["state"] in states, patience)
        return self.run(pk)

    def wait_for_node(self, name: str) -> None:
        live = "SELECT 1 FROM agents_node WHERE name = %s AND pid = %s"
        eventually(f"{name} is up", lambda: self.rows(live, name, self.processes[name].pid))

    @property
    def bell(self) -> Redis:
        return Redis.from_url(self.valkey.url)

    def log(self, name: str) -> str:
        return (self.home.logs / f"{name}.log").read_text(errors="replace")

    def kill(self, name: str, number: signal.Signals = signal.SIGKILL) -> None:
        self.processes[name].send_signal(number)
        self.processes[name].wait()

    def stop(self, *names: str) -> None:
        for name in names or list(self.processes):
            process = self.processes.pop(name)
            process.kill()
            process.wait()

    def close(self) -> None:
        self.stop()
        for server in self.servers.values():
            server.end()


FURNISH = """
from brands.models import Brand, Kit, Membership, Role, User
ann = User.objects.create_user("ann@example.test", None, name="Ann", language="en")
brand = Brand.objects.create(name="Chaos")
Membership.objects.create(brand=brand, user=ann, role=Role.OWNER)
Kit.objects.create(brand=brand)
"""


def children_of(pid: int, name: str = "") -> list[int]:
    """Direct children, from the process table; of that name, if one is given."""
    with suppress(FileNotFoundError, ProcessLookupError):
        found = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        return [child for child in found if name in ("", name_of(child))]
    return []


def name_of(pid: int) -> str:
    with suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{pid}/comm").read_text().strip()
    return ""


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False
