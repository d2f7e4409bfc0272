"""PostgreSQL and Valkey alone, for working on the code: `python -m sparklio.embedded.dev HOME [ENV_FILE]`."""

import os
import signal
import sys
from pathlib import Path

from sparklio.embedded.child import reap
from sparklio.embedded.home import Home
from sparklio.embedded.postgres import Postgres
from sparklio.embedded.valkey import Valkey


def main(root: str, env_file: str = "") -> None:
    """Start both, write what to put into the environment, and stay until Ctrl-C or SIGTERM."""
    home = Home(Path(root)).prepare()
    reap(home.run)
    postgres, valkey = Postgres(home, durable=False, connections=200), Valkey(home)
    children = [valkey.start(), postgres.start()]
    told = {"DATABASE_URL": postgres.url, "REDIS_URL": valkey.url, "SPARKLIO_HOME": str(home.root)}
    told["SECRET_KEY"] = home.settings()["SECRET_KEY"]
    written = Path(env_file) if env_file else home.run / "env"
    written.touch(0o600)
    written.write_text("".join(f"{name}={value}\n" for name, value in told.items()))
    print(f"PostgreSQL and Valkey are up. `set -a; . {written}; set +a`", flush=True)
    stop = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    signal.pthread_sigmask(signal.SIG_BLOCK, stop)
    signal.sigwait(stop)
    for child in children:
        child.end()


if __name__ == "__main__":
    os.chdir(Path(__file__).parents[2])
    main(*sys.argv[1:])
