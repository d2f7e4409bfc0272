"""Who belongs to a brand: inviting, joining, roles, leaving."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from brands.actions.brands import open_brand, rename_brand
from brands.actions.people import accept_invite, change_role, invite_person, remove_member, revoke_invite
from brands.models import AuditEntry, Brand, Membership, Role
from sparklio.lib.refusal import Refusal
from tests import make


def role_of(person, brand):
    return Membership.objects.values_list("role", flat=True).get(user=person, brand=brand)


def test_whoever_opens_a_brand_owns_it_and_it_has_a_kit(ann):
    brand = open_brand(name="  동네   빵집 ", by=ann)

    assert (brand.name, role_of(ann, brand), brand.kit.version) == ("동네 빵집", "owner", 1)


def test_a_brand_needs_a_name(ann):
    with pytest.raises(Refusal):
        open_brand(name="   ", by=ann)

    assert not Brand.objects.exists()


def test_an_editor_cannot_rename_the_brand(brand, ben):
    with pytest.raises(PermissionDenied):
        rename_brand(brand=brand, name="벤의 빵집", by=ben)

    brand.refresh_from_db()
    assert brand.name == "동네빵집"


def test_an_invite_lets_one_person_in_with_its_role(brand, ann, cleo):
    invite = invite_person(brand=brand, role="approver", by=ann)

    accept_invite(invite=invite, by=cleo)

    assert role_of(cleo, brand) == "approver"
    with pytest.raises(Refusal):
        accept_invite(invite=invite, by=make.user("Dora"))


def test_an_invite_for_one_address_is_no_use_to_another(brand, ann, cleo):
    invite = invite_person(brand=brand, role="editor", email="Dora@Example.test", by=ann)

    with pytest.raises(Refusal, match=r"dora@example\.test"):
        accept_invite(invite=invite, by=cleo)

    assert accept_invite(invite=invite, by=make.user("Dora"))


def test_an_invite_that_is_too_old_lets_nobody_in(brand, ann, cleo):
    invite = invite_person(brand=brand, role="editor", by=ann)
    type(invite).objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    with pytest.raises(Refusal):
        accept_invite(invite=invite, by=cleo)


def test_an_invite_that_was_taken_back_lets_nobody_in(brand, ann, cleo):
    invite = invite_person(brand=brand, role="editor", by=ann)

    revoke_invite(invite=invite, by=ann)

    with pytest.raises(Refusal):
        accept_invite(invite=invite, by=cleo)


def test_a_used_invite_cannot_be_taken_back(brand, ann, cleo):
    invite = invite_person(brand=brand, role="editor", by=ann)
    accept_invite(invite=invite, by=cleo)

    with pytest.raises(Refusal):
        revoke_invite(invite=invite, by=ann)


@pytest.mark.parametrize("bad", [{"role": "king"}, {"days": 0}, {"days": 31}, {"email": "ben@example.test"}])
def test_an_invite_that_cannot_be_right_is_refused(brand, ann, ben, bad):
    with pytest.raises(Refusal):
        invite_person(**{"brand": brand, "role": "editor", "by": ann, **bad})


@pytest.mark.parametrize("role", [Role.VIEWER, Role.EDITOR, Role.APPROVER])
def test_only_owners_invite(brand, role):
    somebody = make.member(brand, "Dora", role=role)

    with pytest.raises(PermissionDenied):
        invite_person(brand=brand, role="viewer", by=somebody)


def test_a_member_who_follows_an_invite_keeps_the_role_and_the_invite(brand, ann, ben):
    invite = invite_person(brand=brand, role="viewer", by=ann)

    with pytest.raises(Refusal):
        accept_invite(invite=invite, by=ben)

    invite.refresh_from_db()
    assert (role_of(ben, brand), invite.accepted_at) == ("editor", None)


def test_the_last_owner_can_neither_leave_nor_step_down(brand, ann, ben):
    membership = Membership.objects.get(user=ann, brand=brand)

    with pytest.raises(Refusal):
        remove_member(membership=membership, by=ann)
    with pytest.raises(Refusal):
        change_role(membership=membership, role="editor", by=ann)

    assert role_of(ann, brand) == "owner"


def test_an_owner_may_leave_when_there_is_another(brand, ann, ben):
    change_role(membership=Membership.objects.get(user=ben), role="owner", by=ann)

    remove_member(membership=Membership.objects.get(user=ann), by=ann)

    assert list(brand.people.all()) == [ben]


def test_anybody_may_leave_but_not_send_others_away(brand, ann, ben):
    with pytest.raises(PermissionDenied):
        remove_member(membership=Membership.objects.get(user=ann), by=ben)

    remove_member(membership=Membership.objects.get(user=ben), by=ben)

    assert list(brand.people.all()) == [ann]


def test_what_happens_to_people_is_written_down(brand, ann, cleo):
    invite = invite_person(brand=brand, role="viewer", by=ann)
    membership = accept_invite(invite=invite, by=cleo)
    change_role(membership=membership, role="editor", by=ann)
    remove_member(membership=membership, by=ann)

    verbs = list(AuditEntry.objects.filter(brand=brand).order_by("pk").values_list("verb", "by__name"))
    assert verbs == [
        ("person.invited", "Ann"),
        ("person.joined", "Cleo"),
        ("role.changed", "Ann"),
        ("person.removed", "Ann"),
    ]
