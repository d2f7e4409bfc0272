"""The Review Buffer: edit, ask for other words, take or refuse them, approve, reject."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect, trigger_client_event

from agents.actions import drafts as act
from agents.actions.drafts import EditedMeanwhile
from agents.gateway.wishes import REASONS, WISHES
from assets.models import Draft, Suggestion
from sparklio.lib.refusal import Refusal
from studio.cards import card_of, clashes_of
from studio.forms.copy import copy_from, stands_as_seen
from studio.regions import base
from studio.views.briefs import drawn


def theirs(request, pk) -> Draft:
    """The draft, if this person may see it."""
    drafts = Draft.objects.for_user(request.user).select_related("brief__brand", "document")
    return get_object_or_404(drafts, pk=pk)


def card(request, draft, *, clashes=(), status=200):
    """One card as it stands now."""
    context = base(draft.brief, request.user)
    context |= {"card": card_of(draft, clashes), "wishes": WISHES.values(), "reasons": REASONS}
    return render(request, "studio/_draft.html", context, status=status)


@login_required
@require_safe
def draft(request, pk):
    return card(request, theirs(request, pk))


@login_required
@require_POST
def edit(request, pk):
    """Save lines of the copy. 409 with both texts if somebody saved the same line first: nothing is lost."""
    draft, copy = theirs(request, pk), copy_from(request.POST)
    try:
        draft = _edited(draft, copy, _version(request.POST.get("version", "")), request)
    except EditedMeanwhile as meanwhile:
        return card(request, meanwhile.draft, clashes=clashes_of(meanwhile.draft, copy), status=409)
    return card(request, draft)


def _edited(draft, copy, version, request) -> Draft:
    try:
        return act.edit_draft(draft=draft, copy=copy, version=version, by=request.user)
    except EditedMeanwhile as meanwhile:
        if not stands_as_seen(meanwhile.draft.copy, request.POST):
            raise
        now = meanwhile.draft  # another line was changed: both changes stand
        return act.edit_draft(draft=now, copy=copy, version=now.version, by=request.user)


@login_required
@require_POST
def suggest(request, pk):
    """Ask for other words; they arrive as offers."""
    draft = theirs(request, pk)
    wish = request.POST.get("own", "").strip() or request.POST.get("wish", "")
    act.suggest(draft=draft, wish=wish, field=request.POST.get("field", ""), by=request.user)
    return trigger_client_event(card(request, draft), "runs.changed", {"target": "body"})


@login_required
@require_POST
def accept(request, pk):
    return card(request, act.accept_suggestion(suggestion=_offer(request, pk), by=request.user))


@login_required
@require_POST
def refuse(request, pk):
    offer = _offer(request, pk)
    act.refuse_suggestion(suggestion=offer, by=request.user)
    return card(request, offer.draft)


@login_required
@require_POST
def approve(request, pk):
    document = act.approve_draft(draft=theirs(request, pk), by=request.user)
    return HttpResponseClientRedirect(resolve_url("studio:document", document.pk))


@login_required
@require_POST
def reject(request, pk):
    """Reject with a reason; the next round starts at once unless the person said no."""
    draft = theirs(request, pk)
    reason = request.POST.get("own", "").strip() or request.POST.get("reason", "")
    act.reject_draft(draft=draft, reason=reason, again="again" in request.POST, by=request.user)
    draft.brief.refresh_from_db()
    return drawn(request, "drafts", draft.brief, tell=["runs.changed", "drafts.changed"])


def _offer(request, pk) -> Suggestion:
    offers = Suggestion.objects.for_user(request.user).select_related("draft__brief__brand")
    return get_object_or_404(offers, pk=pk)


def _version(text: str) -> int:
    if not text.isdecimal():
        raise Refusal(_("The form did not say which version it shows. Reload the page."))
    return int(text)
