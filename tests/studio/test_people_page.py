"""Members and invites, as seen by owner, member, stranger and nobody."""

import pytest
from django.urls import reverse

from brands.actions.people import invite_person
from brands.models import Invite, Membership, Role, User
from tests import make

PASSWORD = "correct-horse-battery"


def address(brand):
    return reverse("studio:people", args=[brand.pk])


@pytest.fixture
def invite(brand, ann):
    return invite_person(brand=brand, role="approver", by=ann)


def test_the_owner_sees_people_roles_and_invites(browser, brand, ann, ben, invite):
    page = browser(ann).get(address(brand)).content.decode()

    assert "ben@example.test" in page
    assert f"http://testserver/invites/{invite.token}/" in page
    assert reverse("studio:change_role", args=[brand.memberships.get(user=ben).pk]) in page


def test_a_member_sees_people_but_no_invites(browser, brand, ben, invite):
    page = browser(ben).get(address(brand)).content.decode()

    assert "ann@example.test" in page
    assert invite.token not in page
    assert "/role/" not in page


def test_a_stranger_finds_nothing_and_nobody_must_sign_in(browser, brand, cleo):
    assert browser(cleo).get(address(brand)).status_code == 404
    assert browser(None).get(address(brand)).status_code == 302


def test_an_invite_is_made_with_role_address_and_days(browser, brand, ann):
    fields = {"role": "viewer", "email": "dora@example.test", "days": 30}

    browser(ann).post(reverse("studio:invite_person", args=[brand.pk]), fields)

    invite = Invite.objects.get()
    days = (invite.expires_at - invite.created_at).total_seconds() / 86400
    assert (invite.role, invite.email, round(days)) == ("viewer", "dora@example.test", 30)


def test_an_invite_with_a_bad_address_comes_back_as_typed(browser, brand, ann):
    fields = {"role": "viewer", "email": "not an address", "days": 7}

    answer = browser(ann).post(reverse("studio:invite_person", args=[brand.pk]), fields)

    assert answer.status_code == 422
    assert 'value="not an address"' in answer.content.decode()
    assert not Invite.objects.exists()


@pytest.mark.parametrize("role", [Role.VIEWER, Role.EDITOR, Role.APPROVER])
def test_who_is_no_owner_changes_nothing(browser, brand, ann, invite, role):
    client = browser(make.member(brand, "Dora", role=role))
    hers = brand.memberships.get(user=ann).pk
    tries = [
        (reverse("studio:invite_person", args=[brand.pk]), {"role": "viewer", "days": 7}),
        (reverse("studio:change_role", args=[hers]), {"role": "viewer"}),
        (reverse("studio:remove_member", args=[hers]), {}),
        (reverse("studio:revoke_invite", args=[invite.pk]), {}),
    ]

    assert [client.post(*each).status_code for each in tries] == [403, 403, 403, 403]
    assert (Invite.objects.open().count(), brand.memberships.get(pk=hers).role) == (1, "owner")


def test_a_stranger_gets_404_for_every_verb(browser, brand, ann, cleo, invite):
    client = browser(cleo)
    hers = brand.memberships.get(user=ann).pk
    tries = [
        reverse("studio:invite_person", args=[brand.pk]),
        reverse("studio:change_role", args=[hers]),
        reverse("studio:remove_member", args=[hers]),
        reverse("studio:revoke_invite", args=[invite.pk]),
    ]

    assert [client.post(each).status_code for each in tries] == [404, 404, 404, 404]


def test_a_role_is_changed(browser, brand, ann, ben):
    membership = brand.memberships.get(user=ben)

    browser(ann).post(reverse("studio:change_role", args=[membership.pk]), {"role": "approver"})

    membership.refresh_from_db()
    assert membership.role == "approver"


def test_a_person_is_removed_and_sees_nothing_any_more(browser, brand, ann, ben):
    browser(ann).post(reverse("studio:remove_member", args=[brand.memberships.get(user=ben).pk]))

    assert browser(ben).get(address(brand)).status_code == 404


def test_whoever_leaves_goes_to_the_start(browser, brand, ben):
    answer = browser(ben).post(reverse("studio:remove_member", args=[brand.memberships.get(user=ben).pk]))

    assert answer.headers["Location"] == "/"
    assert not brand.memberships.filter(user=ben).exists()


def test_a_taken_back_invite_says_so(browser, brand, ann, cleo, invite):
    browser(ann).post(reverse("studio:revoke_invite", args=[invite.pk]))

    page = browser(cleo).get(reverse("studio:invitation", args=[invite.token]))

    assert page.status_code == 410
    assert "no longer works" in page.content.decode()


def test_a_person_with_an_account_joins_with_one_click(browser, brand, cleo, invite):
    client, link = browser(cleo), reverse("studio:invitation", args=[invite.token])
    assert "Join 동네빵집" in client.get(link).content.decode()

    answer = client.post(reverse("studio:accept_invite", args=[invite.token]))

    assert answer.headers["Location"] == reverse("studio:brand", args=[brand.pk])
    assert Membership.objects.get(user=cleo).role == "approver"


def test_looking_at_an_invite_joins_nobody(browser, brand, cleo, invite):
    browser(cleo).get(reverse("studio:invitation", args=[invite.token]))
    browser(cleo).get(reverse("studio:accept_invite", args=[invite.token]))

    assert not Membership.objects.filter(user=cleo).exists()


def test_a_new_person_signs_up_and_comes_back_to_the_invite(browser, brand, invite, settings):
    settings.SIGNUP_OPEN = False
    client, link = browser(None), reverse("studio:invitation", args=[invite.token])
    page = client.get(link).content.decode()
    assert f"{reverse('account_signup')}?next={link}" in page

    fields = {"email": "dora@example.test", "password1": PASSWORD, "next": link}
    answer = client.post(reverse("account_signup"), fields)
    client.post(reverse("studio:accept_invite", args=[invite.token]))

    assert answer.headers["Location"] == link
    assert brand.memberships.get(user=User.objects.get(email="dora@example.test")).role == "approver"


def test_a_member_who_follows_an_invite_is_told_they_are_in(browser, brand, ben, invite):
    assert "already" in browser(ben).get(reverse("studio:invitation", args=[invite.token])).content.decode()


def test_a_made_up_invite_is_not_there(browser, cleo):
    assert browser(cleo).get(reverse("studio:invitation", args=["made-up"])).status_code == 404
    assert browser(cleo).post(reverse("studio:accept_invite", args=["made-up"])).status_code == 404


def test_an_invite_tells_a_stranger_only_who_invites_to_what(browser, brand, brief, invite):
    page = browser(None).get(reverse("studio:invitation", args=[invite.token])).content.decode()

    assert brief.title not in page
    assert str(brand.pk) not in page


def test_the_list_asks_as_often_for_many_people_as_for_few(browser, brand, ann, django_assert_num_queries):
    client = browser(ann)
    for name in ("Dora", "Eve", "Finn"):
        make.member(brand, name)
    client.get(address(brand))
    with django_assert_num_queries(7):
        client.get(address(brand))
    for number in range(12):
        make.member(brand, f"Guest{number}")

    with django_assert_num_queries(7):
        client.get(address(brand))
