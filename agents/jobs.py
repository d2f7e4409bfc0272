"""What a worker does with a run: find who can, let them work, write down how it ended."""

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.db import connection
from django.utils import translation
from django.utils.translation import gettext as _

from agents.desk import Desk
from agents.errors import WorkFailed
from agents.lease import LOST_LINE, Lease, LeaseLost, claim
from agents.makers import MAKERS, ROSTER
from agents.making import make
from agents.nodes import capabilities
from sparklio.lib.refusal import Refusal

log = logging.getLogger(__name__)
OUTAGE = 60  # seconds that the end of a run waits for a database that is away


def perform(run_id: str) -> None:
    """Do one run on this node. Delivered twice, it works once."""
    lease = claim(capabilities(), node=settings.NODE_NAME or "by hand", run_id=run_id)
    if lease is not None:
        carry_out(lease)


def carry_out(lease: Lease) -> None:
    """Do the run that is held, in the asker's language. What nobody foresaw is written down and raised."""
    with translation.override(lease.run.language), lease.kept():
        try:
            result = work(lease)
            patiently(lambda: lease.finish(result))
        except LeaseLost as lost:
            log.info("%s", lost)
        except Refusal as refusal:
            end_badly(lease, str(refusal), "INVALID_INPUT")
        except WorkFailed as failed:
            end_badly(lease, str(failed), failed.code, failed.state)
        except LOST_LINE:
            log.exception("%s: the database went away", lease.run)
            end(lease, lambda: lease.hand_on(crashed=True))
        except Exception:
            end_badly(
                lease, _("Something broke on our side. It is in the log; ask again."), "EXECUTION_FAILED"
            )
            raise


def work(lease: Lease) -> dict | None:
    """Let the maker do it. Raises what it raises."""
    run = lease.run
    if run.maker in ROSTER:
        return ROSTER[run.maker]().work(Desk(run, lease))
    if run.maker not in MAKERS:
        raise Refusal(_("Nobody here is called “%(maker)s” any more.") % {"maker": run.maker})
    return make(run, lease)


def end_badly(lease: Lease, words: str, code: str, state: str = "failed") -> None:
    end(lease, lambda: lease.fail(words, code=code, state=state))


def end(lease: Lease, write: Callable[[], None]) -> None:
    """`write` how it ended, unless the run is no longer ours: then how it ended is not ours to say."""
    try:
        patiently(write)
    except LeaseLost as lost:
        log.info("%s", lost)


def patiently(write: Callable[[], None], outage: float = OUTAGE) -> None:
    """`write` to a database that may be away for `outage` seconds. Of two writes the token stops one."""
    deadline, pause = time.monotonic() + outage, 0.1
    while True:
        try:
            return write()
        except LOST_LINE:
            if time.monotonic() > deadline or connection.in_atomic_block:
                raise
            connection.close()
            time.sleep(pause)
            pause = min(2.0, pause * 2)
