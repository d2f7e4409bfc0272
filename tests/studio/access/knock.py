"""Making the call of a row as one actor, and looking whether anything in the house has changed."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse

from tests.studio.access.row import LOGIN, OFFICE, Row
from tests.studio.access.world import World

APPS = ("brands", "assets", "agents", "account", "mfa", "admin", "auth")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000010000000100802000000909168360000001949444154789c63acb21362"
    "20053091a47a54c3a88621a501009da200ea0627d51e0000000049454e44ae426082"
)


def call(row: Row, client: Client, ids: dict[str, str], session: str = ""):
    """The answer to one call."""
    address = (row.path or reverse(row.route, args=filled(row.args, ids))) + filled(row.query, ids)
    body, content_type = _body(row, ids)
    headers = dict(row.headers)
    if row.route.startswith("headless:") and session:
        headers["X-Session-Token"] = session
    return client.generic(row.method.upper(), address, body, content_type, headers=headers)


def filled(value: Any, ids: dict[str, str]) -> Any:
    """`value` with every "@name" in it replaced."""
    if isinstance(value, str):
        if value.startswith("@"):
            return ids[value[1:]]
        for name in sorted(ids, key=len, reverse=True):
            value = value.replace(f"=@{name}", f"={ids[name]}")
        return value
    if isinstance(value, dict):
        return {key: filled(part, ids) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [filled(part, ids) for part in value]
    return value


def matches(answer, expected) -> bool:
    if expected in (LOGIN, OFFICE):
        door = "/accounts/login/" if expected == LOGIN else "/admin/login/"
        return answer.status_code == 302 and answer.headers["Location"].startswith(door)
    return answer.status_code == expected


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is written inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def house() -> dict[str, tuple[int, str]]:
    """Rows and a digest of every table of ours: equal before and after means nothing was changed."""
    tables = sorted(
        model._meta.db_table
        for name in APPS
        for model in apps.get_app_config(name).get_models(include_auto_created=True)
    )
    parts = [
        f"SELECT '{table}', count(*), md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) "
        f'FROM "{table}" t'
        for table in tables
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts))
        return {table: (count, digest) for table, count, digest in cursor.fetchall()}


def variants(row: Row, world: World) -> Iterator[tuple[str, Row]]:
    """The row with one of its ids taken from another brand: every id but the one that leads (T2)."""
    for number, arg in enumerate(row.args[1:], 1):
        if _is_id(arg, world):
            args = (*row.args[:number], world.foreign[arg[1:]], *row.args[number + 1 :])
            yield f"argument {number}", Row(**{**vars(row), "args": args})
    for path in _ids_in(row.body, world):
        yield ".".join(map(str, path)), Row(**{**vars(row), "body": _swapped(row.body, path, world.foreign)})


def _ids_in(value, world, path=()):
    if _is_id(value, world):
        yield path
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _ids_in(part, world, (*path, key))
    elif isinstance(value, list | tuple):
        for number, part in enumerate(value):
            yield from _ids_in(part, world, (*path, number))


def _is_id(value, world):
    return isinstance(value, str) and value.startswith("@") and value[1:] in world.foreign


def _swapped(value, path, foreign):
    if not path:
        return foreign[value[1:]]
    first, *rest = path
    if isinstance(value, dict):
        return {**value, first: _swapped(value[first], rest, foreign)}
    return [_swapped(part, rest, foreign) if number == first else part for number, part in enumerate(value)]


def _body(row: Row, ids) -> tuple[bytes, str]:
    if row.body is None:
        return b"", "application/json" if row.send == "json" else "application/octet-stream"
    if row.send == "raw":
        return row.body, "application/json"
    body = filled(row.body, ids)
    if row.send == "json":
        return json.dumps(body).encode(), "application/json"
    parts = {name: picture() if part == "(picture)" else part for name, part in body.items()}
    return encode_multipart(BOUNDARY, parts), MULTIPART_CONTENT


def picture():
    return SimpleUploadedFile("빵.png", PNG, content_type="image/png")
