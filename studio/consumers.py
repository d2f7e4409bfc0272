"""Sockets that say "look again" and nothing else, for as long as the person may look.

No data: a page that hears a hint reads over HTTP, where rights are checked once more (R-J8).
"""

import asyncio
import json
import logging
from contextlib import suppress
from importlib import import_module
from types import SimpleNamespace

from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer
from django.conf import settings
from django.contrib.auth import get_user
from django.db import DatabaseError

from assets.models import Document
from brands.models import Brief

RECHECK = 5  # seconds between looks at the person's rights (R-T4)
LARGEST = 65536  # bytes of one message (R-W5)
BAD_MESSAGE, LOGIN, FORBIDDEN, NOWHERE, TOO_BIG, TRY_AGAIN = 4400, 4401, 4403, 4404, 1009, 1011

log = logging.getLogger(__name__)
Sessions = import_module(settings.SESSION_ENGINE).SessionStore


class Watcher(AsyncWebsocketConsumer):
    """Watches one row for one person: rights at the door, at every hint, at every message, every 5 s."""

    noun = ""

    async def connect(self):
        self.recheck = None
        self.pk = str(self.scope["url_route"]["kwargs"]["pk"])
        self.group = f"{self.noun}.{self.pk}"
        await self.accept()  # a code can only be given on an open socket
        # Join before looking: a change in between is then heard, and the first hint makes the page read it.
        await self.channel_layer.group_add(self.group, self.channel_name)
        first = await self.look()
        if first is not None:
            await self.send(json.dumps(first))
            self.recheck = asyncio.create_task(self.keep_looking())

    async def disconnect(self, code):
        if self.recheck:
            self.recheck.cancel()
        await self.channel_layer.group_discard(self.group, self.channel_name)

    async def receive(self, text_data=None, bytes_data=None):
        """A page has one thing to say: {"type": "ping"}."""
        if bytes_data is not None or len(text_data.encode()) > LARGEST:
            return await self.close(TOO_BIG)
        message = None
        with suppress(ValueError):
            message = json.loads(text_data)
        if message != {"type": "ping"}:
            return await self.close(BAD_MESSAGE)
        if await self.look() is not None:
            await self.send('{"type": "pong"}')

    async def pass_on(self, hint: dict):
        if await self.look() is not None:
            await self.send(json.dumps(hint))

    async def keep_looking(self):
        try:
            await asyncio.sleep(RECHECK)
            while await self.look() is not None:
                await asyncio.sleep(RECHECK)
        except DatabaseError:
            log.warning("%s closed: nobody could look up the rights", self.group, exc_info=True)
            await self.close(TRY_AGAIN)

    async def look(self) -> dict | None:
        """The hint that makes a page read everything again; None once closed for want of rights."""
        user, hint = await self._look_up()
        if hint is None:
            await self.close(FORBIDDEN if user.is_authenticated else LOGIN)
        return hint

    @database_sync_to_async
    def _look_up(self):
        """Who this is now: after a log-out or a new password elsewhere the stored session says so."""
        key = self.scope["cookies"].get(settings.SESSION_COOKIE_NAME)
        user = get_user(SimpleNamespace(session=Sessions(key)))
        return user, self.first_hint(user) if user.is_authenticated else None

    def first_hint(self, user) -> dict | None:
        raise NotImplementedError(f"{type(self).__name__} has nothing to watch.")


class BriefConsumer(Watcher):
    """The runs and drafts of one brief."""

    noun = "brief"

    def first_hint(self, user):
        return {"type": "brief.changed"} if Brief.objects.for_user(user).filter(pk=self.pk).exists() else None

    async def runs_changed(self, event):
        await self.pass_on(event)

    async def drafts_changed(self, event):
        await self.pass_on(event)


class DocumentConsumer(Watcher):
    """The events of one document."""

    noun = "document"

    def first_hint(self, user):
        seq = Document.objects.for_user(user).filter(pk=self.pk).values_list("seq", flat=True).first()
        return None if seq is None else {"type": "document.changed", "seq": seq}

    async def document_changed(self, event):
        await self.pass_on(event)


class NowhereConsumer(AsyncWebsocketConsumer):
    """An address that leads nowhere."""

    async def connect(self):
        await self.accept()
        await self.close(NOWHERE)
