"""Sockets give hints to those who may look, and to nobody else."""

import json
from contextlib import asynccontextmanager

import pytest
from channels.db import database_sync_to_async
from channels.layers import get_channel_layer
from channels.testing import WebsocketCommunicator
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client

from assets.models import Document
from brands.models import Membership
from sparklio.asgi import application
from studio import consumers
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)
ORIGIN = (b"origin", b"http://localhost")


@pytest.fixture(autouse=True)
def in_memory(settings, monkeypatch):
    settings.CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
    monkeypatch.setattr(consumers, "RECHECK", 0.05)


def cookies(person):
    client = Client()
    if person:
        client.force_login(person)
    return b"; ".join(f"{name}={crumb.value}".encode() for name, crumb in client.cookies.items())


@asynccontextmanager
async def opened(path, person, origin=ORIGIN):
    headers = [(b"host", b"localhost"), origin, (b"cookie", await database_sync_to_async(cookies)(person))]
    socket = WebsocketCommunicator(application, path, headers=headers)
    socket.accepted, _ = await socket.connect()
    yield socket
    await socket.disconnect()


async def heard(socket):
    return json.loads(await socket.receive_from(timeout=2))


async def closed_with(socket):
    """The close code, past any hint that was still on its way."""
    while True:
        output = await socket.receive_output(timeout=2)
        if output["type"] == "websocket.close":
            return output["code"]


async def test_a_socket_says_look_again_as_soon_as_it_opens(brief, ann):
    async with opened(f"/ws/briefs/{brief.pk}/", ann) as socket:
        assert await heard(socket) == {"type": "brief.changed"}


@pytest.mark.parametrize("event", ["runs.changed", "drafts.changed"])
async def test_a_change_of_the_brief_arrives_as_a_hint_without_content(brief, ann, event):
    async with opened(f"/ws/briefs/{brief.pk}/", ann) as socket:
        await heard(socket)
        await get_channel_layer().group_send(f"brief.{brief.pk}", {"type": event})
        assert await heard(socket) == {"type": event}


async def test_a_change_of_the_document_arrives_with_its_seq(brand, ann):
    document = await Document.objects.acreate(brand=brand, title="x", content={}, seq=4)
    async with opened(f"/ws/documents/{document.pk}/", ann) as socket:
        assert await heard(socket) == {"type": "document.changed", "seq": 4}
        await get_channel_layer().group_send(
            f"document.{document.pk}", {"type": "document.changed", "seq": 5}
        )
        assert await heard(socket) == {"type": "document.changed", "seq": 5}


async def test_a_stranger_is_closed_out_and_cannot_tell_a_foreign_row_from_none(brief, brand, cleo):
    document = await Document.objects.acreate(brand=brand, title="x", content={})
    nothing = "00000000-0000-4000-8000-000000000000"
    for path in (
        f"/ws/briefs/{brief.pk}/",
        f"/ws/briefs/{nothing}/",
        f"/ws/documents/{document.pk}/",
        f"/ws/documents/{nothing}/",
    ):
        async with opened(path, cleo) as socket:
            assert await closed_with(socket) == 4403, path


async def test_the_anonymous_are_asked_to_sign_in(brief):
    async with opened(f"/ws/briefs/{brief.pk}/", None) as socket:
        assert await closed_with(socket) == 4401


async def test_another_site_cannot_open_a_socket(brief, ann):
    async with opened(f"/ws/briefs/{brief.pk}/", ann, origin=(b"origin", b"https://evil.example")) as socket:
        assert not socket.accepted


async def test_an_address_that_leads_nowhere_is_closed(ann):
    async with opened("/ws/elsewhere/", ann) as socket:
        assert await closed_with(socket) == 4404


async def test_losing_the_role_closes_the_socket_without_any_event(brief, ben):
    async with opened(f"/ws/briefs/{brief.pk}/", ben) as socket:
        await heard(socket)
        await Membership.objects.filter(user=ben).adelete()
        assert await closed_with(socket) == 4403


async def test_a_hint_after_losing_the_role_is_not_delivered(brief, ben, monkeypatch):
    monkeypatch.setattr(consumers, "RECHECK", 60)
    async with opened(f"/ws/briefs/{brief.pk}/", ben) as socket:
        await heard(socket)
        await Membership.objects.filter(user=ben).adelete()
        await get_channel_layer().group_send(f"brief.{brief.pk}", {"type": "runs.changed"})
        assert (await socket.receive_output(timeout=2)) == {"type": "websocket.close", "code": 4403}


async def test_signing_out_closes_the_socket(brief, ann):
    async with opened(f"/ws/briefs/{brief.pk}/", ann) as socket:
        await heard(socket)
        await database_sync_to_async(forget)(ann)
        assert await closed_with(socket) == 4401


async def test_a_person_who_is_switched_off_is_closed_out(brief, ann):
    async with opened(f"/ws/briefs/{brief.pk}/", ann) as socket:
        await heard(socket)
        ann.is_active = False
        await ann.asave()
        assert await closed_with(socket) == 4401


async def test_a_ping_is_answered(brief, ann):
    async with opened(f"/ws/briefs/{brief.pk}/", ann) as socket:
        await heard(socket)
        await socket.send_to('{"type": "ping"}')
        assert await heard(socket) == {"type": "pong"}


@pytest.mark.parametrize("words", ["not json", "[]", '{"type": "runs.changed"}', '{"type": "ping", "x": 1}'])
async def test_what_a_page_never_says_closes_the_socket(brief, ann, words):
    async with opened(f"/ws/briefs/{brief.pk}/", ann) as socket:
        await heard(socket)
        await socket.send_to(words)
        assert await closed_with(socket) == 4400


async def test_a_message_above_64_kib_closes_the_socket(brief, ann):
    async with opened(f"/ws/briefs/{brief.pk}/", ann) as socket:
        await heard(socket)
        await socket.send_to("가" * 22000)
        assert await closed_with(socket) == 1009


async def test_bytes_close_the_socket(brief, ann):
    async with opened(f"/ws/briefs/{brief.pk}/", ann) as socket:
        await heard(socket)
        await socket.send_to(bytes_data=b"\x00")
        assert await closed_with(socket) == 1009


async def test_a_closed_page_leaves_the_group_and_stops_looking(brief, ann):
    async with opened(f"/ws/briefs/{brief.pk}/", ann) as socket:
        await heard(socket)
    assert f"brief.{brief.pk}" not in get_channel_layer().groups


def forget(person):
    for session in Session.objects.all():
        if session.get_decoded().get(SESSION_KEY) == str(person.pk):
            session.delete()


async def test_a_stranger_to_one_brand_still_hears_their_own(cleo):
    own = await database_sync_to_async(lambda: make.brief(make.brand(cleo, name="다른집")))()
    async with opened(f"/ws/briefs/{own.pk}/", cleo) as socket:
        assert await heard(socket) == {"type": "brief.changed"}
