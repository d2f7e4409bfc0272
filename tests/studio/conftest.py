"""What tests of pages share: static files without a manifest, and one signed-in browser per person."""

import json

import pytest
from django.test import Client

from tests import make
from tests.studio.office import rows


@pytest.fixture(autouse=True)
def plain_static_files(settings):
    """Nobody collects static files for a test; addresses go without hashes."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}


@pytest.fixture(autouse=True)
def files_of_our_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def browser():
    """browser(person) has that person signed in, who reads English; browser(None) is nobody's."""

    def opened(person, language="en"):
        client = Client(headers={"accept-language": language})
        if person is not None:
            person.language = language
            person.save(update_fields=["language"])
            client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return opened


@pytest.fixture
def api(browser):
    """api(person)("POST", "briefs/", {…}) is that person's call; a body of bytes goes as it is."""

    def of(person, language="en"):
        client = browser(person, language)

        def call(method, path, body=None, *, content_type="application/json", **headers):
            raw = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
            headers = {name.replace("_", "-"): value for name, value in headers.items()}
            return client.generic(method, f"/api/v1/{path}", raw, content_type, headers=headers)

        return call

    return of


@pytest.fixture
def one(db):
    return rows(1)


@pytest.fixture
def staff(db):
    return make.user("Sten", is_staff=True)


@pytest.fixture
def root(db):
    return make.user("Rut", is_staff=True, is_superuser=True)
