"""Every page in both languages, light and dark, wide and narrow: it keeps the policy, fits and reads well."""

import shutil
import time
from functools import cache

import pytest
from django.conf import settings as django_settings
from django.contrib.sessions.backends.db import SessionStore
from django.test import override_settings
from django.utils import translation

from sparklio import readiness
from sparklio.catalogue import FILE, update
from tests.browser.conftest import DESKTOP, PHONE, WATCH, complains, serious, sign_in
from tests.browser.furnished import PASSWORD, Furnished

pytestmark = pytest.mark.browser

NO = "the server responded with a status of"  # the browser's own word on a page that says no
THEIRS = "/api/v1/"  # the page of Swagger UI: its words and colours are not ours
OFFICE = "/admin/"  # relations are named by their fields there
VISIBLE = """() => {
  const words = new Set()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("kbd")) words.add(walker.currentNode.data.trim())
  }
  for (const name of ["aria-label", "title", "placeholder", "alt"]) {
    for (const each of document.querySelectorAll(`[${name}]`)) words.add(each.getAttribute(name).trim())
  }
  return [...words]
}"""
WIDE = """() => {
  const root = document.documentElement
  const beyond = (each) => each.getBoundingClientRect().right > innerWidth + 1
  if (root.scrollWidth <= root.clientWidth) return null
  const found = [...document.querySelectorAll("body *")].filter(beyond)
  return found.slice(0, 3).map((each) => each.outerHTML.slice(0, 90))
}"""
SUBMIT = """([path, fields]) => {
  const form = Object.assign(document.createElement("form"), { method: "post", action: path })
  for (const [name, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }))
  }
  document.body.append(form)
  form.submit()
}"""
TOKEN = "() => JSON.parse(document.body.getAttribute('hx-headers:inherited'))['X-CSRFToken']"


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory):
    """The compiled Korean, away from the sources."""
    folder = tmp_path_factory.mktemp("locale")
    copy = folder / "ko" / "LC_MESSAGES" / "django.po"
    copy.parent.mkdir(parents=True)
    shutil.copy(django_settings.BASE_DIR / FILE, copy)
    with override_settings(LOCALE_PATHS=[folder]):
        readiness.compile_messages()
    return folder


@pytest.fixture
def korean(settings, catalogue):
    settings.LOCALE_PATHS = [catalogue]


@pytest.fixture(params=["ko", "en"])
def language(request):
    return request.param


@pytest.fixture
def furnished(db, korean, settings, tmp_path, language):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.SIGNUP = "open"
    with translation.override(language):
        return Furnished(language)


@pytest.fixture
def visit(chromium, studio, furnished, language):
    """visit(person) is an Inspector with a browser of that person; in the end it may have found nothing."""
    contexts, found = [], []

    def opened(person=None):
        locale = {"ko": "ko-KR", "en": "en-GB"}[language]
        context = chromium.new_context(
            viewport=DESKTOP, base_url=studio, locale=locale, reduced_motion="reduce"
        )
        context.add_init_script(WATCH)
        contexts.append(context)
        if person is not None:
            sign_in(context, person, studio)
            just_now(context)
        return Inspector(context.new_page(), language, found)

    yield opened
    for context in contexts:
        context.set_offline(True)
        context.close()
    assert not found, "\n".join(found)


def just_now(context):
    """As if the person had typed the password a moment ago: pages on safety do not ask again."""
    cookies = {cookie["name"]: cookie["value"] for cookie in context.cookies()}
    session = SessionStore(cookies[django_settings.SESSION_COOKIE_NAME])
    session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
    session.save()


class Inspector:
    """Looks at pages one after the other and writes down what is wrong."""

    def __init__(self, page, language, found):
        self.page, self.language, self.found = page, language, found
        self.page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on("console", lambda line: page.errors.append(line.text) if complains(line) else None)

    def go(self, *paths):
        for path in paths:
            self.page.set_viewport_size(DESKTOP)
            self.page.emulate_media(color_scheme="light", reduced_motion="reduce")
            self.page.goto(path)
            self.look(path)

    def submit(self, path, **fields):
        """Sends a form that no page would send, to see how the answer looks."""
        self.page.set_viewport_size(DESKTOP)
        self.page.emulate_media(color_scheme="light", reduced_motion="reduce")
        token = fields.pop("token", None) or self.page.evaluate(TOKEN)
        with self.page.expect_navigation():
            self.page.evaluate(SUBMIT, [path, {"csrfmiddlewaretoken": token, **fields}])
        self.look(f"POST {path}")

    def look(self, path):
        page = self.page
        if "/documents/" in path:
            page.wait_for_selector("#editor[data-ready]")
        self.fits(path, DESKTOP)
        if path != THEIRS:
            self.reads(path)
        page.set_viewport_size(PHONE)
        self.fits(path, PHONE)
        if path != THEIRS:
            self.note_all(path, "narrow", serious(page))
        errors = [error for error in page.errors if NO not in error]
        self.note_all(path, "console", [*errors, *page.evaluate("window.violations ?? []")])
        page.errors.clear()

    def reads(self, path):
        """In the right language, for everybody, in both lights. Only colours differ between the two."""
        if (said := self.page.locator("html").get_attribute("lang")) != self.language:
            self.note(path, f"says lang={said}")
        if self.language == "ko" and not path.startswith(OFFICE):
            self.note_all(path, "in English", sorted(english() & set(self.page.evaluate(VISIBLE))))
        self.note_all(path, "light", serious(self.page))
        self.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        self.note_all(path, "dark", serious(self.page, "color-contrast"))

    def fits(self, path, size):
        if (wide := self.page.evaluate(WIDE)) is not None:
            self.note(path, f"is wider than {size['width']} px: {wide}")

    def note(self, path, problem):
        self.found.append(f"{self.language} {path} {problem}")

    def note_all(self, path, where, problems):
        for problem in problems:
            self.note(path, f"{where}: {problem}")


@cache
def english():
    """Our sentences that read otherwise in Korean."""
    every, _missing = update(write=False)
    return {each.id for each in every if isinstance(each.id, str) and each.id and each.id != each.string}


def test_the_pages_before_signing_in(visit, furnished):
    nobody = visit()
    nobody.go(*furnished.strangers)
    nobody.go("/accounts/login/")
    nobody.submit("/accounts/login/", login="nobody@example.test", password="wrong")
    nobody.submit("/accounts/login/", token="stale", login="x", password="y")
    nobody.go("/accounts/login/")
    nobody.submit("/accounts/login/", login=furnished.guarded.email, password=PASSWORD)


def test_the_pages_of_an_owner(visit, furnished):
    owner = visit(furnished.ann)
    owner.go(*furnished.owners)
    owner.go(f"/brands/{furnished.brand.pk}/")
    owner.submit(f"/brands/{furnished.brand.pk}/ask/", text="")


def test_the_pages_of_a_viewer(visit, furnished):
    viewer = visit(furnished.viewer)
    viewer.go(*furnished.viewers)
    viewer.go(f"/brands/{furnished.brand.pk}/")
    viewer.submit(f"/brands/{furnished.brand.pk}/ask/", text="포스터")


def test_the_pages_about_safety(visit, furnished):
    visit(furnished.guarded).go(*furnished.guards)


def test_the_back_office(visit, furnished):
    visit(furnished.root).go(*furnished.roots)
