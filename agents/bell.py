"""The doorbell: wakes a worker. It carries a run's id and no truth; losing one costs seconds, never a run.

The only file that enqueues (R-J1). The row must be committed before it rings.
"""

import logging
import time
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry
from rq import Queue
from rq.exceptions import DuplicateJobError
from rq.serializers import JSONSerializer
from rq.utils import as_text

if TYPE_CHECKING:
    from agents.models import Run

log = logging.getLogger(__name__)

JOB = "agents.jobs.perform"
ECHO = 60  # seconds that an unanswered ring stays; the sweeper rings again
FIRST_WORD = 2  # seconds to reach the server, and to wait for an answer


@cache
def server(patience: float = FIRST_WORD) -> Redis:
    """This process's line to Valkey or Redis. It never waits long: whoever rings has a person waiting."""
    return Redis.from_url(
        settings.REDIS_URL,
        socket_connect_timeout=FIRST_WORD,
        socket_timeout=patience,
        retry=Retry(NoBackoff(), 1),  # once more, for a line that was cut while it lay idle
        health_check_interval=30,
    )


@cache
def queue(capability: str) -> Queue:
    return Queue(capability, connection=server(), serializer=JSONSerializer)


def ring(runs: "Iterable[Run]") -> int:
    """Ring for runs that may start; how many rings were new. If the server is down the rows wait.

    One ring a run at most: its id is the run's, so that ringing again piles nothing up.
    """
    rung = 0
    for run in runs:
        try:
            queue(run.needs).enqueue_call(
                JOB,
                args=[str(run.pk)],
                job_id=str(run.pk),
                unique=True,
                timeout=-1,
                ttl=ECHO,
                result_ttl=0,
                failure_ttl=ECHO,
                description=run.maker,
            )
            rung += 1
        except DuplicateJobError:
            continue
        except (RedisError, OSError) as error:
            log.warning("the bell is down (%s); the sweeper rings later", error)
            break
    return rung


def wait(capabilities: Sequence[str], seconds: float) -> str | None:
    """Stand by the door for at most `seconds`; the id that was rung. Without a server it is a nap."""
    try:
        found = server(seconds + FIRST_WORD).blpop([queue(name).key for name in capabilities], seconds)
    except (RedisError, OSError) as error:
        log.warning("the bell is down (%s); looking into the book instead", error)
        time.sleep(min(seconds, 1.0))
        return None
    if found is None:
        return None
    rung = as_text(found[1]) or ""
    hush(rung)
    return rung


def hush(run_id: str, capability: str = "") -> None:
    """Forget a ring that was answered; with `capability` also take it out of that queue."""
    try:
        with server().pipeline(transaction=False) as pipeline:
            if capability:
                pipeline.lrem(queue(capability).key, 1, run_id)
            pipeline.delete(f"rq:job:{run_id}")
            pipeline.execute()
    except (RedisError, OSError) as error:
        log.warning("the bell is down (%s)", error)
