"""What a failed model call means: surely nothing happened, or nobody knows."""

import ipaddress
from urllib.parse import urlsplit

import httpx
from django.conf import settings
from django.utils.translation import gettext as _

from agents.errors import WorkFailed

SURE = {400, 401, 402, 403, 404, 413, 415, 422, 429}  # Source: reliability §3, "Rejected for certain"


class Rejected(Exception):
    """The provider surely did no work; the words say why."""


def is_local(url: str = "") -> bool:
    """Whether the model runs on hardware of ours, where a lost answer costs nothing."""
    host = urlsplit(url or settings.MODEL_URL).hostname or ""
    if settings.MODEL_KIND == "ollama" or host in ("localhost", "host.docker.internal"):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host and bool(host)  # a bare name is a machine on our own network


def definite(error: Exception) -> Exception:
    """`error` as Rejected where the outcome is certain, else as WorkFailed."""
    names = {"model": settings.MODEL_NAME, "url": settings.MODEL_URL or settings.MODEL_KIND}
    if refused(error):
        return Rejected(
            _("The model server %(url)s does not answer. Start it or change MODEL_URL, then try again.")
            % names
        )
    status = getattr(error, "status_code", None)
    if status in (401, 403):
        return Rejected(_("The model server refused our key. Check MODEL_KEY, then try again."))
    if status == 404:
        return Rejected(
            _("The server %(url)s knows no model “%(model)s”. Check MODEL_NAME, then try again.") % names
        )
    if status == 429:
        return Rejected(_("The model server says it has too much to do. Wait a little, then try again."))
    if status in SURE and not timed_out(error):
        return Rejected(_("The model server refused the request: %(why)s") % {"why": str(error)[:200]})
    if timed_out(error):
        words = _("The model %(model)s did not answer in %(seconds)s seconds.") % {
            **names,
            "seconds": settings.MODEL_TIMEOUT,
        }
        code = "AGENT_TIMEOUT"
    else:
        words, code = (
            _("The connection to the model %(model)s broke before its answer was whole.") % names,
            "MODEL_ERROR",
        )
    if is_local():
        return WorkFailed(words + " " + _("Nothing was lost; try again."), code=code)
    return WorkFailed(
        words
        + " "
        + _("It may have been billed all the same. Check with the provider before you ask again."),
        code=code,
        state="needs_review",
    )


def _chain(error: BaseException | None):
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def refused(error: Exception) -> bool:
    """Nothing was listening, or the name is unknown: no byte was sent."""
    return any(isinstance(cause, httpx.ConnectError | ConnectionRefusedError) for cause in _chain(error))


def timed_out(error: Exception) -> bool:
    return any(
        isinstance(cause, httpx.TimeoutException | TimeoutError) or type(cause).__name__ == "Timeout"
        for cause in _chain(error)
    )
