"""Tells who watches that something changed. No data: whoever listens reads again, rights checked (R-J8)."""

import logging
from functools import cache

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from channels_redis.pubsub import RedisPubSubChannelLayer
from django.conf import settings
from django.db import transaction
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

log = logging.getLogger(__name__)
PATIENCE = 2  # seconds; a person is waiting for the page, and a hint is only a hint


def tell(group: str, event: str, **hint: int | str) -> None:
    """Send {"type": event, **hint} to a group after the transaction commits.

    hint  a sequence number or an id; never content
    A hint that cannot be sent is logged and dropped: pages re-read on connect and every few seconds.
    """
    transaction.on_commit(lambda: _send(group, {"type": event, **hint}), robust=True)


def _send(group: str, message: dict) -> None:
    layer = get_channel_layer()
    try:
        if isinstance(layer, RedisPubSubChannelLayer):
            # What its group_send does, without an event loop, a thread and a new connection for every hint.
            prefix = settings.CHANNEL_LAYERS["default"]["CONFIG"]["prefix"]  # type: ignore[index]
            _line().publish(f"{prefix}__group__{group}", layer.serialize(message))
        else:
            async_to_sync(layer.group_send)(group, message)
    except (RedisError, OSError) as error:
        log.warning("nobody told %s %s: %s", group, message["type"], error)


@cache
def _line() -> Redis:
    once_more = Retry(NoBackoff(), 1)  # for a line that was cut while it lay idle
    return Redis.from_url(
        settings.REDIS_URL, socket_connect_timeout=PATIENCE, socket_timeout=PATIENCE, retry=once_more
    )
