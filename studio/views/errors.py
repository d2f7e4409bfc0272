"""Pages for when something is not there or broke."""

from django.shortcuts import render


def not_found(request, exception=None):
    return render(request, "404.html", status=404)


def broken(request):
    return render(request, "500.html", status=500)


def csrf(request, reason=""):
    return render(request, "403_csrf.html", status=403)
