"""What every page shares: the person's language, privacy, and the one way to say no."""

from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.shortcuts import render, resolve_url
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django_htmx.http import HttpResponseClientRedirect, reswap, retarget

from sparklio.lib.refusal import Refusal


class LanguageMiddleware:
    """Speaks the person's own language; a stranger's comes from the cookie, then the browser, then Korean."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with translation.override(self._language(request)):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response

    def _language(self, request):
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if request.user.is_authenticated:
            return request.user.language
        if chosen in dict(settings.LANGUAGES):
            return chosen
        for word in request.headers.get("Accept-Language", "").split(","):
            code = word.split(";")[0].strip().lower()[:2]
            if code in dict(settings.LANGUAGES):
                return code
        return settings.LANGUAGE_CODE


class PrivateMiddleware:
    """Nothing a signed-in person sees may lie in a shared cache (R-W4)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.user.is_authenticated and "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "private, no-store"
        return response


class RefusalMiddleware:
    """A Refusal becomes 422: its words in #problem for htmx, a page of its own otherwise."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, error):
        if not isinstance(error, Refusal):
            return None
        if request.htmx:
            response = render(request, "_problem.html", {"problem": error}, status=422)
            return reswap(retarget(response, "#problem"), "outerHTML")
        return render(request, "problem.html", {"problem": error}, status=422)


class RedirectMiddleware:
    """A redirect is for the whole page: htmx, which would put it into one region, goes there instead.

    A sign-in that ran out in the middle of work leads back to the page, not to the part that was asked for.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not request.htmx or response.status_code not in (301, 302, 303):
            return response
        address = urlsplit(response.headers["Location"])
        if address.path == resolve_url(settings.LOGIN_URL):
            page = urlsplit(request.headers.get("HX-Current-URL", "")).path or "/"
            address = address._replace(query=urlencode({"next": page}))
        return HttpResponseClientRedirect(address.geturl())
