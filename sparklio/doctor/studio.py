"""The studio itself: who works, which model writes, does the door answer."""

import json
import sys
from datetime import timedelta

import httpx
from django.conf import settings
from django.utils.translation import gettext as _

from agents.models import Node
from sparklio.capabilities import CAPABILITIES
from sparklio.doctor.finding import Finding, fail, ok, warn
from sparklio.doctor.servers import database_time
from sparklio.embedded.knock import answers

QUIET_WORKER = 60  # seconds


def worker() -> Finding:
    """Somebody is alive, and between them they can do everything. With NODE_NAME set: that one is."""
    fix = _("Start one: bin/up, or %(python)s manage.py work") % {"python": sys.executable}
    recent = Node.objects.filter(seen_at__gt=database_time() - timedelta(seconds=QUIET_WORKER))
    alive = recent.filter(name__startswith=settings.NODE_NAME)
    if not alive:
        words = _("no worker was heard of in the last %(seconds)d s") % {"seconds": QUIET_WORKER}
        return fail("worker", words, fix)
    missing = set(CAPABILITIES) - {word for node in recent for word in node.can}
    if missing:
        return warn("worker", _("nobody can do: %(words)s") % {"words": ", ".join(sorted(missing))}, fix)
    return ok("worker", ", ".join(node.name for node in alive))


def model() -> Finding:
    """Without an endpoint the composer writes, which is fine."""
    name = settings.MODEL_NAME
    if not settings.MODEL_URL:
        if name and not settings.MODEL_KEY:
            return fail("model", _("%(name)s has no key") % {"name": name}, _("Set MODEL_KEY or MODEL_URL."))
        return ok("model", name or _("none; texts come from the composer"))
    try:
        listed = listed_models()
    except (httpx.HTTPError, json.JSONDecodeError, KeyError, TypeError) as problem:
        words = f"{settings.MODEL_URL}: {problem or type(problem).__name__}"
        return fail("model", words, _("Start the model server, or correct MODEL_URL and MODEL_KEY."))
    if name not in listed and f"{name}:latest" not in listed:
        words = _("%(url)s does not list %(name)s") % {
            "url": settings.MODEL_URL,
            "name": name or "MODEL_NAME",
        }
        return fail("model", words, _("It has: %(names)s") % {"names": ", ".join(listed[:8]) or "–"})
    return ok("model", f"{name}, {settings.MODEL_URL}")


def listed_models() -> list[str]:
    """Which models the endpoint has; asking costs nothing. Raises what httpx and a strange answer raise."""
    base = settings.MODEL_URL.rstrip("/")
    ollama = settings.MODEL_KIND == "ollama"
    url = f"{base.removesuffix('/v1')}/api/tags" if ollama else f"{base}/models"
    headers = {"Authorization": f"Bearer {settings.MODEL_KEY}"} if settings.MODEL_KEY else {}
    answer = httpx.get(url, headers=headers, timeout=5).raise_for_status().json()
    return [entry["name" if ollama else "id"] for entry in answer["models" if ollama else "data"]]


def pages() -> Finding:
    return at_the_door("pages", "/")


def sockets() -> Finding:
    return at_the_door("sockets", "/ws/")


def at_the_door(part: str, path: str) -> Finding:
    url = f"http://127.0.0.1:{settings.PORT}{path}"
    if answers("127.0.0.1", settings.PORT, path, timeout=5):
        return ok(part, url)
    fix = _("Start bin/up, and look into the logs under SPARKLIO_HOME.")
    return fail(part, _("%(url)s does not answer") % {"url": url}, fix)
