"""Signing in to the API: short tokens that a person loses at once, refresh tokens that are good once (S7)."""

import base64
import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session

from brands.models import Membership
from sparklio.embedded.home import Home
from tests import make

AUTH = "/_allauth/app/v1"
PASSWORD = "stille Wasser 91"


@pytest.fixture(autouse=True)
def quick_and_apart(settings):
    """No slow hash, and no sign-in of another test counts here."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": uuid4().hex}
    }


@pytest.fixture
def dora(db):
    person = make.user("Dora", language="en")
    person.set_password(PASSWORD)
    person.save()
    return person


@pytest.fixture
def tokens(client, dora):
    """What a program gets for an address and a password."""
    return signed_in(client, dora).json()["meta"]


def signed_in(client, person, password=PASSWORD):
    words = {"email": person.email, "password": password}
    return client.post(f"{AUTH}/auth/login", words, content_type="application/json")


def call(client, token, path="/api/v1/brands/", **headers):
    return client.get(path, headers={"Authorization": f"Bearer {token}", **headers})


def refreshed(client, token):
    return client.post(f"{AUTH}/tokens/refresh", {"refresh_token": token}, content_type="application/json")


def told(token):
    """What an access token says, unread by any key."""
    middle = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))


def test_an_address_and_a_password_give_tokens_that_open_the_api(client, dora, tokens):
    make.brand(dora, name="Dora's")

    answer = call(client, tokens["access_token"])

    assert [row["name"] for row in answer.json()["results"]] == ["Dora's"]


def test_an_access_token_is_good_for_fifteen_minutes_and_names_no_role(tokens):
    inside = told(tokens["access_token"])

    assert inside["exp"] - inside["iat"] == 900
    assert set(inside) == {"iat", "exp", "sid", "jti", "token_use", "sub"}


def test_an_access_token_is_no_good_when_its_time_is_over(client, tokens, time_machine):
    time_machine.move_to(datetime.now(UTC) + timedelta(seconds=901))

    assert call(client, tokens["access_token"]).status_code == 401


def test_a_refresh_token_does_not_open_the_api(client, tokens):
    assert call(client, tokens["refresh_token"]).status_code == 401


@pytest.mark.parametrize("algorithm", ["none", "HS512"])
def test_a_token_of_another_make_is_refused(client, tokens, algorithm):
    head = base64.urlsafe_b64encode(json.dumps({"alg": algorithm, "typ": "JWT"}).encode()).rstrip(b"=")
    forged = ".".join([head.decode(), *tokens["access_token"].split(".")[1:]])

    assert call(client, forged).status_code == 401


def test_who_is_switched_off_loses_access_on_the_next_request(client, dora, tokens):
    dora.is_active = False
    dora.save()

    assert call(client, tokens["access_token"]).status_code == 401
    assert refreshed(client, tokens["refresh_token"]).status_code == 400


def test_a_new_password_ends_the_tokens_of_the_old_one(client, dora, tokens):
    dora.set_password("ein anderes Wort 17")
    dora.save()

    assert call(client, tokens["access_token"]).status_code == 401
    assert refreshed(client, tokens["refresh_token"]).status_code == 400


def test_who_is_taken_off_a_brand_does_not_see_it_on_the_next_request(client, dora, brand, tokens):
    make.member(brand, "Dora")
    path = f"/api/v1/brands/{brand.pk}/"
    before = call(client, tokens["access_token"], path).status_code

    Membership.objects.filter(user=dora).delete()

    assert (before, call(client, tokens["access_token"], path).status_code) == (200, 404)


def test_signing_out_ends_the_tokens(client, tokens):
    client.delete(f"{AUTH}/auth/session", headers={"X-Session-Token": tokens["session_token"]})

    assert call(client, tokens["access_token"]).status_code == 401


def test_a_refresh_token_gives_two_new_ones(client, tokens):
    fresh = refreshed(client, tokens["refresh_token"]).json()["data"]

    assert fresh["refresh_token"] != tokens["refresh_token"]
    assert call(client, fresh["access_token"]).status_code == 200
    assert refreshed(client, fresh["refresh_token"]).status_code == 200


def test_a_refresh_token_seen_twice_ends_everything_that_came_of_it(client, tokens):
    fresh = refreshed(client, tokens["refresh_token"]).json()["data"]

    assert refreshed(client, tokens["refresh_token"]).status_code == 400
    assert call(client, fresh["access_token"]).status_code == 401
    assert refreshed(client, fresh["refresh_token"]).status_code == 400
    assert not Session.objects.exists()


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "\ud83d\ude00", None, 7])
def test_nonsense_is_no_refresh_token(client, db, token):
    assert refreshed(client, token).status_code == 400


def test_the_sixth_wrong_password_is_not_even_looked_at(client, dora):
    tried = [signed_in(client, dora, "wrong").json()["errors"][0]["code"] for _ in range(6)]

    assert tried[0] == "email_password_mismatch"
    assert tried[5] == "too_many_login_attempts"


def test_words_come_in_the_persons_language_unless_the_call_names_one(client, tokens):
    path = "/api/v1/brands/00000000-0000-4000-8000-000000000000/"
    plain = call(client, tokens["access_token"], path)
    korean = call(client, tokens["access_token"], path, **{"Accept-Language": "ko"})

    assert (plain.headers["Content-Language"], korean.headers["Content-Language"]) == ("en", "ko")


def test_the_key_that_signs_tokens_is_made_once_and_nobody_else_may_read_it(tmp_path):
    home = Home(tmp_path).prepare()
    first = home.token_key().read_bytes()

    assert Home(tmp_path).token_key().read_bytes() == first
    assert home.token_key().stat().st_mode & 0o777 == 0o600


def test_tokens_are_signed_with_the_key_of_the_home(client, dora, settings, tmp_path):
    settings.HEADLESS_JWT_PRIVATE_KEY = Home(tmp_path).prepare().token_key().read_text()
    settings.HEADLESS_JWT_ALGORITHM = "RS256"
    token = signed_in(client, dora).json()["meta"]["access_token"]
    head = json.loads(base64.urlsafe_b64decode(token.split(".")[0] + "=="))

    assert head["alg"] == "RS256" and head["kid"]
    assert call(client, token).status_code == 200
