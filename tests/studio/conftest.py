"""What tests of pages share: static files without a manifest, and one signed-in browser per person."""

import json
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client, override_settings

from tests import make
from tests.studio.access.knock import house
from tests.studio.access.world import built
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


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """Built once; every call is taken back. Nothing is committed, so no bell rings and no socket hears."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    files = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    cache = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": uuid4().hex}
    loose = {
        "STORAGES": {"default": files, "staticfiles": plain},
        "MEDIA_ROOT": tmp_path_factory.mktemp("media"),
        "CACHES": {"default": cache},
        "API_CALLS": dict.fromkeys(("write", "start", "anonymous"), 10**6),
        "ACCOUNT_RATE_LIMITS": False,
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
        "EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend",
    }
    with django_db_blocker.unblock(), override_settings(**loose), transaction.atomic():
        made = built()
        made.house = house()
        yield made
        transaction.set_rollback(True)
