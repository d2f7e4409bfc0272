"""Who may do what in a brand: four roles, each may also do what the ones below it may.

A stranger never gets here: reads start with `.for_user`, so a foreign row is simply not there.
"""

import rules
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from brands.models import Brand, Membership, Role, User

RANK = [Role.VIEWER, Role.EDITOR, Role.APPROVER, Role.OWNER]


def role_of(user: User, brand: Brand) -> Role | None:
    """The person's role in the brand, None for a stranger."""
    if not user.is_authenticated or not user.is_active:
        return None
    row = Membership.objects.filter(user=user, brand=brand).values_list("role", flat=True).first()
    return Role(row) if row else None


def _at_least(least: Role):
    @rules.predicate(name=f"at least {least}")
    def predicate(user, brand):
        role = role_of(user, brand)
        return role is not None and RANK.index(role) >= RANK.index(least)

    return predicate


VERBS = {
    "look": Role.VIEWER,  # see everything of the brand
    "edit": Role.EDITOR,  # briefs, drafts, documents, uploads
    "approve": Role.APPROVER,  # approve and reject drafts
    "own": Role.OWNER,  # kit, people, the brand itself
}
for _verb, _least in VERBS.items():
    rules.add_perm(f"brands.{_verb}", _at_least(_least))


def may(user, verb: str, brand: Brand) -> bool:
    """Whether this person may do `verb` (a key of VERBS) in the brand.

    A superuser may, for the back office: pages start with `.for_user` and show them their own brands only.
    """
    return (user.is_active and user.is_superuser) or rules.has_perm(f"brands.{verb}", user, brand)


def require(user, verb: str, brand: Brand) -> None:
    """Raises PermissionDenied, saying which role it takes, unless the person may."""
    if not may(user, verb, brand):
        raise PermissionDenied(
            _("This takes the role “%(role)s” in %(brand)s. Ask an owner of the brand.")
            % {"role": VERBS[verb].label, "brand": brand.name}
        )
