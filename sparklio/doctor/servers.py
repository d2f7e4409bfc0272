"""The servers behind the studio: database, vectors, clock, queue."""

import sys
from datetime import UTC, datetime

import psycopg
import redis
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from sparklio.doctor.finding import Finding, fail, ok, warn

OLDEST_POSTGRES = 15
OLDEST_VECTOR = (0, 7)  # halfvec
SKEW, BAD_SKEW = 2, 30  # seconds


def database() -> Finding:
    try:
        major = int(asked("SHOW server_version_num")) // 10000
    except psycopg.OperationalError as problem:
        return fail("database", " ".join(str(problem).split()), _("Start bin/up, or correct DATABASE_URL."))
    if major < OLDEST_POSTGRES:
        return fail("database", f"PostgreSQL {major}", _("Use PostgreSQL 15 or newer."))
    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if missing:
        words = _("PostgreSQL %(major)d, %(count)d migrations are missing") % {
            "major": major,
            "count": missing,
        }
        return fail("database", words, f"{sys.executable} manage.py migrate")
    return ok("database", f"PostgreSQL {major}")


def extension() -> Finding:
    found = asked("SELECT max(extversion) FROM pg_extension WHERE extname = 'vector'")
    if found is None:
        fix = _("As a superuser of the database: CREATE EXTENSION vector;")
        return fail("extension", _("pgvector is not installed in the database"), fix)
    if tuple(int(part) for part in found.split(".")[:2]) < OLDEST_VECTOR:
        return fail("extension", f"pgvector {found}", "ALTER EXTENSION vector UPDATE;")
    return ok("extension", f"pgvector {found}")


def clock() -> Finding:
    skew = abs((datetime.now(UTC) - database_time()).total_seconds())
    words = _("%(skew).1f s between this machine and the database") % {"skew": skew}
    if skew <= SKEW:
        return ok("clock", words)
    fix = _("Switch on time synchronisation (NTP) on both.")
    return fail("clock", words, fix) if skew > BAD_SKEW else warn("clock", words, fix)


def queue() -> Finding:
    """R-J7: append-only file on, nothing evicted. Losing it loses no work, only time."""
    try:
        told = redis.Redis.from_url(settings.REDIS_URL, socket_timeout=5, socket_connect_timeout=5).info(
            "everything"
        )
    except redis.RedisError as problem:
        return fail("queue", str(problem), _("Start bin/up, or correct REDIS_URL."))
    name = f"Redis {told['redis_version']}"
    if "valkey_version" in told:
        name = f"Valkey {told['valkey_version']}"
    if told["maxmemory_policy"] != "noeviction":
        words = _("%(name)s throws keys away when memory is short") % {"name": name}
        return fail("queue", words, "maxmemory-policy noeviction")
    if not told["aof_enabled"]:
        words = _("%(name)s forgets when it is killed") % {"name": name}
        return warn("queue", words, "appendonly yes, appendfsync everysec")
    return ok("queue", _("%(name)s, append-only file on, nothing evicted") % {"name": name})


def database_time() -> datetime:
    """Now, by the clock that leases go by (R-J5)."""
    return asked("SELECT clock_timestamp()")


def asked(question: str):
    """The one value that answers `question`. Past the pool, which hides why it cannot connect."""
    where = connection.settings_dict
    params = {
        "host": where["HOST"],
        "port": where["PORT"] or None,
        "dbname": where["NAME"],
        "user": where["USER"],
    }
    with psycopg.connect(**params, password=where["PASSWORD"], connect_timeout=5) as line:
        return line.execute(question).fetchone()[0]
