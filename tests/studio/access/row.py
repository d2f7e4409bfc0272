"""A row of the matrix: how to call one route with one method, and what each actor gets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ACTORS = ("anonymous", "stranger", "viewer", "editor", "approver", "owner", "staff", "superuser")
RANK = {"look": "viewer", "edit": "editor", "approve": "approver", "own": "owner"}
MEMBERS = ("viewer", "editor", "approver", "owner")
LOGIN, OFFICE = "led to the sign-in", "led to the office's door"
SAFE = ("get", "head", "options")
Expected = Mapping[str, int | str | None]


@dataclass(frozen=True)
class Row:
    """What a call is made of; "@name" in args, query and body is the id of a row of our brand.

    expect   actor → status, LOGIN, OFFICE, or None where the call would leave the house
    send     how the body goes: "form", "json", "parts" (with files) or "raw"
    changes  actors who may change something; unless given, those whom an unsafe call answers below 400
    path     the address itself, where a name does not lead to it
    """

    route: str
    method: str
    expect: Expected
    args: tuple = ()
    body: Any = None
    send: str = "form"
    headers: Mapping[str, str] = field(default_factory=dict)
    query: str = ""
    changes: tuple[str, ...] | None = None
    path: str = ""

    def __str__(self):
        return f"{self.method.upper()} {self.route}{self.query}"

    @property
    def changers(self) -> tuple[str, ...]:
        if self.method in SAFE:
            return ()
        if self.changes is not None:
            return self.changes
        return tuple(who for who, answer in self.expect.items() if isinstance(answer, int) and answer < 400)


def everybody(answer, **others) -> Expected:
    return {**dict.fromkeys(ACTORS, answer), **others}


def signed_in(answer=200, **others) -> Expected:
    """A page of the studio for whoever has signed in."""
    return everybody(answer, anonymous=LOGIN, **others)


def page(verb: str, answer=200) -> Expected:
    """A page of one brand: 404 for who is not in it, 403 for who may not."""
    return {**_brand(verb, answer), "anonymous": LOGIN}


def api(verb: str, answer=200) -> Expected:
    """A call about one brand."""
    return {**_brand(verb, answer), "anonymous": 401}


def caller(answer=200) -> Expected:
    """A call about whatever the caller may see."""
    return everybody(answer, anonymous=401)


def office(staff=200, superuser=None) -> Expected:
    """A page of the back office."""
    return everybody(OFFICE, staff=staff, superuser=superuser or staff)


def _brand(verb, answer):
    enough = MEMBERS[MEMBERS.index(RANK[verb]) :]
    return {who: answer if who in enough else 403 if who in MEMBERS else 404 for who in ACTORS}
