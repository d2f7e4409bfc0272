"""Pages for when something is not there, is not allowed or broke; htmx gets the words alone, in #problem."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django_htmx.http import reswap, retarget


def not_found(request, exception=None):
    words = _("There is nothing at this address any more. Reload the page.")
    return _say(request, "404.html", words, status=404)


def forbidden(request, exception=None):
    words = str(exception) or _("Your role does not allow this. Ask an owner of the brand.")
    return _say(request, "403.html", words, status=403)


def broken(request):
    return render(request, "500.html", status=500)


def csrf(request, reason=""):
    words = _("This page was open for too long. Reload it and try again.")
    return _say(request, "403_csrf.html", words, status=403)


def _say(request, template, words, *, status):
    if not getattr(request, "htmx", False):  # absent when an earlier middleware answered
        return render(request, template, {"problem": words}, status=status)
    response = render(request, "_problem.html", {"problem": words}, status=status)
    return reswap(retarget(response, "#problem"), "outerHTML")
