"""Hints: sent after the commit, without waiting, and exactly as the sockets' own library would send them."""

import logging

import pytest
from channels.layers import get_channel_layer
from redis.exceptions import ConnectionError as Down

from sparklio.lib import live


class CardboardLine:
    def __init__(self, error=None):
        self.sent, self.error = [], error

    def publish(self, channel, body):
        if self.error:
            raise self.error
        self.sent.append((channel, body))


@pytest.fixture
def line(monkeypatch):
    found = CardboardLine()
    monkeypatch.setattr(live, "_line", lambda: found)
    return found


async def test_a_hint_is_what_the_channel_layer_would_send(line, monkeypatch):
    layer, theirs = get_channel_layer(), []

    async def publish(self, channel, body):
        theirs.append((channel, body))

    monkeypatch.setattr("channels_redis.pubsub.RedisSingleShardConnection.publish", publish)
    await layer.group_send("brief.7", {"type": "runs.changed", "seq": 3})
    live._send("brief.7", {"type": "runs.changed", "seq": 3})

    assert line.sent == theirs != []


def test_a_hint_waits_for_the_commit(line, db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        live.tell("brief.7", "runs.changed")
        assert line.sent == []

    assert len(line.sent) == 1


def test_a_server_that_is_down_costs_a_line_in_the_log(line, caplog):
    line.error = Down("refused")

    with caplog.at_level(logging.WARNING):
        live._send("brief.7", {"type": "runs.changed"})

    assert "brief.7" in caplog.text
