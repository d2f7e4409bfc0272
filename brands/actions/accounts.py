"""What a superuser does with people's accounts in the back office: open, change, shut out, let in."""

from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from brands.models import User
from brands.models.audit import record
from sparklio.lib.refusal import Refusal

FIELDS = ("name", "language", "is_staff", "is_superuser")


@transaction.atomic
def open_account(*, person: User, by: User) -> User:
    """Save a new person. They choose a password through “Forgot your password?”."""
    _superuser(by)
    person.email = person.email.strip().lower()
    person.set_unusable_password()
    person.save(force_insert=True)
    record("account.opened", person, brand=None, by=by, email=person.email, staff=person.is_staff)
    return person


@transaction.atomic
def change_account(*, person: User, values: dict, by: User) -> User:
    """Put `values`, any of FIELDS, into the person. Raises Refusal for taking one's own rights away."""
    _superuser(by)
    before = User.objects.select_for_update().get(pk=person.pk)
    after = {
        name: values[name] for name in FIELDS if name in values and values[name] != getattr(before, name)
    }
    if person.pk == by.pk and {"is_staff", "is_superuser"} & set(after):
        raise Refusal(_("Ask another superuser to take your own rights away."))
    if after:
        User.objects.filter(pk=person.pk).update(**after)
        was = {name: getattr(before, name) for name in after}
        record("account.changed", person, brand=None, by=by, before=was, after=after)
    person.refresh_from_db()
    return person


@transaction.atomic
def shut_out(*, person: User, by: User) -> None:
    """The person is out at their next request; what they made stays. Raises Refusal."""
    _superuser(by)
    if person.pk == by.pk:
        raise Refusal(_("You cannot shut yourself out."))
    _switch(person, by, on=False, verb="account.shut_out")


@transaction.atomic
def let_in(*, person: User, by: User) -> None:
    """Undo shut_out. Raises Refusal."""
    _superuser(by)
    _switch(person, by, on=True, verb="account.let_in")


@transaction.atomic
def drop_second_factor(*, person: User, by: User) -> None:
    """For who has lost their phone and the recovery codes: the password alone lets in. Raises Refusal."""
    _superuser(by)
    if not Authenticator.objects.filter(user=person).delete()[0]:
        raise Refusal(_("This person has no second factor."))
    record("account.second_factor_dropped", person, brand=None, by=by)


def _switch(person: User, by: User, *, on: bool, verb: str) -> None:
    if not User.objects.filter(pk=person.pk, is_active=not on).update(is_active=on):
        raise Refusal(_("This is so already."))
    record(verb, person, brand=None, by=by)


def _superuser(by: User) -> None:
    if not (by.is_active and by.is_superuser):
        raise PermissionDenied(_("Only a superuser may do this."))
