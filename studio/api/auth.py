"""Who calls the API: an access token in the header `Authorization: Bearer …`."""

from allauth.headless.contrib.rest_framework.authentication import JWTTokenAuthentication
from django.conf import settings
from django.utils import translation
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import SessionAuthentication


class TokenAuthentication(JWTTokenAuthentication):
    """Speaks the person's language unless the call names one in Accept-Language."""

    def authenticate(self, request):
        found = super().authenticate(request)
        if found is not None and not _names_a_language(request):
            translation.activate(found[0].language)
            request._request.LANGUAGE_CODE = found[0].language
        return found


def _names_a_language(request) -> bool:
    words = request.headers.get("Accept-Language", "").split(",")
    return any(word.strip().lower()[:2] in dict(settings.LANGUAGES) for word in words)


class TokenScheme(OpenApiAuthenticationExtension):
    """How the schema describes it."""

    target_class = TokenAuthentication
    name = "token"

    def get_security_definition(self, auto_schema):
        return {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}


class SessionScheme(OpenApiAuthenticationExtension):
    """The studio's own cookie; its name depends on where the studio runs, so the schema names none."""

    target_class = SessionAuthentication
    priority = 1
    name = "session"

    def get_security_definition(self, auto_schema):
        return {"type": "apiKey", "in": "cookie", "name": "session"}
