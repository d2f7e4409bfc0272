"""What every template may ask."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from brands.models import Brand

THEMES = ("light", "dark")


def studio(request):
    """csp_nonce is the name that django-htmx and our own tags look for; my_brands asks only when drawn."""
    theme = request.COOKIES.get("theme", "")
    return {
        "csp_nonce": getattr(request, "csp_nonce", ""),
        "LANGUAGES": settings.LANGUAGES,
        "LANGUAGE_CODE": getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE),
        "theme": theme if theme in THEMES else "",
        "my_brands": SimpleLazyObject(lambda: list(Brand.objects.for_user(request.user)[:50])),
    }
