"""The embedded servers, really started: what they promise about people's work after kill -9."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest
import redis

from sparklio.embedded.home import Home
from sparklio.embedded.postgres import Postgres, ServerProblem
from sparklio.embedded.valkey import Valkey

ROOT = Path(__file__).parents[2]
HANGUL = (
    "SELECT '여름' ~ '^\\w+$', current_setting('data_checksums'), rolsuper"
    " FROM pg_roles WHERE rolname = current_user"
)


@pytest.fixture
def home():
    """Not below pytest's own folder: as root the servers run as `nobody`, who cannot walk there."""
    folder = Path(tempfile.mkdtemp(prefix="sparklio-test-", dir="/tmp"))
    yield Home(folder).prepare()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def running():
    """Children to end afterwards."""
    children = []
    yield children
    for child in children:
        child.end(5)


def test_rows_outlive_a_killed_database(home, running):
    postgres = Postgres(home)
    running.append(postgres.start())
    with psycopg.connect(postgres.url) as line:
        assert line.execute(HANGUL).fetchone() == (True, "on", False)
        line.execute("CREATE TABLE kept (near vector(3))")
        line.execute("INSERT INTO kept VALUES ('[1,2,3]')")

    running[0].popen.kill()
    running[0].popen.wait()
    again = Postgres(home)
    running.append(again.start())

    assert again.url == postgres.url
    with psycopg.connect(again.url) as line:
        assert line.execute("SELECT near <-> '[1,2,5]' FROM kept").fetchone() == (2.0,)


def test_the_database_wants_its_password(home, running):
    postgres = Postgres(home)
    running.append(postgres.start())

    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(postgres.url.replace(postgres.password, "guess"))


def test_a_lost_env_file_is_named_at_once(home, running):
    running.append(Postgres(home).start())
    running.pop().end()
    home.env_file.unlink()

    with pytest.raises(ServerProblem, match=r"\.env"):
        Postgres(home).start()


def test_a_cluster_of_another_major_version_is_named_not_touched(home):
    postgres = Postgres(home)
    postgres.folder.mkdir()
    (postgres.folder / "PG_VERSION").write_text("16\n")

    with pytest.raises(ServerProblem, match="PostgreSQL 16"):
        postgres.start()


def test_a_half_made_cluster_is_made_anew(home, running):
    postgres = Postgres(home)
    half = postgres.folder.with_name("postgres.half")
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")

    running.append(postgres.start())

    assert not half.exists()


def test_the_queue_keeps_what_it_was_told_a_second_before_it_was_killed(home, running):
    valkey = Valkey(home)
    running.append(valkey.start())
    line = redis.Redis.from_url(valkey.url)
    line.set("bell", "rung")
    told = line.info("everything")
    assert (told["maxmemory_policy"], told["aof_enabled"]) == ("noeviction", 1)
    assert line.config_get("appendfsync") == {"appendfsync": "everysec"}

    running[0].popen.kill()
    running[0].popen.wait()
    running.append(valkey.start())

    assert redis.Redis.from_url(valkey.url).get("bell") == b"rung"


def test_the_queue_wants_its_password(home, running):
    valkey = Valkey(home)
    running.append(valkey.start())

    with socket.create_connection(("127.0.0.1", valkey.port)) as line:
        line.sendall(b"PING\r\n")
        assert line.recv(100).startswith(b"-NOAUTH")


@pytest.fixture
def echo(tmp_path):
    """gunicorn as bin/up runs it, before a page that says who asked. Gives its unix socket."""
    (tmp_path / "echo.py").write_text(
        "def app(environ, start):\n"
        "    said = [environ['REMOTE_ADDR'], environ['wsgi.url_scheme'], environ['SCRIPT_NAME'] or '-']\n"
        "    said = ' '.join(said)\n"
        "    start('200 OK', [('Content-Length', str(len(said)))])\n"
        "    return [said.encode()]\n"
    )
    folder = tempfile.mkdtemp(prefix="sparklio-", dir="/tmp")  # short enough for the kernel
    path = f"{folder}/web.sock"
    command = [sys.executable, "-m", "gunicorn", "-c", "python:sparklio.embedded.web", "-b", f"unix:{path}"]
    environment = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": f"{tmp_path}:{ROOT}"}
    server = subprocess.Popen([*command, "echo:app"], env=environment, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 20
    while not Path(path).exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    yield path
    server.terminate()
    server.wait()
    shutil.rmtree(folder)
    assert not (tmp_path / ".gunicorn").exists()  # two studios would quarrel about one control socket


def test_every_request_of_a_connection_has_the_clients_address_and_no_header_is_believed(echo):
    request = b"GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-Proto: https\r\nScript-Name: /x\r\n\r\n"

    answers = over_one_line(echo, b"PROXY TCP4 192.0.2.7 127.0.0.1 5 0\r\n" + request, request)

    assert [answer.rpartition(b"\r\n")[2] for answer in answers] == [b"192.0.2.7 http -"] * 2


def test_a_body_beyond_all_measure_is_refused_before_it_is_read(echo):
    head = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 60000001\r\n\r\n"

    (answer,) = over_one_line(echo, b"PROXY TCP4 192.0.2.7 127.0.0.1 5 0\r\n" + head)

    assert answer.startswith(b"HTTP/1.1 413")


def over_one_line(path, *requests):
    """What a server on a unix socket answers to each, one after the other on one connection."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(10)
        line.connect(path)
        for request in requests:
            line.sendall(request)
            answer = line.recv(4096)
            while not answer.endswith(b"-") and (more := line.recv(4096)):
                answer += more
            yield answer
