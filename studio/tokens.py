"""Access and refresh tokens of the API: short, tied to a session, and a refresh token is good once."""

from allauth.headless.tokens.strategies.jwt import JWTTokenStrategy, internal
from django.contrib.sessions.models import Session
from django.db import transaction


class Tokens(JWTTokenStrategy):
    """A refresh token seen twice was copied: the session ends, with every token that came of it (S7)."""

    @transaction.atomic
    def refresh_token(self, refresh_token: str) -> tuple[str, str] | None:
        payload = internal.decode_token(refresh_token, "refresh")
        if payload is None:
            return None
        key = internal.session_key_from_sid(payload["sid"]) or ""
        # Two at once: the second waits here, and finds the token used.
        if not Session.objects.select_for_update().filter(session_key=key).exists():
            return None
        fresh = super().refresh_token(refresh_token)
        if fresh is None:
            Session.objects.filter(session_key=key).delete()
        return fresh
