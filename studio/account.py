"""How people come in."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up is open, or by invite only where SIGNUP_OPEN says no."""

    def is_open_for_signup(self, request):
        return settings.SIGNUP_OPEN or "invite" in request.session
