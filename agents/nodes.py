"""Who can work: each worker writes its name, its capabilities and a sign of life into one row."""

import os
import platform
import socket
from collections.abc import Sequence
from datetime import timedelta
from itertools import count
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.db.models.functions import Now

from agents.models import Node
from sparklio.capabilities import CAPABILITIES

FORGOTTEN = 7  # days until a machine that went silent leaves the list


def capabilities(words: Sequence[str] | None = None) -> list[str]:
    """`words` (by default what SPARKLIO_CAN says) in table order. A word that nobody knows stops the node."""
    wanted = settings.SPARKLIO_CAN if words is None else words
    for word in wanted:
        if word not in CAPABILITIES:
            raise ImproperlyConfigured(f"SPARKLIO_CAN: {word!r} is none of {', '.join(CAPABILITIES)}.")
    return [word for word in CAPABILITIES if word in wanted]


def somebody_can(capability: str) -> bool:
    """Is a machine up that can do this?"""
    return capability in live_capabilities()


def live_capabilities() -> set[str]:
    """What the machines that are up can do between them."""
    return {word for can in Node.objects.live().values_list("can", flat=True) for word in can}


def this_host() -> str:
    """This machine, as far as process ids mean anything: two containers of one name are two."""
    namespace = Path("/proc/self/ns/pid")
    return f"{socket.gethostname()[:80]}/{namespace.stat().st_ino if namespace.exists() else 0}"


@transaction.atomic
def enlist(*, name: str, can: Sequence[str], pid: int) -> Node:
    """This worker's row, for it alone.

    name  its wish; if a live worker has that name it becomes name-2, name-3 …
    """
    for number in count(1):
        wish = name if number == 1 else f"{name}-{number}"
        made = Node.objects.bulk_create([Node(name=wish)], ignore_conflicts=True)[0]
        row = Node.objects.select_for_update().get(name=made.name)
        if row.pid in (None, pid) or is_gone(row):
            break
    row.can, row.host, row.pid, row.version = list(can), this_host(), pid, platform.python_version()
    row.started_at = row.seen_at = Now()
    row.save()
    return row


def is_gone(row: Node) -> bool:
    """Silent for long, or a process of this very machine that no longer runs."""
    if not Node.objects.live().filter(pk=row.pk).exists():
        return True
    return row.host == this_host() and row.pid is not None and not runs(row.pid)


def runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def sign_of_life(name: str) -> None:
    Node.objects.filter(name=name).update(seen_at=Now())


def leave(name: str) -> None:
    """Sign off: a worker that goes in order is gone at once."""
    Node.objects.filter(name=name).update(pid=None)


def forget_the_silent() -> int:
    """Rows of machines that nobody has heard of for days."""
    return Node.objects.filter(seen_at__lt=Now() - timedelta(days=FORGOTTEN)).delete()[0]
