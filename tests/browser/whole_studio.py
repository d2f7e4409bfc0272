"""The studio as bin/up starts it: servers, worker, sockets and pages, in a home that is thrown away."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 180  # seconds until it must be up: the first start makes tables, files and a demo brand
LINK = re.compile(r"http://\S+/enter/\S+")


@contextmanager
def running(**environment):
    """Yields the one-time sign-in link of a fresh studio. Nothing of it is left afterwards."""
    home = Path(tempfile.mkdtemp(prefix="sparklio-whole-", dir="/tmp" if os.getuid() == 0 else None))
    words = home.with_suffix(".log")
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "CHROMIUM") if name in os.environ}
    with words.open("w") as log:
        studio = subprocess.Popen(
            [sys.executable, "-m", "sparklio.embedded.up"],
            cwd=ROOT,
            env={**kept, "SPARKLIO_HOME": str(home), "PORT": str(free_port()), **environment},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield link_of(studio, words)
    finally:
        studio.send_signal(signal.SIGTERM)
        studio.wait(60)
        words.unlink()
        shutil.rmtree(home, ignore_errors=True)


def link_of(studio, words):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and studio.poll() is None:
        found = LINK.search(words.read_text())
        if found:
            return found[0]
        time.sleep(0.1)
    raise AssertionError(f"the studio did not start:\n{words.read_text()}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
