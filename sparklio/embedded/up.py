"""bin/up, once the packages are there: servers, rows, programs, and watching over them until Ctrl-C."""

import os
import signal
import socket
import sys
import time
from functools import partial
from pathlib import Path

from sparklio.embedded.child import Child, reap
from sparklio.embedded.home import SERVER_SECRETS, Home
from sparklio.embedded.knock import answers, local
from sparklio.embedded.postgres import Postgres, ServerProblem
from sparklio.embedded.progress import say, step, stop, words
from sparklio.embedded.supervisor import Supervisor
from sparklio.embedded.valkey import Valkey

CLONE = Path(__file__).resolve().parents[2]
READY_SECONDS = 60
WEB_WORKERS, WEB_THREADS = 2, 8
SOCKET_MESSAGE_BYTES = 65536
WORKER_GRACE = 8  # seconds; what is not done by then is handed on by its lease
ENDING = (["front"], ["web", "sockets", "worker"], ["valkey"], ["postgres"])


def main() -> int:
    """The whole life of one studio. 0 if it was asked to end."""
    began = time.monotonic()
    home = Home(Path(os.environ.get("SPARKLIO_HOME") or CLONE / "var")).prepare()
    listen = address()
    holder = home.lock()
    if holder is not None:
        url = home.url_file.read_text() if home.url_file.exists() else ""
        say(f"이미 실행 중입니다: {url} (pid {holder})", f"It is already running: {url} (pid {holder})")
        return 0
    supervisor = Supervisor()
    hear_signals(supervisor)
    try:
        reap(home.run)
        check_port(listen)
        start_all(supervisor, home, listen)
        if not supervisor.stopping.is_set():
            greet(home, listen, time.monotonic() - began)
            supervisor.watch()
    except ServerProblem as problem:
        print(f"\n{problem}", file=sys.stderr, flush=True)
        return 1
    finally:
        farewell(supervisor)
    return 0


def address() -> tuple[str, int]:
    """SPARKLIO_HOST and PORT. Loopback unless the first says otherwise."""
    port = os.environ.get("PORT") or "8000"
    if not (port.isdigit() and 0 < int(port) < 65536):
        stop(
            f"PORT={port!r}: 1에서 65535 사이의 수여야 합니다.",
            f"PORT={port!r}: a number from 1 to 65535 is needed.",
        )
    return os.environ.get("SPARKLIO_HOST") or "127.0.0.1", int(port)


def check_port(listen: tuple[str, int]) -> None:
    host, port = listen
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            why, other = f"{host}:{port} ({problem.strerror})", f"PORT={port + 1} bin/up"
            korean = f"{why}: 쓸 수 없습니다. 다른 포트로 시작하세요: {other}"
            raise ServerProblem(words(korean, f"{why}: not to be had. Take another port: {other}")) from None


def hear_signals(supervisor: Supervisor) -> None:
    """Ctrl-C, SIGTERM and a closed terminal end everything; under nohup a closed terminal does not."""
    numbers = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    for number in numbers:
        signal.signal(number, lambda *_: supervisor.stopping.set())


def start_all(supervisor: Supervisor, home: Home, listen: tuple[str, int]) -> None:
    """Servers, then rows and files, then the programs that people talk to."""
    environment = studio_environment(home, listen)
    with step("데이터베이스와 큐", "Database and queue"):
        if "DATABASE_URL" not in environment:
            postgres = Postgres(home)
            supervisor.keep(postgres.start)
            environment["DATABASE_URL"] = postgres.url
        if "REDIS_URL" not in environment:
            valkey = Valkey(home)
            supervisor.keep(valkey.start)
            environment["REDIS_URL"] = valkey.url
    home.tell({name: environment[name] for name in told_names(home, environment)})
    prepare(supervisor, home, environment)
    with step("스튜디오", "Studio"):
        *door, worker = programs(home, environment, listen)
        for child in door:
            if not supervisor.stopping.is_set():
                supervisor.keep(partial(started, child))
        wait_until_it_answers(supervisor, listen)
    if not supervisor.stopping.is_set():  # after the pages: on two cores it would take their place
        supervisor.keep(partial(started, worker))


def studio_environment(home: Home, listen: tuple[str, int]) -> dict[str, str]:
    """What the programs see: the environment, then SPARKLIO_HOME/.env, without the servers' own secrets."""
    kept = {name: value for name, value in home.settings().items() if name not in SERVER_SECRETS}
    environment = {**kept, **{name: value for name, value in os.environ.items() if value or name not in kept}}
    environment |= {"SPARKLIO_HOME": str(home.root), "PORT": str(listen[1]), "PYTHONUNBUFFERED": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for name in ("DATABASE_URL", "REDIS_URL"):
        if not environment.get(name):
            environment.pop(name, None)
    if not (environment.get("JWT_PRIVATE_KEY") or environment.get("JWT_PRIVATE_KEY_FILE")):
        environment["JWT_PRIVATE_KEY_FILE"] = str(home.token_key())
    return environment


def told_names(home: Home, environment: dict[str, str]) -> list[str]:
    names = {"SPARKLIO_HOME", "PORT", "DATABASE_URL", "REDIS_URL", "JWT_PRIVATE_KEY_FILE", *home.settings()}
    return sorted((names - set(SERVER_SECRETS)) & set(environment))


def prepare(supervisor: Supervisor, home: Home, environment: dict[str, str]) -> None:
    """`manage.py prepare`, on the terminal. Raises ServerProblem if it fails."""
    child = Child("prepare", [sys.executable, "manage.py", "prepare"], environment, home.run, None, cwd=CLONE)
    child.start()
    while child.alive and not supervisor.stopping.is_set():
        time.sleep(0.02)
    if supervisor.stopping.is_set() or (child.popen and child.popen.returncode == 0):
        child.end()
        return
    child.end()
    raise ServerProblem(
        words("준비가 끝나지 않았습니다. 위의 말을 보세요.", "The preparation failed; see above.")
    )


def programs(home: Home, environment: dict[str, str], listen: tuple[str, int]) -> list[Child]:
    """Web, sockets, the front and the worker, in the order in which they start."""
    web, sockets = home.socket_path("web"), home.socket_path("sockets")
    host, port = listen
    front = {"FRONT_LISTEN": f"{host}:{port}", "FRONT_WEB": str(web), "FRONT_SOCKETS": str(sockets)}
    gunicorn = ["gunicorn", "-c", "python:sparklio.embedded.web", "-b", f"unix:{web}"]
    gunicorn += ["--workers", str(WEB_WORKERS), "--threads", str(WEB_THREADS), "sparklio.wsgi:application"]
    daphne = ["daphne", "-u", str(sockets), "--proxy-headers", "--no-server-name", "-v", "0"]
    daphne += ["--websocket-max-message-size", str(SOCKET_MESSAGE_BYTES), "sparklio.asgi:application"]
    environment = {**environment, "DJANGO_SETTINGS_MODULE": "sparklio.settings"}

    def child(name: str, *command: str, **more: str) -> Child:
        log = home.logs / f"{name}.log"
        return Child(name, [sys.executable, *command], {**environment, **more}, home.run, log, cwd=CLONE)

    return [
        child("web", "-m", *gunicorn),
        child("sockets", "-m", *daphne),
        child("front", "-m", "sparklio.embedded.front", **front),
        child("worker", "manage.py", "work", "--grace", str(WORKER_GRACE)),
    ]


def started(child: Child) -> Child:
    """Start `child` without what a killed one before it left on the disk."""
    if child.name == "sockets":
        path = Path(child.command[child.command.index("-u") + 1])
        for left in (path, path.with_name(f"{path.name}.lock")):
            left.unlink(missing_ok=True)
    child.start()
    return child


def wait_until_it_answers(supervisor: Supervisor, listen: tuple[str, int]) -> None:
    """Until a page and the socket server answer. Raises ServerProblem with the log of a program that died."""
    deadline = time.monotonic() + READY_SECONDS
    for path in ("/", "/ws/"):
        while not supervisor.stopping.is_set() and not answers(*listen, path):
            for kept in supervisor.kept:
                if not kept.child.alive:
                    raise ServerProblem(f"{kept.child.name}: {kept.child.log}\n{kept.child.last_words()}")
            if time.monotonic() > deadline:
                raise ServerProblem(
                    words(
                        f"{path}: {READY_SECONDS}초 안에 답하지 않습니다.",
                        f"{path}: no answer in {READY_SECONDS} s.",
                    )
                )
            time.sleep(0.05)


def greet(home: Home, listen: tuple[str, int], seconds: float) -> None:
    host, port = listen
    url = f"http://{local(host)}:{port}"
    home.url_file.write_text(url)
    print(flush=True)
    say(
        f"  Sparklio가 {seconds:.1f}초 만에 준비되었습니다: {url}",
        f"  Sparklio is ready after {seconds:.1f} s: {url}",
    )
    link = home.run / "signin_link"
    if link.exists():
        say(
            f"  한 번만 쓸 수 있는 로그인 링크: {link.read_text()}",
            f"  Sign in with this link, once: {link.read_text()}",
        )
        link.unlink()
    say(f"  끝내기: Ctrl-C.  기록: {home.logs}", f"  Stop with Ctrl-C.  Logs: {home.logs}")
    print(flush=True)


def farewell(supervisor: Supervisor) -> None:
    """End what runs; a second Ctrl-C does not interrupt it (each has ten seconds, then it is killed)."""
    if not supervisor.kept:
        return
    with step("끝내는 중", "Stopping"):
        killed = supervisor.end(ENDING)
    for name in killed:
        say(
            f"  {name}은(는) 10초 안에 끝나지 않아 강제로 끝냈습니다.",
            f"  {name} did not end in 10 s and was killed.",
        )


if __name__ == "__main__":
    sys.exit(main())
