"""How the API says no: always {"detail": words}, in the caller's language."""

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework.exceptions import AuthenticationFailed, NotAuthenticated, NotFound, ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler

from sparklio.lib.refusal import Refusal


def answer(error, context):
    """422 for a Refusal, 413 for a body that is too large, 400 with the field for a value that cannot be."""
    if isinstance(error, Refusal):
        return Response({"detail": str(error)}, status=422)
    if isinstance(error, RequestDataTooBig):
        return Response({"detail": _("The body is too large. Send less at once.")}, status=413)
    if isinstance(error, SuspiciousOperation):
        return Response({"detail": _("The body has more parts than we read. Send fewer.")}, status=400)
    response = exception_handler(error, context)
    if response is None:
        return None
    if isinstance(error, ValidationError):
        response.data = {"detail": _first(error.detail), "fields": error.detail}
    elif isinstance(error, Http404 | NotFound):
        response.data = {"detail": _("There is nothing here, or nothing that you may see.")}
    elif isinstance(error, NotAuthenticated):
        response.data = {"detail": _("Sign in first: send an access token as Authorization: Bearer ….")}
    elif isinstance(error, AuthenticationFailed):
        response.data = {"detail": _("The access token is not valid any more. Refresh it, or sign in.")}
    return response


def _first(detail) -> str:
    """The first complaint as one line: "copy.headline: …"."""
    path = []
    while not isinstance(detail, str):
        name, detail = next(
            (str(name), part)
            for name, part in (detail.items() if isinstance(detail, dict) else enumerate(detail))
            if part
        )
        path.append(name)
    path = [name for name in path[:-1] if name != "non_field_errors"]
    return f"{'.'.join(path)}: {detail}" if path else str(detail)
