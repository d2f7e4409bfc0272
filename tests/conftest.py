"""The cast: Ann owns the brand, Ben edits, Cleo is a stranger."""

import pytest
from django.conf import settings

from tests import make


def pytest_configure():
    settings.SWEEP_EVERY = 0  # no thread of ours walks through a test's rows
    settings.LOCALE_PATHS = []  # sentences come in English, whether Korean is compiled or not


@pytest.fixture
def ann(db):
    return make.user("Ann")


@pytest.fixture
def brand(ann):
    return make.brand(ann)


@pytest.fixture
def ben(brand):
    return make.member(brand, "Ben")


@pytest.fixture
def cleo(db):
    return make.user("Cleo")


@pytest.fixture
def brief(brand, ann):
    return make.brief(brand, created_by=ann)
