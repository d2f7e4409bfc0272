"""What the front door costs: one gunicorn asked directly and through it, in turn. Needs Debian's `wrk`."""

import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sparklio.embedded.home import free_port
from sparklio.embedded.knock import answers

ROUNDS, SECONDS, PEOPLE = 5, 3, 50
PAGE = """
def app(environ, start):
    start("200 OK", [("Content-Length", "12000")])
    return [b"x" * 12000]
"""


def main() -> None:
    wrk = shutil.which("wrk") or sys.exit("Install wrk (Debian: apt install wrk).")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-", dir="/tmp")))
        (folder / "page.py").write_text(PAGE)
        direct, through = free_port(), free_port()
        told = {
            "FRONT_LISTEN": f"127.0.0.1:{through}",
            "FRONT_WEB": f"{folder}/web",
            "FRONT_SOCKETS": f"{folder}/s",
        }
        gunicorn = [
            "gunicorn",
            "-c",
            "python:sparklio.embedded.web",
            "--workers=2",
            "--threads=8",
            "page:app",
        ]
        stack.enter_context(running(folder, *gunicorn, f"--bind=unix:{folder}/web"))
        stack.enter_context(running(folder, *gunicorn, f"--bind=127.0.0.1:{direct}", "--proxy-protocol=off"))
        stack.enter_context(running(folder, "sparklio.embedded.front", **told))
        for port in (direct, through):
            while not answers("127.0.0.1", port, "/"):
                time.sleep(0.1)
        pairs = [(pages_a_second(wrk, direct), pages_a_second(wrk, through)) for _ in range(ROUNDS)]
    print(f"gunicorn alone     {statistics.median(alone for alone, _ in pairs):8.0f} pages/s")
    print(f"behind the front   {statistics.median(behind for _, behind in pairs):8.0f} pages/s")
    print(f"ratio              {statistics.median(behind / alone for alone, behind in pairs):8.2f} ×")


@contextmanager
def running(folder: Path, *module: str, **told: str) -> Iterator[None]:
    environment = {**os.environ, **told, "PYTHONPATH": f"{folder}:{Path.cwd()}", "HOME": str(folder)}
    process = subprocess.Popen([sys.executable, "-m", *module], env=environment, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def pages_a_second(wrk: str, port: int) -> float:
    """By `wrk`; every answer must have been a page."""
    command = [wrk, "-t1", f"-c{PEOPLE}", f"-d{SECONDS}", f"http://127.0.0.1:{port}/"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in said and "Socket errors" not in said, said
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])


if __name__ == "__main__":
    main()
