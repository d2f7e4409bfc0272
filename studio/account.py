"""How people come in."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.utils import translation

from brands.models import Invite


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up is open, or by invite only where SIGNUP_OPEN says no; people keep the language they came in."""

    def is_open_for_signup(self, request):
        token = request.session.get("invite", "")
        return settings.SIGNUP_OPEN or Invite.objects.open().filter(token=token).exists()

    def save_user(self, request, user, form, commit=True):
        user.language = translation.get_language() or settings.LANGUAGE_CODE
        return super().save_user(request, user, form, commit)

    def format_email_subject(self, subject):
        return f"[Sparklio] {subject.strip()}"
