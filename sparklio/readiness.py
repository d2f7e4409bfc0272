"""What the studio needs before it may answer: rows in their newest shape, messages, static files."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from botocore.exceptions import ClientError
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

# Static files of packages that no page of ours uses; compressing them takes seconds.
UNUSED = ["drf_spectacular_sidecar/redoc", "rest_framework"]


def migrate() -> int:
    """Apply what is missing; how many migrations that were."""
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        call_command("migrate", interactive=False, verbosity=0)
    return len(missing)


def compile_messages() -> int:
    """Write each .mo that is older than its .po, without the gettext programs; how many."""
    written = 0
    for folder in settings.LOCALE_PATHS:
        for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
            compiled = source.with_suffix(".mo")
            if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
                continue
            with source.open("rb") as file:
                catalogue = read_po(file, locale=source.parts[-3])
            half = compiled.with_suffix(".half")
            with half.open("wb") as file:
                write_mo(file, catalogue)
            half.replace(compiled)
            written += 1
    return written


def collect_static() -> bool:
    """Collect, hash and compress the static files if any of them changed. True if so."""
    noted = settings.STATIC_ROOT / ".sparklio"
    found = static_stamp()
    if noted.exists() and noted.read_text() == found:
        return False
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    noted.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=UNUSED)
    noted.write_text(found)
    return True


def make_bucket() -> bool:
    """Make the S3 bucket that the settings name, private, if it is not there. True if it was made."""
    if not settings.S3_BUCKET:
        return False
    client = default_storage.connection.meta.client
    try:
        client.head_bucket(Bucket=settings.S3_BUCKET)
    except ClientError as answer:
        if answer.response["ResponseMetadata"]["HTTPStatusCode"] != 404:
            raise
        client.create_bucket(Bucket=settings.S3_BUCKET)
        return True
    return False


def static_stamp() -> str:
    """A digest of what goes into the static folder: our files, and the lock files of the packages."""
    digest = hashlib.sha256()
    for path in static_sources():
        digest.update(f"{path.relative_to(settings.BASE_DIR)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def static_sources() -> Iterator[Path]:
    for folder in settings.STATICFILES_DIRS:
        yield from sorted(path for path in Path(folder).rglob("*") if path.is_file())
    locks = (
        "requirements.txt",
        "package-lock.json",
        "assets/fonts.toml",
        "sparklio/vendor.py",
        "sparklio/settings.py",
    )
    yield from (settings.BASE_DIR / name for name in locks)
