"""The kit's page: seen by members, changed by owners, nothing typed is lost."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from assets.models import Asset
from brands.actions.kits import save_kit

GOOD = {
    "version": 1,
    "name": "동네빵집",
    "primary": "#8A4B22",
    "secondary": "f4e3cf",
    "accent": "#d92",
    "text": "#33211a",
    "background": "#fffaf3",
    "heading_font": "Gowun Batang",
    "body_font": "Pretendard",
    "tone": "emotional",
    "preferred": "갓 구운\n\n  정성껏  \n갓 구운",
    "forbidden": "최고",
    "key_messages": "매일 새벽 다섯 시에 굽습니다",
}


@pytest.fixture
def address(brand):
    return reverse("studio:kit", args=[brand.pk])


def png(name="logo.png", size=(400, 200)):
    written = BytesIO()
    Image.new("RGBA", size, "#8a4b22").save(written, "PNG")
    return SimpleUploadedFile(name, written.getvalue(), "image/png")


def test_a_kit_is_saved_with_its_colours_made_plain_and_its_lines_made_clean(browser, brand, ann, address):
    answer = browser(ann).post(address, GOOD)

    kit = brand.kit
    assert answer.headers["Location"] == address
    assert (kit.version, kit.primary, kit.secondary, kit.accent) == (2, "#8a4b22", "#f4e3cf", "#dd9922")
    assert kit.preferred == ["갓 구운", "정성껏"]
    assert (kit.heading_font, kit.tone, kit.created_by) == ("Gowun Batang", "emotional", ann)


def test_the_brand_is_renamed_with_its_kit(browser, brand, ann, address):
    browser(ann).post(address, {**GOOD, "name": "새벽빵집"})

    brand.refresh_from_db()
    assert brand.name == "새벽빵집"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("primary", "red", "six hex digits"),
        ("accent", "#12345g", "six hex digits"),
        ("background", "", "required"),
        ("heading_font", "Comic Sans", "not one of the available choices"),
        ("tone", "angry", "not one of the available choices"),
        ("name", "  ", "required"),
        ("preferred", "가" * 121, "longer than 120"),
        ("key_messages", "\n".join(map(str, range(51))), "Up to 50 lines"),
        ("forbidden", "갓 구운", "among the preferred"),
    ],
)
def test_a_wrong_value_is_named_and_nothing_typed_is_lost(browser, brand, ann, address, field, value, words):
    answer = browser(ann).post(address, {**GOOD, field: value})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert "매일 새벽 다섯 시에 굽습니다" in page or field == "key_messages"
    assert brand.kit.version == 1


def test_a_save_over_somebody_elses_is_held_up_once(browser, brand, ann, address):
    save_kit(brand=brand, values={"tone": "urgent"}, by=ann)

    answer = browser(ann).post(address, GOOD)

    assert answer.status_code == 422
    assert "Ann saved version 2 meanwhile" in answer.content.decode()
    assert 'name="version" value="2"' in answer.content.decode()
    assert browser(ann).post(address, {**GOOD, "version": 2}).status_code == 302


def test_an_old_version_is_brought_back(browser, brand, ann, address):
    client = browser(ann)
    client.post(address, GOOD)

    client.post(reverse("studio:restore_kit", args=[brand.pk, 1]))

    assert (brand.kit.version, brand.kit.primary) == (3, "#1f3a5f")


def test_a_version_that_never_was_is_refused(browser, brand, ann):
    assert browser(ann).post(reverse("studio:restore_kit", args=[brand.pk, 7])).status_code == 422


def test_a_member_looks_and_changes_nothing(browser, brand, ben, address):
    client = browser(ben)
    tries = [
        client.post(address, GOOD),
        client.post(reverse("studio:restore_kit", args=[brand.pk, 1])),
        client.post(reverse("studio:keep_logo", args=[brand.pk]), {"logo": png()}),
        client.post(reverse("studio:remove_logo", args=[brand.pk])),
    ]

    assert client.get(address).status_code == 200
    assert [answer.status_code for answer in tries] == [403, 403, 403, 403]
    assert (brand.kit.version, Asset.objects.count()) == (1, 0)


def test_a_stranger_finds_no_kit(browser, brand, cleo, address):
    client = browser(cleo)

    assert client.get(address).status_code == 404
    assert client.post(address, GOOD).status_code == 404
    assert client.post(reverse("studio:restore_kit", args=[brand.pk, 1])).status_code == 404
    assert client.post(reverse("studio:keep_logo", args=[brand.pk]), {"logo": png()}).status_code == 404
    assert client.post(reverse("studio:remove_logo", args=[brand.pk])).status_code == 404
    assert browser(None).get(address).status_code == 302


def test_a_logo_is_kept_shown_and_taken_out(browser, brand, ann, address):
    client = browser(ann)

    client.post(reverse("studio:keep_logo", args=[brand.pk]), {"logo": png("로고.png")})
    logo = Asset.objects.logo_of(brand)
    assert (logo.name, logo.width) == ("로고.png", 400)
    assert str(logo.pk) in client.get(address).content.decode()

    client.post(reverse("studio:remove_logo", args=[brand.pk]))
    assert Asset.objects.logo_of(brand) is None


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (SimpleUploadedFile("logo.svg", b"<svg/>", "image/svg+xml"), "SVG logos are not taken yet"),
        (SimpleUploadedFile("logo.png", b"<html>hello", "image/png"), ""),
        (None, "Choose a picture"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(browser, brand, ann, upload, words):
    fields = {"logo": upload} if upload else {}

    answer = browser(ann).post(
        reverse("studio:keep_logo", args=[brand.pk]), fields, headers={"HX-Request": "true"}
    )

    assert answer.status_code == 422
    assert words in answer.content.decode() and 'id="problem"' in answer.content.decode()
    assert not Asset.objects.exists()
