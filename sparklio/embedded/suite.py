"""bin/test, once the packages are there: every check in turn, on servers that are thrown away after."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sparklio.embedded.child import Child, end_group, leashed
from sparklio.embedded.home import Account, Home
from sparklio.embedded.install import CLONE, node_in_venv
from sparklio.embedded.postgres import Postgres
from sparklio.embedded.progress import say
from sparklio.embedded.valkey import Valkey

STEP_SECONDS = 1200
OLDEST_NODE = 20
PYTHON = sys.executable


@dataclass
class Check:
    """One step. Its command is made late: node may not be needed."""

    name: str
    command: Callable[[], list[str]]


def module(*arguments: str) -> Callable[[], list[str]]:
    return lambda: [PYTHON, "-m", *arguments]


def manage(*arguments: str) -> Callable[[], list[str]]:
    return lambda: [PYTHON, "manage.py", *arguments]


def javascript() -> list[str]:
    """The files by name: what `node --test` makes of a folder differs between its versions."""
    files = sorted(str(path.relative_to(CLONE)) for path in (CLONE / "tests" / "js").glob("*.test.mjs"))
    return [node(), "--import", "./tests/js/register.mjs", "--test-reporter=spec", "--test", *files]


CHECKS = [
    Check("ruff", module("ruff", "check", ".")),
    Check("format", module("ruff", "format", "--check", ".")),
    Check("files", manage("prepare", "messages", "static")),
    Check("types", module("mypy")),
    Check("check", manage("check")),
    Check("migrations", manage("makemigrations", "--check", "--dry-run")),
    Check("pytest", module("pytest", "-n", "2")),
    Check("javascript", javascript),
    Check("browser", module("pytest", "-m", "browser")),
    Check("chaos", module("pytest", "-m", "chaos")),
]


def main(names: list[str]) -> int:
    """Run the named checks, or all. 0 only if every one of them passed."""
    if unknown := set(names) - {check.name for check in CHECKS}:
        wrong, there = ", ".join(sorted(unknown)), ", ".join(check.name for check in CHECKS)
        say(f"없는 단계: {wrong}. 있는 단계: {there}", f"No such step: {wrong}. There are: {there}")
        return 2
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(130))
    with throw_away_house() as environment:
        told = [
            (check.name, *run(check, environment)) for check in CHECKS if not names or check.name in names
        ]
    print()
    for name, code, seconds in told:
        print(f"{'ok  ' if code == 0 else 'FAIL'} {name:12} {seconds:6.1f} s")
    print(f"     {'all':12} {sum(seconds for *_, seconds in told):6.1f} s", flush=True)
    return int(any(code for _, code, _ in told))


@contextmanager
def throw_away_house() -> Iterator[dict[str, str]]:
    """PostgreSQL and Valkey in a temporary home, and the environment that leads there. All gone after."""
    folder = Path(tempfile.mkdtemp(prefix="sparklio-test-", dir="/tmp" if os.getuid() == 0 else None))
    children: list[Child] = []
    try:
        home = Home(folder).prepare()
        postgres, valkey = Postgres(home, durable=False, connections=200), Valkey(home)
        children.append(postgres.start())
        children.append(valkey.start())
        yield environment_of(home, postgres.url, valkey.url)
    finally:
        for child in children:
            child.end()
        shutil.rmtree(folder, ignore_errors=True)


def environment_of(home: Home, database_url: str, redis_url: str) -> dict[str, str]:
    """Ours, without what somebody set for a studio of theirs, and a home directory of its own."""
    ours = ("PATH", "LANG", "LC_ALL", "TMPDIR", "TERM", "CHROMIUM", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE")
    environment = {name: os.environ[name] for name in ours if os.environ.get(name)}
    empty = home.root / "person"
    empty.mkdir()
    return {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        **environment,
        "CI": "true",
        "HOME": str(empty),
        "SPARKLIO_HOME": str(home.root),
        "SECRET_KEY": home.settings()["SECRET_KEY"],
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "PYTEST_DB_SUFFIX": "suite",
        "PYTHONUNBUFFERED": "1",
    }


def run(check: Check, environment: dict[str, str]) -> tuple[int, float]:
    """Its exit code and seconds; what it says goes to the terminal as it comes. Too slow counts as failed."""
    print(f"\n=== {check.name}", flush=True)
    began = time.monotonic()
    command = leashed(check.command(), Account())
    running = subprocess.Popen(
        command, cwd=CLONE, env=environment, stdin=subprocess.DEVNULL, start_new_session=True
    )
    try:
        code = running.wait(STEP_SECONDS)
    except subprocess.TimeoutExpired:
        print(f"{check.name}: not done after {STEP_SECONDS} s", flush=True)
        code = 1
    finally:
        end_group(running.pid)
    return code, time.monotonic() - began


def node() -> str:
    """The system's node if it is young enough, else the one in the environment."""
    found = shutil.which("node")
    if found:
        said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout
        major = said.strip().removeprefix("v").partition(".")[0]
        if major.isdigit() and int(major) >= OLDEST_NODE:
            return found
    return str(node_in_venv() / "bin" / "node")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
