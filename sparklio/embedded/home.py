"""SPARKLIO_HOME: one folder that holds everything that changes — rows, files, logs, secrets, pid files."""

import fcntl
import hashlib
import json
import os
import pwd
import secrets
import shlex
import socket
import stat
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sparklio.embedded.progress import stop

SOCKET_PATH_BYTES = 100  # the kernels allow 104 (macOS) to 108 (Linux), the last one a zero
UNPRIVILEGED = ("nobody", "daemon")
SERVER_SECRETS = ("POSTGRES_PASSWORD", "SPARKLIO_DB_PASSWORD", "VALKEY_PASSWORD")
SECRETS = ("SECRET_KEY", *SERVER_SECRETS)


@dataclass(frozen=True)
class Account:
    """Who a server runs as. uid −1: as ourselves."""

    uid: int = -1
    gid: int = -1

    def own(self, folder: Path, mode: int = 0o700) -> Path:
        """Make `folder` (and what leads to it) and give it to this account."""
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(mode)
        if self.uid >= 0:
            os.chown(folder, self.uid, self.gid)
        return folder


def server_account() -> Account:
    """Who PostgreSQL and Valkey run as: ourselves, or `nobody` when we are root (postgres refuses root)."""
    if os.getuid() != 0:
        return Account()
    for name in UNPRIVILEGED:
        with suppress(KeyError):
            found = pwd.getpwnam(name)
            return Account(found.pw_uid, found.pw_gid)
    stop(
        "루트로 실행했지만 PostgreSQL을 맡을 «nobody» 계정이 없습니다. 일반 사용자로 실행하세요.",
        "Run as root, and there is no account «nobody» for PostgreSQL. Run it as an ordinary user.",
    )


def open_to_others(folder: Path) -> bool:
    """Can an account that is neither owner nor group walk down to `folder`?"""
    return all(step.stat().st_mode & stat.S_IXOTH for step in (folder, *folder.parents))


class Home:
    """Paths, secrets and remembered ports under one folder."""

    def __init__(self, root: Path) -> None:
        self.root = root.expanduser().absolute()
        self.env_file = self.root / ".env"
        self.logs = self.root / "logs"
        self.run = self.root / "run"
        self.told = self.run / "env"
        self.url_file = self.run / "url"
        self.media = self.root / "media"

    def prepare(self) -> "Home":
        """Make the folders, readable by nobody else except where a server account must walk through."""
        self.root.mkdir(parents=True, exist_ok=True)
        self.root.chmod(0o711 if os.getuid() == 0 else 0o700)
        for folder in (self.logs, self.run, self.media):
            folder.mkdir(exist_ok=True)
            folder.chmod(0o700)
        return self

    @property
    def servers(self) -> Path:
        """Where the servers keep their files: here, or in /var/lib when `nobody` could not walk to here."""
        if os.getuid() != 0 or open_to_others(self.root):
            return self.root
        # By the password too: a home that was removed and made anew must not find the old one's rows.
        identity = f"{self.root} {self.settings()['POSTGRES_PASSWORD']}"
        elsewhere = Path("/var/lib/sparklio") / hashlib.sha256(identity.encode()).hexdigest()[:12]
        elsewhere.mkdir(parents=True, exist_ok=True)
        for folder in (elsewhere.parent, elsewhere):
            folder.chmod(0o711)
        pointer = self.root / "servers"
        if not pointer.is_symlink():
            pointer.symlink_to(elsewhere)
        return elsewhere

    def socket_path(self, name: str) -> Path:
        """A path for a unix socket, short enough for the kernel and in a folder that only we may enter."""
        path = self.run / f"{name}.sock"
        if len(os.fsencode(path)) <= SOCKET_PATH_BYTES:
            return path
        key = hashlib.sha256(str(self.root).encode()).hexdigest()[:12]
        short = (
            Path(tempfile.gettempdir() if len(tempfile.gettempdir()) < 40 else "/tmp")
            / f"sparklio-{os.getuid()}-{key}"
        )
        short.mkdir(mode=0o700, exist_ok=True)
        if short.stat().st_uid != os.getuid() or short.is_symlink():
            stop(
                f"{short} 은(는) 다른 사람의 것입니다. 더 짧은 SPARKLIO_HOME을 고르세요.",
                f"{short} belongs to somebody else. Choose a shorter SPARKLIO_HOME.",
            )
        short.chmod(0o700)
        return short / f"{name}.sock"

    def settings(self) -> dict[str, str]:
        """What .env says; the secrets that it lacks are made first, and the file is ours alone (0600)."""
        found = read_env(self.env_file)
        missing = [name for name in SECRETS if name not in found]
        if missing:
            lines = [] if found else ["# Made by bin/up. Keep it: the database does not open without it."]
            lines += [
                f"{name}={secrets.token_urlsafe(48 if name == 'SECRET_KEY' else 24)}" for name in missing
            ]
            descriptor = os.open(self.env_file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(descriptor, "a") as file:
                file.write("\n".join(lines) + "\n")
            found = read_env(self.env_file)
        self.env_file.chmod(0o600)
        return found

    def token_key(self) -> Path:
        """The RSA key that signs the API's tokens, made once; the file is ours alone (0600)."""
        path = self.root / "tokens.pem"
        if not path.exists():
            from cryptography.hazmat.primitives import serialization as form
            from cryptography.hazmat.primitives.asymmetric import rsa

            key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
            pem = key.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, form.NoEncryption())
            unfinished = path.with_suffix(".new")
            unfinished.unlink(missing_ok=True)
            descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(pem)
            unfinished.replace(path)
        return path

    def tell(self, names: Mapping[str, str]) -> None:
        """Write down what the programs are told, so that manage.py by hand finds the same servers."""
        descriptor = os.open(self.told, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.writelines(f"{name}={shlex.quote(value)}\n" for name, value in names.items())

    def lock(self) -> int | None:
        """Hold this home for ourselves as long as we live; None, or the pid of whoever holds it."""
        self._lock = os.open(self.run / "up.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return int(os.read(self._lock, 20) or 0)
        os.ftruncate(self._lock, 0)
        os.pwrite(self._lock, str(os.getpid()).encode(), 0)
        return None

    def port(self, name: str) -> int:
        """A free loopback port for `name`: the one it had last time if nobody took it."""
        remembered_in = self.run / "ports.json"
        known: dict[str, int] = json.loads(remembered_in.read_text()) if remembered_in.exists() else {}
        if not (name in known and is_free(known[name])):
            known[name] = free_port(avoid=set(known.values()))
            half = remembered_in.with_suffix(".half")
            half.write_text(json.dumps(known))
            half.replace(remembered_in)
        return known[name]


def adopt() -> None:
    """Take the environment that bin/up wrote down, for a command by hand: what is set already stays."""
    root = os.environ.get("SPARKLIO_HOME") or Path(__file__).parents[2] / "var"
    for name, value in read_env(Home(Path(root)).told).items():
        os.environ.setdefault(name, value)


def read_env(path: Path) -> dict[str, str]:
    """NAME=value lines of a file; comments, blank lines, `export` and quotes around a value are dropped."""
    found: dict[str, str] = {}
    for line in path.read_text().splitlines() if path.exists() else []:
        name, equals, value = line.strip().removeprefix("export ").partition("=")
        if equals and not name.startswith("#"):
            value = value.strip()
            quoted = len(value) >= 2 and value[0] == value[-1] and value[0] in "'\""
            found[name.strip()] = value[1:-1] if quoted else value
    return found


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def free_port(avoid: set[int] = frozenset()) -> int:  # type: ignore[assignment]
    """A port below the ephemeral range: no outgoing connection takes it between two starts."""
    while True:
        port = 20000 + secrets.randbelow(12000)
        if port not in avoid and is_free(port):
            return port
