"""How often one may call. Counted by one atomic step, so fifty calls at once count as fifty (R-W6)."""

import logging
import time

from django.conf import settings
from django.core.cache import cache
from redis.exceptions import RedisError
from rest_framework.permissions import SAFE_METHODS
from rest_framework.throttling import BaseThrottle

log = logging.getLogger(__name__)
WINDOW = 60  # seconds


class Calls(BaseThrottle):
    """Rates of settings.API_CALLS: "start" for actions that a view names in `starts_work`, else "write".

    Reads of a signed-in person are not counted. While nobody counts (Redis is down), all are let through.
    """

    def allow_request(self, request, view) -> bool:
        scope, who = self._scope(request, view), request.user.pk or self.get_ident(request)
        if scope is None:
            return True
        try:
            return _count(f"calls:{scope}:{who}:{_window()}") <= settings.API_CALLS[scope]
        except RedisError:
            log.warning("calls are not counted", exc_info=True)
            return True

    def wait(self) -> float:
        return WINDOW - time.time() % WINDOW

    def _scope(self, request, view) -> str | None:
        if not request.user.is_authenticated:
            return "anonymous"
        if request.method in SAFE_METHODS:
            return None
        return "start" if getattr(view, "action", None) in getattr(view, "starts_work", ()) else "write"


def _window() -> int:
    return int(time.time() // WINDOW)


def _count(key: str) -> int:
    cache.add(key, 0, timeout=2 * WINDOW)
    return cache.incr(key)
