"""The machine under the studio: Python, disk, secrets, fonts, static files, browser."""

import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from assets.chromium import FLAGS, NoChromium, find_chromium
from sparklio.doctor.finding import Finding, fail, ok, warn

OLDEST_PYTHON = (3, 11)
LITTLE_DISK, TOO_LITTLE_DISK = 5e9, 5e8  # bytes
PAGE = "data:text/html,<b>well</b>"


def python() -> Finding:
    running = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        return fail("python", running, _("Install Python 3.11 or newer, remove .venv, run bin/up."))
    return ok("python", running)


def disk() -> Finding:
    free = shutil.disk_usage(settings.SPARKLIO_HOME).free
    words = _("%(free).1f GB free at %(place)s") % {"free": free / 1e9, "place": settings.SPARKLIO_HOME}
    if free >= LITTLE_DISK:
        return ok("disk", words)
    fix = _("Free some space, or move SPARKLIO_HOME to a larger disk.")
    return fail("disk", words, fix) if free < TOO_LITTLE_DISK else warn("disk", words, fix)


def secrets() -> Finding:
    """SPARKLIO_HOME/.env holds every secret of the house."""
    file = settings.SPARKLIO_HOME / ".env"
    if not file.exists():
        return ok("secrets", _("no .env; the environment holds the settings"))
    mode = file.stat().st_mode & 0o777
    if mode & 0o077:
        words = _("%(file)s may be read by others (%(mode)o)") % {"file": file, "mode": mode}
        return fail("secrets", words, f"chmod 600 {file}")
    return ok("secrets", f"{file} ({mode:o})")


def fonts() -> Finding:
    table = tomllib.loads((settings.BASE_DIR / "assets" / "fonts.toml").read_text(encoding="utf-8"))
    files = [file["file"] for family in table["family"] for face in family["face"] for file in face["files"]]
    missing = [name for name in files if not (settings.NODE_MODULES / name).exists()]
    if missing:
        words = _("%(count)d of %(all)d font files are missing, such as %(name)s")
        words %= {"count": len(missing), "all": len(files), "name": missing[0]}
        return fail("fonts", words, "npm ci --omit=optional --ignore-scripts")
    return ok("fonts", _("%(all)d files") % {"all": len(files)})


def static_files() -> Finding:
    fix = f"{sys.executable} manage.py prepare static messages"
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        return fail("static files", _("not collected into %(place)s") % {"place": settings.STATIC_ROOT}, fix)
    sources = [file for folder in settings.LOCALE_PATHS for file in Path(folder).glob("*/LC_MESSAGES/*.po")]
    if any(not source.with_suffix(".mo").exists() for source in sources):
        return fail("static files", _("the messages are not compiled"), fix)
    return ok("static files", str(settings.STATIC_ROOT))


def chromium() -> Finding:
    """Really launches it: a snap stub or a missing library shows only then."""
    fix = _("Install Chromium (Debian: apt install chromium) or set CHROMIUM to its path.")
    try:
        path = find_chromium(settings.CHROMIUM)
    except NoChromium as missing:
        return fail("chromium", str(missing), fix)
    with tempfile.TemporaryDirectory(prefix="sparklio-doctor-", ignore_cleanup_errors=True) as profile:
        command = [path, "--headless", *FLAGS, f"--user-data-dir={profile}", "--dump-dom", PAGE]
        try:
            asked = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        except subprocess.TimeoutExpired:
            return fail("chromium", _("%(path)s does not start within a minute") % {"path": path}, fix)
    if "<b>well</b>" not in asked.stdout:
        return fail("chromium", f"{path}: {asked.stderr.strip()[-300:]}", fix)
    return ok("chromium", path)
