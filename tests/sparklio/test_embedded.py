"""The embedded servers' home, their programs and their ends, without starting a server."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sparklio.embedded import child as children
from sparklio.embedded.child import Child, reap, rotate, started_at
from sparklio.embedded.home import SOCKET_PATH_BYTES, Home, adopt, read_env
from sparklio.embedded.postgres import missing_cpu_flags, wheel_install
from sparklio.embedded.supervisor import Supervisor
from sparklio.embedded.valkey import wheel_program

SLEEPER = [sys.executable, "-c", "import time; print('awake', flush=True); time.sleep(60)"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(15, signal.SIG_IGN); print('awake', flush=True); time.sleep(60)",
]


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home").prepare()


@pytest.fixture
def sleeper(home):
    """A child of ours that sleeps; ended afterwards."""
    made = []

    def make(name="sleeper", command=SLEEPER):
        child = Child(name, command, dict(os.environ), home.run, home.logs / f"{name}.log")
        made.append(child)
        return child

    yield make
    for child in made:
        child.end(0)


def until(truth, seconds=10):
    deadline = time.monotonic() + seconds
    while not truth() and time.monotonic() < deadline:
        time.sleep(0.02)
    return truth()


def test_secrets_are_made_once_and_nobody_else_may_read_them(home):
    first = home.settings()
    again = Home(home.root).settings()

    assert first == again
    assert len(set(first.values())) == 4 and min(map(len, first.values())) >= 32
    assert home.env_file.stat().st_mode & 0o777 == 0o600


def test_a_setting_that_a_person_wrote_into_env_stays(home):
    home.env_file.write_text('MODEL_URL="http://127.0.0.1:11434/v1"\n# a remark\nSECRET_KEY=mine\n')

    found = home.settings()

    assert found["MODEL_URL"] == "http://127.0.0.1:11434/v1"
    assert found["SECRET_KEY"] == "mine"
    assert "POSTGRES_PASSWORD" in read_env(home.env_file)


def test_a_server_gets_the_port_that_it_had_last_time(home):
    assert home.port("postgres") == Home(home.root).port("postgres") != home.port("valkey")


def test_a_command_by_hand_finds_the_servers_of_bin_up(home, monkeypatch):
    home.tell({"DATABASE_URL": "postgres://there", "REDIS_URL": "redis://there"})
    monkeypatch.setenv("SPARKLIO_HOME", str(home.root))
    monkeypatch.setenv("REDIS_URL", "redis://mine")
    monkeypatch.delenv("DATABASE_URL")

    adopt()

    assert os.environ["DATABASE_URL"] == "postgres://there"
    assert os.environ["REDIS_URL"] == "redis://mine"
    assert home.told.stat().st_mode & 0o777 == 0o600


def test_one_home_has_one_owner(home):
    other = Home(home.root)

    assert home.lock() is None
    assert other.lock() == os.getpid()


def test_a_socket_below_a_deep_folder_still_fits_the_kernel(tmp_path):
    deep = Home(tmp_path / ("deep" * 20) / "home").prepare()

    path = deep.socket_path("web")

    assert len(os.fsencode(path)) <= SOCKET_PATH_BYTES
    assert path.parent.stat().st_mode & 0o777 == 0o700
    path.parent.rmdir()


def test_the_wheels_bring_their_servers():
    assert (wheel_install() / "bin" / "postgres").exists()
    assert (wheel_install() / "share" / "postgresql" / "extension" / "vector.control").exists()
    assert wheel_program().exists()


@pytest.mark.parametrize(
    ("flags", "missing"),
    [("fpu avx avx2 bmi1 bmi2 fma f16c", []), ("fpu avx sse4_2", ["avx2", "bmi2", "fma", "f16c"])],
)
def test_an_old_processor_is_named_before_pgvector_dies_on_it(flags, missing):
    assert missing_cpu_flags(f"processor\t: 0\nflags\t\t: {flags}\n") == missing


def test_a_child_ends_when_it_is_asked(sleeper):
    child = sleeper()
    child.start()
    assert until(lambda: "awake" in child.last_words())

    assert child.end() is True
    assert not child.pid_file.exists()


def test_a_child_is_asked_once_however_often_we_ask(sleeper):
    counting = "import signal, time; signal.signal(15, lambda *_: print('asked', flush=True)); "
    child = sleeper(command=[sys.executable, "-c", counting + "print('awake', flush=True); time.sleep(60)"])
    child.start()
    assert until(lambda: "awake" in child.last_words())

    child.ask_to_end()
    child.end(patience=0.2)

    assert child.last_words() == "awake\nasked"


def test_a_child_that_does_not_listen_is_killed(sleeper):
    child = sleeper(command=STUBBORN)
    child.start()
    assert until(lambda: "awake" in child.last_words())

    assert child.end(patience=0.2) is False
    assert not child.alive


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's parent-death signal is Linux's")
def test_nothing_survives_a_killed_parent(home):
    log = home.logs / "orphan.log"
    script = f"""
import os, time
from pathlib import Path
from sparklio.embedded.child import Child
child = Child("orphan", {SLEEPER!r}, dict(os.environ), Path({str(home.run)!r}), Path({str(log)!r}))
child.start()
print(child.popen.pid, flush=True)
time.sleep(60)
"""
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    orphan = int(parent.stdout.readline())
    assert until(lambda: log.read_text() == "awake\n")

    parent.kill()
    parent.wait()

    assert until(lambda: started_at(orphan) is None)


def test_the_next_start_ends_what_a_killed_one_left(home, sleeper):
    child = sleeper()
    child.start()

    ended = reap(home.run)

    assert ended == ["sleeper"]
    assert until(lambda: not child.alive)
    assert not child.pid_file.exists()


def test_a_stranger_with_a_recycled_pid_is_left_alone(home, sleeper):
    child = sleeper()
    child.start()
    child.pid_file.write_text(f'{{"pid": {child.popen.pid}, "started": "long ago"}}')

    assert reap(home.run) == []
    assert child.alive


def test_a_half_written_pid_file_stops_no_start(home):
    (home.run / "web.pid").write_text('{"pid": 12')

    assert reap(home.run) == []


def test_a_long_log_is_put_aside_while_its_writer_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(children, "LOG_BYTES", 100)
    log = tmp_path / "web.log"
    with log.open("a") as writer:
        writer.write("x" * 200)
        writer.flush()

        rotate(log)
        writer.write("after")

    assert log.read_text() == "after"
    assert (tmp_path / "web.log.1").read_text() == "x" * 200


def test_what_dies_is_started_again_and_it_is_said(sleeper, capsys):
    child = sleeper()
    supervisor = Supervisor()
    supervisor.keep(lambda: child.start() or child)
    first = child.popen.pid

    os.kill(first, signal.SIGKILL)
    child.popen.wait()
    kept = supervisor.kept[0]
    supervisor.look_after(kept, now=1000.0)
    supervisor.look_after(kept, now=1000.0 + kept.pause)

    assert child.alive and child.popen.pid != first
    assert "sleeper" in capsys.readouterr().out


def test_what_keeps_dying_is_tried_less_and_less_often(sleeper):
    child = sleeper(command=[sys.executable, "-c", ""])
    supervisor = Supervisor()
    supervisor.keep(lambda: child.start() or child)
    kept, pauses, now = supervisor.kept[0], [], 1000.0
    kept.began = now

    for _ in range(8):
        child.popen.wait()
        supervisor.look_after(kept, now)
        pauses.append(kept.pause)
        now += kept.pause
        supervisor.look_after(kept, now)

    assert pauses == [1, 2, 4, 8, 16, 30, 30, 30]


def test_all_end_in_the_order_that_loses_nothing(sleeper, monkeypatch):
    ended = []
    supervisor = Supervisor()
    for name in ("postgres", "web", "front", "worker"):
        child = sleeper(name)
        monkeypatch.setattr(child, "end", lambda *_, name=name, end=child.end: ended.append(name) or end())
        supervisor.keep(lambda child=child: child.start() or child)

    supervisor.end([["front"], ["web", "worker"]])

    assert ended == ["front", "web", "worker", "postgres"]


def test_bin_up_refuses_a_port_that_is_no_port(tmp_path):
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PORT": "http", "SPARKLIO_HOME": str(tmp_path), "LANG": "C"}

    asked = subprocess.run(
        [sys.executable, "-m", "sparklio.embedded.up"],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
    )

    assert asked.returncode == 1
    assert "PORT='http'" in asked.stderr
