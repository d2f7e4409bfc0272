"""Shows a slot among RQ's workers on the back office's queue pages. For the eye only (R-J2)."""

import logging
import time
from collections.abc import Sequence

from redis.exceptions import RedisError
from rq import SimpleWorker

from agents import bell

log = logging.getLogger(__name__)
SHOWN_FOR = 60  # seconds
SHOW_EVERY = 15


class Presence:
    """One line in RQ's list of workers."""

    def __init__(self, name: str, can: Sequence[str]):
        self.name, self.can = name, can
        self.worker: SimpleWorker | None = None
        self.shown_at = float("-inf")

    def show(self) -> None:
        if time.monotonic() - self.shown_at < SHOW_EVERY:
            return
        self.shown_at = time.monotonic()
        try:
            if self.worker is None:
                self.worker = SimpleWorker(
                    [bell.queue(word) for word in self.can],
                    name=self.name,
                    connection=bell.server(),
                    worker_ttl=SHOWN_FOR,
                )
            if not self.worker.connection.exists(self.worker.key):
                self.worker.register_birth()
                self.worker.set_state("idle")
            self.worker.heartbeat()
        except (RedisError, OSError) as error:
            log.debug("not shown: %s", error)

    def end(self) -> None:
        try:
            if self.worker is not None:
                self.worker.register_death()
        except (RedisError, OSError) as error:
            log.debug("still shown: %s", error)
