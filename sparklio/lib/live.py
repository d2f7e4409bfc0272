"""Tells who watches that something changed. No data: whoever listens reads again, with rights checked (R-J8)."""

import logging

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.db import transaction

log = logging.getLogger(__name__)


def tell(group: str, event: str, **hint: int | str) -> None:
    """Send {"type": event, **hint} to a group after the transaction commits.

    hint  a sequence number or an id; never content
    A hint that cannot be sent is logged and dropped: pages re-read on connect and every few seconds.
    """
    transaction.on_commit(lambda: _send(group, {"type": event, **hint}), robust=True)


def _send(group: str, message: dict) -> None:
    try:
        async_to_sync(get_channel_layer().group_send)(group, message)
    except OSError as error:  # redis-py's ConnectionError is one
        log.warning("nobody told %s %s: %s", group, message["type"], error)
