"""What every template may ask."""

from django.conf import settings


def studio(request):
    """csp_nonce is the name that django-htmx and our own tags look for."""
    return {
        "csp_nonce": getattr(request, "csp_nonce", ""),
        "LANGUAGES": settings.LANGUAGES,
        "LANGUAGE_CODE": getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE),
    }
