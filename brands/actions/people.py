"""Who belongs to a brand: inviting, joining, roles, leaving. A brand always keeps an owner."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from brands.access import require
from brands.models import Brand, Invite, Membership, Role, User
from brands.models.audit import record
from sparklio.lib.refusal import Refusal

LONGEST_INVITE = 30  # days


@transaction.atomic
def invite_person(*, brand: Brand, role: str, email: str = "", days: int = 7, by: User) -> Invite:
    """A link for one person. With `email`, only that address may use it. Raises Refusal."""
    require(by, "own", brand)
    if role not in Role.values:
        raise Refusal(_("There is no role “%(role)s”.") % {"role": role})
    if not 1 <= days <= LONGEST_INVITE:
        raise Refusal(_("An invite is good for 1 to %(most)d days.") % {"most": LONGEST_INVITE})
    email = email.strip().lower()
    if email and Membership.objects.filter(brand=brand, user__email=email).exists():
        raise Refusal(_("%(email)s is in this brand already.") % {"email": email})
    expires_at = timezone.now() + timedelta(days=days)
    invite = Invite.objects.create(brand=brand, role=role, email=email, expires_at=expires_at, invited_by=by)
    record("person.invited", invite, brand=brand, by=by, role=role, email=email, days=days)
    return invite


@transaction.atomic
def revoke_invite(*, invite: Invite, by: User) -> None:
    """The link stops working at once. Raises Refusal if somebody came in through it already."""
    require(by, "own", invite.brand)
    done = Invite.objects.open().filter(pk=invite.pk).update(revoked_at=timezone.now())
    if not done:
        raise Refusal(_("This invite is used, revoked or expired already."))
    record("invite.revoked", invite, brand=invite.brand, by=by)


@transaction.atomic
def accept_invite(*, invite: Invite, by: User) -> Membership:
    """Join the brand with the invite's role. Raises Refusal; two people at once: one comes in."""
    invite = Invite.objects.select_for_update().select_related("brand").get(pk=invite.pk)
    if Membership.objects.filter(brand=invite.brand, user=by).exists():
        raise Refusal(_("You are in %(brand)s already.") % {"brand": invite.brand})
    if invite.email and invite.email != by.email.lower():
        raise Refusal(_("This invite is for %(email)s. Sign in with that address.") % {"email": invite.email})
    used = Invite.objects.open().filter(pk=invite.pk).update(accepted_at=timezone.now(), accepted_by=by)
    if not used:
        raise Refusal(_("This invite is used, revoked or expired. Ask for a new one."))
    membership = Membership.objects.create(brand=invite.brand, user=by, role=invite.role)
    record("person.joined", membership, brand=invite.brand, by=by, role=invite.role)
    return membership


@transaction.atomic
def change_role(*, membership: Membership, role: str, by: User) -> Membership:
    """Raises Refusal for an unknown role, and for taking the last owner's role away."""
    require(by, "own", membership.brand)
    if role not in Role.values:
        raise Refusal(_("There is no role “%(role)s”.") % {"role": role})
    if role != Role.OWNER:
        _keep_an_owner(membership)
    before = membership.role
    Membership.objects.filter(pk=membership.pk).update(role=role)
    membership.refresh_from_db()
    if before != role:
        record("role.changed", membership, brand=membership.brand, by=by, before=before, after=role)
    return membership


@transaction.atomic
def remove_member(*, membership: Membership, by: User) -> None:
    """Take a person off the brand, or leave it oneself. What they made stays; the last owner does."""
    if membership.user_id != by.pk:
        require(by, "own", membership.brand)
    _keep_an_owner(membership)
    person = str(membership.user)
    record("person.removed", membership, brand=membership.brand, by=by, person=person, role=membership.role)
    Membership.objects.filter(pk=membership.pk).delete()


def _keep_an_owner(membership: Membership) -> None:
    """Locks the brand's owners, so that two of them cannot leave at the same instant."""
    owners = list(
        Membership.objects.select_for_update().filter(brand=membership.brand, role=Role.OWNER).order_by("pk")
    )
    if [owner.pk for owner in owners] == [membership.pk]:
        raise Refusal(_("A brand needs an owner. Make somebody else an owner first."))
