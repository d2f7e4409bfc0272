"""Runs a second and the wait before a start: our worker against RQ's, in one run: `python -m bench.queue`.

Each peer has one slot, this whole project imported, the same durable servers and the same
work: write down when it began. Ours also claims, keeps and ends a row, and tells the brief's page twice.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

from redis import Redis

from sparklio.embedded.home import Home
from sparklio.embedded.postgres import Postgres
from sparklio.embedded.valkey import Valkey

ROOT = Path(__file__).resolve().parents[1]
BEGAN = "bench:began"
PEERS = ("SimpleWorker", "Worker")  # of RQ; the second forks for every job and is its default


def stamp() -> None:
    """The work: when it began, on this machine's one clock."""
    Redis.from_url(os.environ["REDIS_URL"]).rpush(BEGAN, repr(time.time()))


def open_house(folder: Path) -> list:
    """Servers of our own, the environment that names them, Django ready and nothing connected yet."""
    home = Home(folder).prepare()
    postgres, valkey = Postgres(home), Valkey(home)
    servers = [valkey.start(), postgres.start()]
    os.environ |= {"DATABASE_URL": postgres.url, "REDIS_URL": valkey.url, "SPARKLIO_HOME": str(folder)}
    os.environ |= {
        "SECRET_KEY": "bench",
        "DJANGO_SETTINGS_MODULE": "sparklio.settings",
        "LOG_LEVEL": "WARNING",
    }
    subprocess.run([sys.executable, "manage.py", "migrate", "-v", "0"], cwd=ROOT, check=True)
    import django

    django.setup()
    from agents.agent import Agent
    from agents.makers import MAKERS, ROSTER

    label = {"ko": "시계", "en": "Clock"}
    facts = {"slug": "clock", "label": label, "needs": "desk", "work": lambda self, desk: stamp()}
    ROSTER["clock"] = MAKERS["clock"] = type("Clock", (Agent,), facts)
    return servers


def ours() -> None:
    from agents.worker.foreman import Foreman

    Foreman(name="bench", can=["desk"], slots=1, grace=1, burst=False).work()


def rq(name: str) -> Callable[[], None]:
    """RQ's own worker of that class, with the project's makers loaded before it forks."""

    def work() -> None:
        import rq as library

        import agents.jobs  # noqa: F401

        queue = library.Queue(name, connection=Redis.from_url(os.environ["REDIS_URL"]))
        getattr(library, name)([queue], connection=queue.connection).work(logging_level="ERROR")

    return work


def hire(work: Callable[[], None]) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        work()
    finally:
        os._exit(0)


def askers() -> dict[str, Callable[[], object]]:
    """How each peer is asked for one piece of work."""
    from rq import Queue

    from agents.actions.runs import start_run
    from brands.models import Brand, Brief, Kit, Membership, Role, User

    ann = User.objects.create_user("ann@example.test", None, name="Ann")
    brand = Brand.objects.create(name="Bench")
    Membership.objects.create(brand=brand, user=ann, role=Role.OWNER)
    Kit.objects.create(brand=brand)
    brief = Brief.objects.create(brand=brand, title="Bench", menu="sns", created_by=ann)
    line = Redis.from_url(os.environ["REDIS_URL"])
    queues = {name: Queue(name, connection=line) for name in PEERS}
    found: dict[str, Callable[[], object]] = {
        "ours": lambda: start_run(maker="clock", brand=brand, brief=brief, by=ann)
    }
    for name, queue in queues.items():
        found[f"RQ {name}"] = lambda queue=queue: queue.enqueue("bench.queue.stamp", result_ttl=0)
    return found


def waits(ask: Callable[[], object], many: int, line: Redis) -> list[float]:
    """Milliseconds from asking to beginning, of `many` asked one by one."""
    found = []
    for _ in range(many):
        line.delete(BEGAN)
        asked = time.time()
        ask()
        found.append(1000 * (float(line.blpop([BEGAN], 60)[1]) - asked))
    return found


def rates(ask: Callable[[], object], many: int, line: Redis) -> tuple[float, float]:
    """(asked a second, begun a second) of `many` that lie there before the worker looks."""
    line.delete(BEGAN)
    began = time.perf_counter()
    for _ in range(many):
        ask()
    asked = many / (time.perf_counter() - began)
    while line.llen(BEGAN) < many:
        time.sleep(0.01)
    stamps = sorted(map(float, line.lrange(BEGAN, 0, -1)))
    return asked, (many - 1) / (stamps[-1] - stamps[0])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.queue", description=__doc__)
    parser.add_argument("--many", type=int, default=300)
    many = parser.parse_args().many
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        servers = open_house(Path(folder))
        workers = {
            "ours": hire(ours),
            **{f"RQ {name}": hire(rq(name)) for name in ("SimpleWorker", "Worker")},
        }
        try:
            print_table(measure(many))
        finally:
            for pid in workers.values():
                os.kill(pid, signal.SIGTERM)
                os.waitpid(pid, 0)
            for server in servers:
                server.end()


def measure(many: int) -> dict[str, tuple[float, float, float, float]]:
    """Each peer alone: the others have nothing to do."""
    line = Redis.from_url(os.environ["REDIS_URL"])
    found = {}
    for name, ask in askers().items():
        waits(ask, 20, line)
        cuts = quantiles(waits(ask, many, line), n=20)
        asked, begun = rates(ask, many, line)
        found[name] = (begun, cuts[9], cuts[18], asked)
    return found


def print_table(found: dict[str, tuple[float, float, float, float]]) -> None:
    print(f"{'':<16} {'runs/s':>8} {'wait p50 ms':>12} {'p95 ms':>8} {'asked/s':>8}   against RQ Worker")
    base = found["RQ Worker"]
    for name, (begun, p50, p95, asked) in found.items():
        ratio = f"{begun / base[0]:.1f} × the runs, {base[1] / p50:.1f} × sooner"
        print(f"{name:<16} {begun:>8.0f} {p50:>12.1f} {p95:>8.1f} {asked:>8.0f}   {ratio}")


if __name__ == "__main__":
    main()
