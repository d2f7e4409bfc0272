"""The two servers alone, to restore or to write code: `python -m sparklio.embedded.servers HOME [--fast]`.

--fast: without fsync and with 200 connections, for rows that may be lost, such as those of tests.
"""

import signal
import sys
from pathlib import Path

from sparklio.embedded.child import Child, reap
from sparklio.embedded.home import Home
from sparklio.embedded.postgres import Postgres
from sparklio.embedded.progress import stop
from sparklio.embedded.valkey import Valkey

ENDINGS = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}


def main(root: str, *, fast: bool) -> None:
    """Start both, write down what to put into the environment, and stay until Ctrl-C or SIGTERM."""
    home = Home(Path(root)).prepare()
    if holder := home.lock():
        stop(f"{root}: 이미 쓰고 있습니다 (pid {holder}).", f"{root} is in use (pid {holder}).")
    reap(home.run)
    postgres = Postgres(home, durable=not fast, connections=200 if fast else 100)
    valkey = Valkey(home)
    children: list[Child] = []
    try:
        children.append(postgres.start())
        children.append(valkey.start())
        told = {"DATABASE_URL": postgres.url, "REDIS_URL": valkey.url, "SPARKLIO_HOME": str(home.root)}
        home.tell({**told, "SECRET_KEY": home.settings()["SECRET_KEY"]})
        print(f"PostgreSQL and Valkey are up. In a shell: set -a; . {home.told}; set +a", flush=True)
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
        signal.sigwait(ENDINGS)
    finally:
        for child in reversed(children):
            child.end()


if __name__ == "__main__":
    main(sys.argv[1], fast="--fast" in sys.argv)
