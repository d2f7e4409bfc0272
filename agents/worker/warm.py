"""What a worker has ready before the first run comes, so that nobody waits for an import."""

import gc
import logging
import resource
import sys
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from agents.makers import MAKERS
from assets.chromium import NoChromium, find_chromium

log = logging.getLogger(__name__)

ADDRESS_SPACE = 8 * 2**30  # bytes a slot without a browser may map; a run that wants more fails alone
TOO_BIG = 1536 * 2**20  # bytes of memory after which a slot is replaced


def equipped(can: Sequence[str]) -> list[str]:
    """Of these capabilities, those that this machine really has."""
    try:
        find_chromium(settings.CHROMIUM)
    except NoChromium as missing:
        if "press" in can:
            log.warning("%s This worker draws no pictures.", missing)
        return [word for word in can if word != "press"]
    return list(can)


def before_forking() -> None:
    """Load what children share. No threads, no connections."""
    import agents.jobs  # noqa: F401  (all makers, and what they import)

    if settings.MODEL_NAME:
        from agents.gateway.providers import chat

        chat.library()
    gc.collect()
    gc.freeze()  # so that the children's collector leaves the shared pages alone


def in_slot(can: Sequence[str], *, own: bool) -> None:
    """Limits, and what makers want warm. A maker that cannot get warm says so when it is asked to work."""
    if not own and sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    for slug, maker in MAKERS.items():
        warm = getattr(maker, "warm", None)
        if warm is not None and maker.needs in can:
            try:
                warm()
            except Exception:
                log.exception("%s stays cold", slug)


def is_too_big() -> bool:
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return False
    return int(statm.read_text().split()[1]) * resource.getpagesize() > TOO_BIG
