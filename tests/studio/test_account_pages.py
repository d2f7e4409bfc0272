"""Coming in, going out, and the person's own page."""

import re

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core import mail
from django.urls import reverse

from brands.actions.people import invite_person
from brands.entry import entry_token
from brands.models import Brand, Membership, User
from tests import make

PASSWORD = "correct-horse-battery"


@pytest.fixture(autouse=True)
def no_limits(settings):
    settings.ACCOUNT_RATE_LIMITS = False


def sign_up(client, email="dora@example.test", **more):
    fields = {"email": email, "password1": PASSWORD, **more}
    return client.post(reverse("account_signup"), fields)


def signed_in(client):
    return "_auth_user_id" in client.session


def test_a_stranger_is_led_to_the_sign_in(browser):
    assert browser(None).get("/").headers["Location"].startswith("/accounts/login/")


def test_whoever_signs_up_opens_a_brand_first(browser, db):
    client = browser(None)

    answer = sign_up(client)
    pages = [client.get(answer.headers["Location"]).headers["Location"]]

    assert pages == [reverse("studio:new_brand")]
    assert client.get(pages[0]).status_code == 200


def test_a_person_keeps_the_language_they_signed_up_in(browser, db):
    sign_up(browser(None))

    assert User.objects.get(email="dora@example.test").language == "en"


def test_signing_in_takes_address_and_password(browser, db):
    User.objects.create_user("dora@example.test", PASSWORD)
    client = browser(None)

    client.post(reverse("account_login"), {"login": "Dora@example.test", "password": PASSWORD})

    assert signed_in(client)


def test_a_wrong_password_says_so_and_keeps_the_address(browser, db):
    User.objects.create_user("dora@example.test", PASSWORD)
    client = browser(None)

    page = client.post(
        reverse("account_login"), {"login": "dora@example.test", "password": "wrong"}
    ).content.decode()

    assert not signed_in(client)
    assert 'role="alert"' in page and 'value="dora@example.test"' in page


def test_signing_out_takes_a_post(browser, ann):
    client = browser(ann)
    client.get(reverse("account_logout"))
    assert signed_in(client)

    client.post(reverse("account_logout"))
    assert not signed_in(client)


def test_a_forgotten_password_is_replaced_through_a_mail(browser, db):
    User.objects.create_user("dora@example.test", PASSWORD)
    client = browser(None)
    client.post(reverse("account_reset_password"), {"email": "dora@example.test"})

    (letter,) = mail.outbox
    link = re.search(r"http://testserver(\S+)", letter.body)[1]
    form = client.get(link, follow=True)
    client.post(
        form.redirect_chain[-1][0], {"password1": "another-good-one-7", "password2": "another-good-one-7"}
    )

    assert letter.subject == "[Sparklio] Choose a new password"
    assert User.objects.get().check_password("another-good-one-7")


def test_a_forgotten_password_of_nobody_looks_the_same(browser, db):
    answer = browser(None).post(reverse("account_reset_password"), {"email": "nobody@example.test"})

    assert answer.headers["Location"] == reverse("account_reset_password_done")


def test_sign_up_can_be_by_invite_only(browser, brand, ann, settings):
    settings.SIGNUP_OPEN = False
    client = browser(None)
    assert "by invite only" in client.get(reverse("account_signup")).content.decode()

    invite = invite_person(brand=brand, role="editor", by=ann)
    client.get(reverse("studio:invitation", args=[invite.token]))

    assert "by invite only" not in client.get(reverse("account_signup")).content.decode()


def test_a_link_shows_a_button_first_and_signs_in_on_the_post(browser, ann):
    client, address = browser(None), reverse("studio:enter", args=[entry_token(ann)])

    assert client.get(address).status_code == 200
    assert client.get(address).status_code == 200, "looking does not use it up"
    assert not signed_in(client)

    client.post(address)
    assert signed_in(client)


def test_a_link_works_once(browser, ann):
    address = reverse("studio:enter", args=[entry_token(ann)])
    browser(None).post(address)
    second = browser(None)

    assert second.post(address).status_code == 410
    assert second.get(address).status_code == 410
    assert not signed_in(second)


def test_a_link_changes_who_is_signed_in(browser, ann, cleo):
    client = browser(cleo)

    client.post(reverse("studio:enter", args=[entry_token(ann)]))

    assert int(client.session["_auth_user_id"]) == ann.pk


def test_the_profile_is_saved_and_speaks_the_new_language(browser, ann):
    client = browser(ann)

    client.post(reverse("studio:profile"), {"name": "안지수", "language": "ko"})

    ann.refresh_from_db()
    assert (ann.name, ann.language) == ("안지수", "ko")


def test_a_language_nobody_speaks_here_is_an_error_on_the_form(browser, ann):
    answer = browser(ann).post(reverse("studio:profile"), {"name": "Ann", "language": "xx"})

    assert answer.status_code == 422


def test_the_language_switch_goes_back_to_where_it_was_pressed(browser, ann):
    client = browser(ann)

    answer = client.post(
        reverse("studio:language"), {"language": "en"}, headers={"referer": "http://testserver/account/"}
    )

    ann.refresh_from_db()
    assert (answer.headers["Location"], ann.language) == ("http://testserver/account/", "en")


def test_the_language_switch_leads_nowhere_else(browser, db):
    answer = browser(None).post(
        reverse("studio:language"), {"language": "en"}, headers={"referer": "https://evil.example/"}
    )

    assert answer.headers["Location"] == "/"


def test_the_start_is_the_brand_used_last(browser, ann, brand):
    other = make.brand(ann, name="가나다")
    client = browser(ann)
    assert client.get("/").headers["Location"] == reverse("studio:brand", args=[other.pk])

    client.get(reverse("studio:brand", args=[brand.pk]))

    assert client.get("/").headers["Location"] == reverse("studio:brand", args=[brand.pk])


def test_a_brand_one_was_taken_off_is_not_the_start_any_more(browser, brand, ben):
    client = browser(ben)
    client.get(reverse("studio:brand", args=[brand.pk]))
    Membership.objects.filter(user=ben).delete()

    assert client.get("/").headers["Location"] == reverse("studio:new_brand")


def test_a_brand_is_opened_with_a_look_and_a_tone(browser, ann):
    fields = {"name": "새벽식빵", "look": "warm", "tone": "emotional"}

    browser(ann).post(reverse("studio:new_brand"), fields)

    kit = Brand.objects.get(name="새벽식빵").kit
    assert (kit.tone, kit.heading_font, kit.primary) == ("emotional", "Gowun Batang", "#8a4b22")


@pytest.mark.parametrize(
    "fields", [{"name": " "}, {"name": "빵집", "look": "nope"}, {"name": "빵집", "tone": "nope"}]
)
def test_a_brand_that_cannot_be_right_comes_back_as_typed(browser, ann, fields):
    given = {"look": "warm", "tone": "emotional", **fields}

    answer = browser(ann).post(reverse("studio:new_brand"), given)

    assert answer.status_code == 422
    assert not Brand.objects.exists()


OWN_LOOK = [
    "account_login",
    "account_signup",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_inactive",
    "account_email",
    "account_email_verification_sent",
    "account_change_password",
    "account_set_password",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_generate_recovery_codes",
]
ASKED_AGAIN = ["account_reauthenticate", "mfa_index", "mfa_view_recovery_codes"]


@pytest.mark.parametrize("name", OWN_LOOK)
@pytest.mark.parametrize("password", ["", PASSWORD])
def test_every_page_about_signing_in_wears_our_look(browser, db, name, password):
    dora = User.objects.create_user("dora@example.test", password or None)
    for client in (browser(None), browser(dora)):
        page = client.get(reverse(name), follow=True)

        assert page.status_code == 200
        assert 'class="topbar"' in page.content.decode(), name
        assert "<style" not in page.content.decode()


@pytest.mark.parametrize("name", ASKED_AGAIN)
def test_the_pages_of_a_second_step_wear_our_look(browser, db, name):
    dora = User.objects.create_user("dora@example.test", PASSWORD)
    TOTP.activate(dora, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(dora)

    page = browser(dora).get(reverse(name), follow=True)

    assert page.status_code == 200
    assert 'class="topbar"' in page.content.decode()


def test_a_second_step_is_asked_after_a_link_too(browser, ann):
    TOTP.activate(ann, "JBSWY3DPEHPK3PXP")
    client = browser(None)

    answer = client.post(reverse("studio:enter", args=[entry_token(ann)]))

    assert answer.headers["Location"].startswith(reverse("mfa_authenticate"))
    assert not signed_in(client)


def test_without_a_password_the_second_step_waits(browser, ann):
    assert (
        "Set a password first: the second step"
        in browser(ann).get(reverse("studio:profile")).content.decode()
    )
