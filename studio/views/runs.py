"""What a person does with work that was asked for: call it off, ask again."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from agents.actions.runs import ask_again, cancel_run
from agents.models import Run
from studio.views.briefs import drawn


def theirs(request, pk) -> Run:
    """The run that a person asked for, with the brief whose page shows it."""
    runs = Run.objects.for_user(request.user).roots().select_related("brand", "brief__brand")
    run = get_object_or_404(runs, pk=pk)
    if run.brief is None:
        raise Http404(f"{pk} belongs to no brief")
    return run


@login_required
@require_POST
def cancel(request, pk):
    run = theirs(request, pk)
    cancel_run(run=run, by=request.user)
    return drawn(request, "runs", run.brief, tell=["drafts.changed"])


@login_required
@require_POST
def again(request, pk):
    run = theirs(request, pk)
    ask_again(run=run, by=request.user)
    return drawn(request, "runs", run.brief, tell=["drafts.changed"])
