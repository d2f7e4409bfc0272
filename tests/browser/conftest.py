"""A real Chromium against the real pages. A page that breaks the policy or logs an error fails its test."""

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.signals import request_finished, request_started
from django.db import connection
from django.test import Client
from playwright.sync_api import sync_playwright

from assets.chromium import FLAGS, find_chromium

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's own loop runs in the test's thread

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 780}
IGNORED = ("WebSocket connection to",)  # the test server speaks HTTP only

AXE = Path(django_settings.NODE_MODULES) / "axe-core" / "axe.min.js"

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def studio(live_server, settings):
    """The studio's address; static files straight from their sources."""
    from studio import faces
    from studio.templatetags import modules

    settings.STORAGES = {
        **django_settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    for cached in (modules._map, faces._faces):
        cached.cache_clear()
    traffic = Traffic()
    yield live_server.url
    for cached in (modules._map, faces._faces):
        cached.cache_clear()
    traffic.ebb()


@pytest.fixture
def open_page(chromium, studio):
    """open_page(person, path, …) gives a signed-in page; at the end none may have complained."""
    pages = []

    def opened(person=None, path="/", *, context=None, viewport=None, **options):
        if context is None:
            context = chromium.new_context(viewport=viewport or DESKTOP, base_url=studio, **options)
            context.add_init_script(WATCH)
            if person is not None:
                sign_in(context, person, studio)
        page = context.new_page()
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on("console", lambda line: page.errors.append(line.text) if complains(line) else None)
        page.goto(path)
        pages.append(page)
        return page

    yield opened
    problems = [problem for page in pages if not page.is_closed() for problem in problems_of(page)]
    for context in {page.context for page in pages}:
        context.set_offline(True)  # a page that closes would send its last words into the next test
        context.close()
    assert not problems, problems


class Traffic:
    """How many requests the test server is answering. Emptying the tables meanwhile would be a deadlock."""

    def __init__(self):
        self.open = 0
        self.lock = threading.Lock()
        request_started.connect(self.started)
        request_finished.connect(self.finished)

    def started(self, **_):
        with self.lock:
            self.open += 1

    def finished(self, **_):
        with self.lock:
            self.open -= 1

    def ebb(self, patience=10):
        """Waits until it has been quiet for a moment, then stops counting."""
        until, quiet = time.monotonic() + patience, 0
        while quiet < 3 and time.monotonic() < until:
            time.sleep(0.02)
            quiet = quiet + 1 if self.open <= 0 else 0
        request_started.disconnect(self.started)
        request_finished.disconnect(self.finished)


def aside(work):
    """Does `work` in a thread of its own: Playwright's loop would forbid it to tell anybody."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(_and_hang_up, work).result()


def _and_hang_up(work):
    try:
        return work()
    finally:
        connection.close()


def sign_in(context, person, address):
    client = Client()
    client.force_login(person)
    session = client.cookies[django_settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": django_settings.SESSION_COOKIE_NAME, "value": session, "url": address}])


def complains(line):
    return line.type == "error" and not line.text.startswith(IGNORED)


def expected(page, *parts):
    """Takes the errors that a test provokes out of what its page is blamed for."""
    page.errors = [error for error in page.errors if not any(part in error for part in parts)]


def problems_of(page):
    return [*page.errors, *page.evaluate("window.violations ?? []")]


def serious(page, *rules):
    """What axe finds serious or worse, one line each; pages must have none. rules: only these, else all."""
    before = list(page.errors)
    page.evaluate("window.before = [...violations]")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    page.wait_for_timeout(150)  # complaints come late
    page.errors[:] = before  # axe writes a style sheet of its own, which the policy rightly blocks
    page.evaluate("window.violations = window.before")
    return [
        f"{each['id']}: {node['html'][:120]} {node['failureSummary']}"
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]
