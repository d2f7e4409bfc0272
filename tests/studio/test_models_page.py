"""The page that says whether a model writes, and how to connect one."""

import pytest
from django.urls import reverse


@pytest.fixture
def page(client, ann):
    ann.language = "en"
    ann.save()
    client.force_login(ann)
    return lambda: client.get(reverse("studio:models")).content.decode()


def test_without_a_model_the_composer_is_named_and_three_ways_are_shown(page, settings):
    settings.MODEL_NAME = ""
    html = page()

    assert "the composer writes" in html
    assert html.count("MODEL_NAME=") == 3


def test_a_connected_model_is_named_and_its_key_is_not(page, settings):
    settings.MODEL_NAME, settings.MODEL_KEY = "qwen2.5:7b", "sk-secret"
    html = page()

    assert "qwen2.5:7b" in html
    assert "sk-secret" not in html


def test_nobody_else_reads_it(client):
    assert client.get(reverse("studio:models")).status_code == 302
