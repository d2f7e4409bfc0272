"""One-time sign-in links."""

from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone

from brands.entry import entry_token, owner_of


def test_a_token_names_its_person(ann):
    assert owner_of(entry_token(ann)) == ann


def test_a_token_ends_with_any_sign_in(ann):
    token = entry_token(ann)
    ann.last_login = timezone.now()
    ann.save()

    assert owner_of(token) is None


def test_a_token_is_good_for_a_day(ann):
    with time_machine.travel("2026-11-20T09:00:00Z") as clock:
        token = entry_token(ann)
        clock.move_to("2026-11-21T08:59:00Z")
        assert owner_of(token) == ann
        clock.move_to("2026-11-21T09:01:00Z")
        assert owner_of(token) is None


def test_a_token_of_a_closed_account_is_worth_nothing(ann):
    token = entry_token(ann)
    ann.is_active = False
    ann.save()

    assert owner_of(token) is None


@pytest.mark.parametrize("token", ["", "nonsense", "eyJ1c2VyIjoxfQ:1xURNj:forged"])
def test_a_made_up_token_is_worth_nothing(db, token):
    assert owner_of(token) is None


def test_signin_link_prints_an_address(ann):
    said = StringIO()

    call_command("signin_link", "Ann@example.test", base="https://studio.example.kr/", stdout=said)

    address, token = said.getvalue().strip().rsplit("/enter/", 1)
    assert (address, owner_of(token.rstrip("/"))) == ("https://studio.example.kr", ann)


def test_signin_link_for_nobody_says_so(db):
    with pytest.raises(CommandError, match=r"dora@example\.test"):
        call_command("signin_link", "dora@example.test")
