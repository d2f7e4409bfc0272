"""Files of a brand: served to its people only, shown only if we drew them, under their own names."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from assets.models import Asset


@pytest.fixture
def keep(brand):
    """keep(media, name, body) is an asset of the brand."""

    def kept(media="image/png", name="빵 사진.png", body=b"\x89PNG bytes", **fields):
        asset = Asset(brand=brand, kind="photo", name=name, media=media, sha256="ab" * 32, **fields)
        asset.file.save(name, ContentFile(body), save=True)
        return asset

    return kept


def address(asset):
    return reverse("studio:asset", args=[asset.pk])


def test_a_picture_is_shown_to_the_brands_people(browser, ben, keep):
    answer = browser(ben).get(address(keep()))

    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/png")
    assert b"".join(answer.streaming_content) == b"\x89PNG bytes"
    assert answer.headers["Content-Disposition"].startswith("inline")


def test_a_stranger_finds_no_file_and_nobody_must_sign_in(browser, cleo, keep):
    asset = keep()

    assert browser(cleo).get(address(asset)).status_code == 404
    assert browser(None).get(address(asset)).status_code == 302


def test_a_file_can_run_nothing_in_a_colleagues_browser(browser, ben, keep):
    headers = browser(ben).get(address(keep())).headers

    assert headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "private, max-age=300"


@pytest.mark.parametrize(
    "media", ["text/html", "image/svg+xml", "application/pdf", "application/json", "image/gif"]
)
def test_what_we_did_not_draw_is_handed_over_and_not_shown(browser, ben, keep, media):
    answer = browser(ben).get(address(keep(media, "<b>.html", b"<script>alert(1)</script>")))

    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_korean_name_survives_the_download(browser, ben, keep):
    answer = browser(ben).get(address(keep()) + "?download")

    assert answer.headers["Content-Disposition"] == (
        "attachment; filename*=utf-8''%EB%B9%B5%20%EC%82%AC%EC%A7%84.png"
    )


def test_an_unchanged_picture_is_not_sent_twice(browser, ben, keep):
    asset, client = keep(), browser(ben)
    etag = client.get(address(asset)).headers["ETag"]

    answer = client.get(address(asset), headers={"if-none-match": etag})

    assert (answer.status_code, answer.content) == (304, b"")


def test_knowing_the_etag_opens_nothing_to_a_stranger(browser, cleo, keep):
    asset = keep()

    assert browser(cleo).get(address(asset), headers={"if-none-match": f'"{"ab" * 32}"'}).status_code == 404


def test_a_row_whose_file_is_gone_is_a_404(browser, ben, keep):
    asset = keep()
    asset.file.storage.delete(asset.file.name)

    assert browser(ben).get(address(asset)).status_code == 404


def test_a_file_cannot_be_changed_by_its_address(browser, ann, keep):
    assert browser(ann).post(address(keep())).status_code == 405
