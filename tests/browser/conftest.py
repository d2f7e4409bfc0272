"""A real Chromium against the real pages. A page that breaks the policy or logs an error fails its test."""

import os

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import sync_playwright

from assets.chromium import FLAGS, find_chromium

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's own loop runs in the test's thread

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 780}
IGNORED = ("WebSocket connection to",)  # the test server speaks HTTP only

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
    yield live_server.url
    for cached in (modules._map, faces._faces):
        cached.cache_clear()


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
    for page in pages:
        page.context.close()
    assert not problems, problems


def sign_in(context, person, address):
    client = Client()
    client.force_login(person)
    session = client.cookies[django_settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": django_settings.SESSION_COOKIE_NAME, "value": session, "url": address}])


def complains(line):
    return line.type == "error" and not line.text.startswith(IGNORED)


def problems_of(page):
    return [*page.errors, *page.evaluate("window.violations ?? []")]
