"""Files over the API: a photo comes in decoded, a file goes out with headers that make it harmless."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from assets.models import Asset
from brands.models import Role
from tests import make


def photo(size=(90, 60), name="빵.jpg"):
    out = io.BytesIO()
    Image.new("RGB", size, "#7a3e12").save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


def upload(client, brand, file=None, **more):
    return client.post("/api/v1/assets/", {"brand": str(brand.pk), "file": file or photo(), **more})


def test_a_photo_is_kept_and_can_be_fetched(browser, brand, brief, ann):
    client = browser(ann)
    answer = upload(client, brand, brief=str(brief.pk))

    told = answer.json()
    fetched = client.get(told["file"])
    assert (answer.status_code, told["kind"], told["width"], told["height"]) == (201, "photo", 90, 60)
    assert Asset.objects.get(pk=told["id"]).brief == brief
    assert Image.open(io.BytesIO(b"".join(fetched))).size == (90, 60)


def test_a_file_goes_out_with_headers_that_make_it_harmless(browser, brand, ann):
    made = make.picture(brand)
    answer = browser(ann).get(f"/api/v1/assets/{made.pk}/file/?download")

    assert answer.headers["Content-Type"] == "image/webp"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Cache-Control"] == "private, max-age=300"


def test_what_has_not_changed_is_not_sent_again(browser, brand, ann):
    client, made = browser(ann), make.picture(brand)
    tag = client.get(f"/api/v1/assets/{made.pk}/file/").headers["ETag"]

    assert client.get(f"/api/v1/assets/{made.pk}/file/", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.png", b"<html><script>alert(1)</script>"),
        ("photo.jpg", b""),
        ("photo.png", b"\x89PNG\r\n\x1a\nxx"),
    ],
)
def test_what_is_no_picture_is_refused_whatever_its_name(browser, brand, ann, name, content):
    answer = upload(browser(ann), brand, SimpleUploadedFile(name, content, content_type="image/png"))

    assert answer.status_code == 422
    assert answer.json()["detail"]
    assert not Asset.objects.exists()


def test_a_photo_for_another_brands_brief_is_refused(browser, brand, ann, cleo):
    foreign = make.brief(make.brand(cleo, name="다른집"))
    answer = upload(browser(ann), brand, brief=str(foreign.pk))

    assert answer.status_code == 404
    assert not Asset.objects.exists()


def test_a_form_without_a_file_names_it(browser, brand, ann):
    answer = browser(ann).post("/api/v1/assets/", {"brand": str(brand.pk)})

    assert (answer.status_code, answer.json()["detail"][:5]) == (400, "file:")


def test_a_broken_form_is_refused_in_words(browser, ann):
    answer = browser(ann).post("/api/v1/assets/", b"x", content_type="multipart/form-data")

    assert answer.status_code == 400
    assert answer.json()["detail"]


def test_a_list_is_narrowed_by_kind(browser, brand, ann):
    make.picture(brand)
    made = make.picture(brand, kind="export")
    rows = browser(ann).get("/api/v1/assets/?kind=export").json()["results"]

    assert [row["id"] for row in rows] == [str(made.pk)]


def test_a_viewer_looks_and_brings_nothing_and_a_stranger_sees_nothing(browser, brand, cleo):
    made = make.picture(brand)
    viewer = browser(make.member(brand, "Vera", Role.VIEWER))
    stranger = browser(cleo)

    assert [viewer.get(f"/api/v1/assets/{made.pk}/file/").status_code, upload(viewer, brand).status_code] == [
        200,
        403,
    ]
    tried = [stranger.get(f"/api/v1/assets/{made.pk}/{part}") for part in ("", "file/")]
    assert [answer.status_code for answer in [*tried, upload(stranger, brand)]] == [404] * 3
    assert stranger.get("/api/v1/assets/").json()["count"] == 0
    assert Asset.objects.count() == 1
