"""How the API says no."""

from rest_framework.response import Response
from rest_framework.views import exception_handler

from sparklio.lib.refusal import Refusal


def answer(error, context):
    """422 with the words for a Refusal; the framework's answer for the rest."""
    if isinstance(error, Refusal):
        return Response({"detail": str(error)}, status=422)
    return exception_handler(error, context)
