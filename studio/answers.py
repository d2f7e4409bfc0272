"""Answers for scripts: what a view returns goes out as JSON; a no comes as words with the right status."""

from functools import wraps

from django.http import JsonResponse

from assets.actions.documents import Stale
from sparklio.lib.refusal import Refusal


def answers_json(view):
    """422 {"detail"} for a Refusal, 409 {"detail", "seq", "epoch"} for a writer from another epoch."""

    @wraps(view)
    def answered(request, *args, **kwargs):
        try:
            return JsonResponse(view(request, *args, **kwargs))
        except Stale as stale:
            return JsonResponse({"detail": str(stale), "seq": stale.seq, "epoch": stale.epoch}, status=409)
        except Refusal as refusal:
            return JsonResponse({"detail": str(refusal)}, status=422)

    return answered
