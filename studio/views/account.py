"""The person's own pages: profile, language, and the one-time sign-in link."""

from allauth.account.utils import perform_login
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from brands.entry import owner_of
from studio.forms.people import ProfileForm

YEAR = 365 * 24 * 3600  # seconds


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request):
    form = ProfileForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        with translation.override(request.user.language):
            messages.success(request, _("Saved."))
        return redirect("studio:profile")
    context = {
        "form": form,
        "mfa": is_mfa_enabled(request.user),
        "memberships": request.user.memberships.select_related("brand").order_by("brand__name"),
    }
    return render(request, "studio/profile.html", context, status=422 if form.errors else 200)


@require_POST
def language(request):
    chosen = request.POST.get("language")
    back = request.headers.get("Referer", "")
    here = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = redirect(back if here else "/")
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, chosen, max_age=YEAR, samesite="Lax", secure=settings.HTTPS
        )
        if request.user.is_authenticated:
            request.user.language = chosen
            request.user.save(update_fields=["language"])
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request, token):
    """A GET only shows a button, so that a mail program that peeks at links does not use the link up."""
    with transaction.atomic():
        posted = request.method == "POST"
        person = owner_of(token, lock=posted)
        if person and posted:
            if request.user.is_authenticated:
                logout(request)
            return perform_login(request, person, email_verification="none", redirect_url="/")
    return render(request, "studio/enter.html", {"person": person}, status=200 if person else 410)
