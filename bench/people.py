"""A hundred people at once for a minute: lists, brief pages and op appends against a running studio.

Each person asks for something, looks at it for a second, and asks again. People, brand and documents are made
for the run in the studio's own database and removed afterwards.
    SPARKLIO_HOME=… python -m bench.people --url http://127.0.0.1:8000
"""

import argparse
import asyncio
import json
import os
import random
import statistics
import time
from collections import defaultdict
from urllib.parse import urlsplit

NEEDED = ("200", "302")


class Person:
    """One keep-alive connection with one signed-in session."""

    def __init__(self, place, cookie, csrf, paths):
        self.place, self.cookie, self.csrf, self.paths = place, cookie, csrf, paths
        self.seq, self.number = 0, 0
        self.reader = self.writer = None

    async def ask(self, method, path, body=None):
        """(status, body) of one request."""
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection(self.place.hostname, self.place.port)
        raw = json.dumps(body).encode() if body is not None else b""
        head = [f"{method} {path} HTTP/1.1", f"Host: {self.place.netloc}", f"Cookie: {self.cookie}"]
        if body is not None:
            head += [
                "Content-Type: application/json",
                f"X-CSRFToken: {self.csrf}",
                f"Content-Length: {len(raw)}",
            ]
            head += [f"Origin: {self.place.scheme}://{self.place.netloc}"]
        self.writer.write("\r\n".join([*head, "", ""]).encode() + raw)
        lines = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines[1:] if ": " in line)
        if headers.get("transfer-encoding") == "chunked":
            answer = await self._chunks()
        else:
            answer = await self.reader.readexactly(int(headers.get("content-length", 0)))
        if headers.get("connection") == "close":
            self.writer.close()
            self.writer = None
        return lines[0].split()[1], answer

    async def _chunks(self):
        parts = []
        while size := int((await self.reader.readline()).strip(), 16):
            parts.append(await self.reader.readexactly(size))
            await self.reader.readline()
        await self.reader.readline()
        return b"".join(parts)

    async def append(self):
        """Move one object of this person's own document."""
        self.number += 1
        page, target = self.paths["page"], self.paths["object"]
        op = {
            "op": "object.set",
            "page": page,
            "id": target,
            "path": "transform.cx",
            "value": 100 + self.number,
        }
        body = {"base_seq": self.seq, "epoch": 1, "client_op_id": f"bench:{self.number}", "ops": [op]}
        status, answer = await self.ask("POST", self.paths["ops"], body)
        if status == "200":
            self.seq = json.loads(answer)["seq"]
        return status


async def live(person, until, think, seen):
    """One person's minute."""
    dice = random.Random(person.cookie)
    await asyncio.sleep(dice.random() * think)
    while time.monotonic() < until:
        kind = dice.choice(["list", "brief", "append"])
        start = time.perf_counter()
        try:
            if kind == "append":
                status = await person.append()
            else:
                status, _ = await person.ask("GET", person.paths[kind])
        except (OSError, asyncio.IncompleteReadError, ValueError) as error:
            status, person.writer = type(error).__name__, None
        seen[kind].append((time.perf_counter() - start, status))
        await asyncio.sleep(think * (0.5 + dice.random()))


def report(seen):
    errors = 0
    for kind, rows in sorted(seen.items()):
        times = sorted(row[0] * 1000 for row in rows)
        wrong = [row[1] for row in rows if row[1] not in NEEDED]
        errors += len(wrong)
        p95 = times[int(len(times) * 0.95) - 1]
        print(
            f"{kind:8} {len(rows):6} asked   p50 {statistics.median(times):7.1f} ms   p95 {p95:7.1f} ms   "
            f"max {times[-1]:7.1f} ms   wrong {len(wrong)} {sorted(set(wrong))}"
        )
    return errors


async def minute(place, people, seconds, think):
    seen = defaultdict(list)
    until = time.monotonic() + seconds
    await asyncio.gather(*(live(person, until, think, seen) for person in people))
    after = time.perf_counter()
    status, _ = await people[0].ask("GET", people[0].paths["list"])
    print(f"afterwards a list takes {(time.perf_counter() - after) * 1000:.0f} ms ({status})")
    return report(seen)


def settle(count, place):
    """`count` signed-in people of one brand, each with a document of their own; and how to remove them."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from agents.actions.work import open_brief
    from assets.actions.documents import create_document
    from assets.document import build
    from brands.actions.brands import open_brand
    from brands.models import Membership, Role, User

    owner = User.objects.create_user(f"bench-{time.time_ns()}@example.com")
    brand = open_brand(name="Bench", by=owner)
    briefs = [open_brief(brand=brand, text=f"Sourdough bread no. {n}, $5", by=owner) for n in range(40)]
    crowd = User.objects.bulk_create(
        [User(email=f"bench-{n}-{time.time_ns()}@example.com", password="!") for n in range(count)]
    )
    Membership.objects.bulk_create([Membership(brand=brand, user=user, role=Role.EDITOR) for user in crowd])
    people = []
    for user in crowd:
        page = build.page("instagram_square", 1080, 1080, [build.text("벤치", (100, 100, 400, 120))])
        document = create_document(brand=brand, content=build.document("b", [page]), title="b", by=user)
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.create()
        csrf = "b" * 32
        cookie = f"{settings.SESSION_COOKIE_NAME}={session.session_key}; {settings.CSRF_COOKIE_NAME}={csrf}"
        paths = {
            "list": f"/brands/{brand.pk}/",
            "brief": f"/briefs/{random.choice(briefs).pk}/",
            "ops": f"/documents/{document.pk}/ops/",
            "page": page["id"],
            "object": page["objects"][0]["id"],
        }
        people.append(Person(place, cookie, csrf, paths))

    def remove():
        brand.delete()
        User.objects.filter(pk__in=[owner.pk, *(user.pk for user in crowd)]).delete()

    return people, remove


def main():
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--url", default="http://127.0.0.1:8000")
    given.add_argument("--people", type=int, default=100)
    given.add_argument("--seconds", type=float, default=60)
    given.add_argument("--think", type=float, default=1.0, help="seconds a person looks, on average")
    asked = given.parse_args()

    from sparklio.embedded.home import adopt

    adopt()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sparklio.settings")
    import django

    django.setup()
    place = urlsplit(asked.url)
    people, remove = settle(asked.people, place)
    try:
        errors = asyncio.run(minute(place, people, asked.seconds, asked.think))
    finally:
        remove()
    raise SystemExit(1 if errors else 0)


if __name__ == "__main__":
    main()
