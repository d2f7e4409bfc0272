"""What tests of pages share: static files without a manifest, and one signed-in browser per person."""

import pytest
from django.test import Client


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
    """browser(person) is a browser in which that person is signed in; browser(None) belongs to nobody."""

    def opened(person, **headers):
        client = Client(headers={"accept-language": "en", **headers})
        if person is not None:
            client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return opened
