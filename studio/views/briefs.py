"""The work page, from one sentence to drafts. The page, a verb and a hint draw a region alike."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect, trigger_client_event

from agents.actions.work import add_files, answer_brief, generate, open_brief
from agents.actions.work import regenerate as make_again
from brands.menus import MENUS
from brands.models import Brand, Brief
from sparklio.lib.refusal import Refusal
from studio.forms.answers import answers_from
from studio.regions import REGIONS, everything, gathered


def theirs(request, pk) -> Brief:
    """The brief, if this person may see it."""
    return get_object_or_404(Brief.objects.for_user(request.user).select_related("brand"), pk=pk)


def drawn(request, name, brief, *, tell=(), column=""):
    """One region. tell: events that redraw others; column: what a narrow screen shows now."""
    response = render(request, REGIONS[name].template, gathered(name, brief, request.user, request.GET))
    for event in tell:
        trigger_client_event(response, event, {"target": "body"})
    if column:
        trigger_client_event(response, "column.wanted", {"target": "body", "column": column})
    return response


@login_required
@require_POST
def ask(request, pk):
    """Open a brief and go to its page. A Refusal leaves the person where they typed."""
    brand = get_object_or_404(Brand.objects.for_user(request.user), pk=pk)
    brief = open_brief(
        brand=brand,
        text=request.POST.get("text", ""),
        menu=request.POST.get("menu", ""),
        uploads=request.FILES.getlist("uploads"),
        by=request.user,
    )
    address = resolve_url("studio:brief", brief.pk)
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


@login_required
@require_safe
def brief(request, pk):
    brief = theirs(request, pk)
    context = everything(brief, request.user, request.GET)
    asking = not context["cards"] and not context["works"]
    return render(request, "studio/brief.html", context | {"shown": "talk" if asking else "result"})


@login_required
@require_safe
def region(request, pk, name):
    if name not in REGIONS:
        raise Http404(name)
    return drawn(request, name, theirs(request, pk))


@login_required
@require_POST
def answer(request, pk):
    """Take the answers, unless they are skipped, and start."""
    brief = theirs(request, pk)
    if "skip" not in request.POST:
        answers = answers_from(request.POST, MENUS[brief.menu].questions)
        brief = answer_brief(brief=brief, answers=answers, by=request.user)
    generate(brief=brief, by=request.user)
    brief.refresh_from_db()
    told = ["runs.changed", "drafts.changed", "facts.changed"]
    return drawn(request, "talk", brief, tell=told, column="result")


@login_required
@require_POST
def amend(request, pk):
    """Change one thing that was understood."""
    brief = theirs(request, pk)
    asked = MENUS[brief.menu].question(request.POST.get("question", ""))
    answers = answers_from(request.POST, [asked])
    if not answers:
        raise Refusal(_("Say what it should be instead, then save."))
    brief = answer_brief(brief=brief, answers=answers, by=request.user)
    return drawn(request, "context", brief, tell=["drafts.changed"])


@login_required
@require_POST
def add(request, pk):
    """Put photos and texts to the brief."""
    brief = theirs(request, pk)
    brief = add_files(brief=brief, uploads=request.FILES.getlist("uploads"), by=request.user)
    return drawn(request, "context", brief)


@login_required
@require_POST
def regenerate(request, pk):
    brief = theirs(request, pk)
    make_again(brief=brief, wish=request.POST.get("wish", ""), by=request.user)
    brief.refresh_from_db()
    return drawn(request, "talk", brief, tell=["runs.changed", "drafts.changed"], column="result")
