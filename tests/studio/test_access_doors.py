"""The access matrix of what is no address: sockets (T4) and the makers that can be asked to work."""

from uuid import uuid4

import pytest
from channels.db import database_sync_to_async
from channels.testing import WebsocketCommunicator
from django.core.exceptions import PermissionDenied

from agents.actions.runs import start_run
from agents.makers import MAKERS
from agents.models import Run
from brands.models import Membership
from sparklio.asgi import application
from studio.sockets import routes
from tests import make
from tests.studio.access.row import ACTORS, MEMBERS
from tests.studio.access.world import built

LOGIN, FORBIDDEN, NOWHERE, OPEN = 4401, 4403, 4404, "open"
WHO_LOOKS = {**dict.fromkeys(ACTORS, FORBIDDEN), **dict.fromkeys(MEMBERS, OPEN), "anonymous": LOGIN}
# The pattern of a socket → an address of it, and what each actor hears at the door.
SOCKETS = {
    "ws/briefs/<uuid:pk>/": ("/ws/briefs/{brief}/", WHO_LOOKS),
    "ws/documents/<uuid:pk>/": ("/ws/documents/{document}/", WHO_LOOKS),
    "": ("/ws/elsewhere/", dict.fromkeys(ACTORS, NOWHERE)),
}
# A maker → the lowest role that may ask for it, and an order that it takes.
ROUND = {"round": 1, "wish": ""}
ASKS = {
    "pm": ("editor", ROUND),
    "strategist": ("editor", ROUND),
    "copywriter": ("editor", {**ROUND, "place": 1}),
    "designer": ("editor", ROUND),
    "vision_analyser": ("editor", ROUND),
    "reviewer": ("editor", ROUND),
    "editor": ("editor", {"draft": str(uuid4()), "wish": "shorter"}),
    "thumbnail": ("editor", {"drafts": []}),
    "export": ("viewer", {"document": str(uuid4()), "format": "png", "page": "", "scale": 1.0}),
}


def test_every_socket_has_a_row():
    without = {str(route.pattern) for route in routes} - set(SOCKETS)

    assert not without, f"Say in {__name__} who may open: {sorted(without)}"


def test_every_maker_has_a_row():
    without = set(MAKERS) - set(ASKS)

    assert not without, f"Say in {__name__} who may ask for: {sorted(without)}"


@pytest.fixture
def quick(settings):
    settings.CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.mark.django_db(transaction=True)
async def test_every_actor_hears_at_every_socket_what_the_row_says(quick):
    world = await database_sync_to_async(built)()
    wrong = []
    for address, expect in SOCKETS.values():
        for actor in ACTORS:
            heard = await knock(world, actor, address.format(**world.ids))
            if heard != expect[actor]:
                wrong.append(f"{address} {actor}: {heard} is not {expect[actor]}")

    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db(transaction=True)
async def test_who_is_taken_off_the_brand_is_closed_out_of_every_socket(quick, monkeypatch):
    """G9: within 5 s; here every 50 ms is looked."""
    monkeypatch.setattr("studio.consumers.RECHECK", 0.05)
    world = await database_sync_to_async(built)()
    addresses = [
        address.format(**world.ids) for address, expect in SOCKETS.values() if OPEN in expect.values()
    ]
    sockets = [await opened(world, "editor", address) for address in addresses]
    await Membership.objects.filter(user=world.people["editor"]).adelete()

    assert [await code_of(socket) for socket in sockets] == [FORBIDDEN] * len(addresses)


@pytest.mark.django_db
@pytest.mark.parametrize("maker", MAKERS)
def test_only_who_may_starts_a_run_of_a_maker(brand, people, maker):
    least, order = ASKS[maker]
    started = {}
    for actor, person in people.items():
        before = Run.objects.count()
        try:
            start_run(maker=maker, brand=brand, order=order, by=person)
        except PermissionDenied:
            assert Run.objects.count() == before
            continue
        started[actor] = Run.objects.count() - before

    enough = MEMBERS[MEMBERS.index(least) :]
    assert started == dict.fromkeys([*enough, "superuser"], 1)


@pytest.fixture
def people(brand, ann, cleo, staff, root):
    members = {role: make.member(brand, role.title(), role) for role in ("viewer", "editor", "approver")}
    return {**members, "owner": ann, "stranger": cleo, "staff": staff, "superuser": root}


async def opened(world, actor, address):
    cookie = b"; ".join(
        f"{name}={crumb.value}".encode() for name, crumb in world.client(actor).cookies.items()
    )
    headers = [(b"host", b"localhost"), (b"origin", b"http://localhost"), (b"cookie", cookie)]
    socket = WebsocketCommunicator(application, address, headers=headers)
    await socket.connect()
    return socket


async def knock(world, actor, address):
    """OPEN, or the code that the socket was closed with."""
    socket = await opened(world, actor, address)
    first = await socket.receive_output(timeout=5)
    await socket.disconnect()
    return first["code"] if first["type"] == "websocket.close" else OPEN


async def code_of(socket):
    while (output := await socket.receive_output(timeout=5))["type"] != "websocket.close":
        pass
    return output["code"]
