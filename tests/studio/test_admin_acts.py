"""What a superuser does in the back office goes through the house's own verbs, with an audit entry."""

from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry

from agents.models import Run
from brands.models import AuditEntry, Brand, Invite, Kit, Membership, Role, User
from tests import make
from tests.studio.office import address


def press(client, row, action):
    """Choose one row in its list and run an action on it; the words that come back."""
    chosen = {"action": action, "_selected_action": [str(row.pk)]}
    answer = client.post(address(type(row), "changelist"), chosen, follow=True)
    return [str(message) for message in answer.context["messages"]]


def test_a_run_is_asked_again_and_called_off_by_the_houses_verbs(browser, one, root):
    client = browser(root)
    off = press(client, one[Run], "cancel")
    again = press(client, one[Run], "again")

    assert Run.objects.get(pk=one[Run].pk).state == "cancelled"
    assert Run.objects.filter(maker="pm", state="queued", asked_by=root).count() == 1
    assert AuditEntry.objects.filter(verb__in=["run.cancelled", "run.asked_again"], by=root).count() == 2
    assert off == again == ["Done for 1 row."]


def test_what_is_refused_is_said_with_its_row(browser, one, root):
    said = press(browser(root), one[Run], "again")

    assert len(said) == 1 and "still being worked on" in said[0]
    assert Run.objects.count() == 1


def test_an_invite_is_revoked_with_an_audit_entry(browser, one, root):
    press(browser(root), one[Invite], "revoke")

    assert Invite.objects.get().revoked_at
    assert AuditEntry.objects.filter(verb="invite.revoked", by=root).exists()


def test_a_kit_is_put_in_force_again(browser, one, root):
    press(browser(root), one[Kit], "restore")

    assert one[Brand].kits.count() == 1  # nothing differs, so no version is made
    other = Kit.objects.create(brand=one[Brand], version=2, is_active=False, primary="#112233")
    press(browser(root), other, "restore")
    assert (one[Brand].kit.version, one[Brand].kit.primary) == (3, "#112233")


def test_a_brand_keeps_an_owner_here_too(browser, one, root):
    client = browser(root)
    said = [press(client, one[Membership], "make_viewer"), press(client, one[Membership], "remove")]

    assert all("needs an owner" in words[0] for words in said)
    assert Membership.objects.get().role == Role.OWNER


def test_a_role_is_given_with_an_audit_entry(browser, one, root):
    ben = Membership.objects.create(brand=one[Brand], user=make.user("Ben"), role=Role.VIEWER)
    press(browser(root), ben, "make_approver")

    assert Membership.objects.get(pk=ben.pk).role == Role.APPROVER
    assert AuditEntry.objects.filter(verb="role.changed", by=root).exists()


def test_a_person_is_shut_out_and_let_in_and_keeps_what_they_made(browser, one, root):
    client, person = browser(root), one[User]
    inside = browser(person)
    press(client, person, "shut_out")
    shut = inside.get("/account/").status_code
    press(client, person, "let_in")

    assert shut == 302
    assert User.objects.get(pk=person.pk).is_active
    assert [entry.verb for entry in AuditEntry.objects.about(person)] == [
        "account.shut_out",
        "account.let_in",
    ]


def test_nobody_shuts_themselves_out_or_drops_their_own_rights(browser, root):
    client = browser(root)
    said = press(client, root, "shut_out")
    client.post(address(User, "change", root.pk), {"name": "Rut", "language": "en", **inline()})

    root.refresh_from_db()
    assert "yourself" in said[0]
    assert (root.is_active, root.is_superuser, root.is_staff) == (True, True, True)


def inline():
    return {"memberships-TOTAL_FORMS": "0", "memberships-INITIAL_FORMS": "0"}


def test_a_person_is_opened_without_a_password_and_changed_with_an_audit_entry(browser, root):
    client = browser(root)
    client.post(
        address(User, "add"), {"email": "Neu@Example.TEST", "name": "Neu", "language": "ko", **inline()}
    )
    made = User.objects.get(email="neu@example.test")
    client.post(
        address(User, "change", made.pk), {"name": "Neu", "language": "ko", "is_staff": "on", **inline()}
    )

    made.refresh_from_db()
    assert not made.has_usable_password()
    assert made.is_staff
    changed = AuditEntry.objects.about(made).get(verb="account.changed")
    assert changed.detail == {"before": {"is_staff": False}, "after": {"is_staff": True}}
    assert LogEntry.objects.filter(user=root).count() == 2


def test_a_brand_is_renamed_with_an_audit_entry(browser, one, root):
    page = address(Brand, "change", one[Brand].pk)
    browser(root).post(
        page, {"name": "새집", "memberships-TOTAL_FORMS": "0", "memberships-INITIAL_FORMS": "0"}
    )

    assert Brand.objects.get(pk=one[Brand].pk).name == "새집"
    assert AuditEntry.objects.filter(verb="brand.renamed", by=root).exists()


def test_a_lost_second_factor_is_taken_away_with_an_audit_entry(browser, one, root):
    press(browser(root), one[User], "drop_second_factor")

    assert not Authenticator.objects.exists()
    assert AuditEntry.objects.about(one[User]).get().verb == "account.second_factor_dropped"
