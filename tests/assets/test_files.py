"""Photos, logos and texts that people bring, and who may bring them."""

import io
import unicodedata

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from assets.actions.files import keep_logo, keep_photo, keep_text
from assets.models import Asset
from assets.store import clean_name
from brands.models import Role, Source
from brands.models.audit import AuditEntry
from sparklio.lib.refusal import Refusal
from tests import make


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def jpeg(name="빵.jpg", size=(90, 60)):
    out = io.BytesIO()
    Image.new("RGB", size, "#aa5522").save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


def test_a_photo_is_kept_with_its_size_its_hash_and_its_korean_name(brand, brief, ann, media):
    asset = keep_photo(brand=brand, brief=brief, upload=jpeg(), by=ann)

    assert (asset.kind, asset.name, asset.media, asset.brief) == ("photo", "빵.jpg", "image/jpeg", brief)
    assert (asset.width, asset.height) == (90, 60)
    assert (media / asset.file.name).stat().st_size == asset.size
    assert asset.file.name == f"{brand.pk}/{asset.pk}.jpg"
    assert AuditEntry.objects.about(asset).get().by == ann


def test_the_stored_type_is_ours_whatever_name_and_browser_say(brand, ann):
    """R-F3."""
    upload = jpeg("evil.html")
    upload.content_type = "text/html"

    asset = keep_photo(brand=brand, upload=upload, by=ann)

    assert (asset.name, asset.media) == ("evil.jpg", "image/jpeg")
    assert asset.file.name.endswith(".jpg")


def test_html_renamed_to_png_leaves_nothing_behind(brand, ann, media):
    fake = SimpleUploadedFile("a.png", b"<script>alert(1)</script>", content_type="image/png")

    with pytest.raises(Refusal):
        keep_photo(brand=brand, upload=fake, by=ann)

    assert Asset.objects.count() == 0
    assert not list(media.rglob("*.*"))


def test_the_newest_logo_is_the_brands_logo(brand, ann):
    keep_logo(brand=brand, upload=jpeg(), by=ann)
    newest = keep_logo(brand=brand, upload=jpeg(), by=ann)

    assert Asset.objects.logo_of(brand) == newest


def test_the_words_of_a_text_are_kept_as_a_source(brand, brief, ann):
    upload = SimpleUploadedFile("메모.txt", "24시간 배터리".encode())
    source = keep_text(brand=brand, brief=brief, upload=upload, by=ann)

    assert (source.name, source.text, source.media) == ("메모.txt", "24시간 배터리", "text/plain")
    assert list(Source.objects.for_user(ann)) == [source]


def test_a_file_above_the_limit_is_refused_before_it_is_read(brand, ann):
    class Huge:
        name, size = "huge.jpg", 26_000_000

        def read(self):
            raise AssertionError("it was read")

    with pytest.raises(Refusal):
        keep_photo(brand=brand, upload=Huge(), by=ann)


def test_strangers_and_viewers_bring_nothing_and_only_owners_a_logo(brand, cleo, ben):
    viewer = make.member(brand, "Vic", Role.VIEWER)

    for person in (cleo, viewer):
        for keep in (keep_photo, keep_text, keep_logo):
            with pytest.raises(PermissionDenied):
                keep(brand=brand, upload=jpeg(), by=person)
    with pytest.raises(PermissionDenied):
        keep_logo(brand=brand, upload=jpeg(), by=ben)
    assert keep_photo(brand=brand, upload=jpeg(), by=ben)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Users\\앤\\사진.PNG", "사진.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        (unicodedata.normalize("NFD", "한글.png"), "한글.jpg"),
        ("a\nb\u202egpj.exe", "abgpj.jpg"),
        ("", "file.jpg"),
        ("가" * 300 + ".png", "가" * 120 + ".jpg"),
    ],
)
def test_a_name_is_a_name_and_no_path(given, kept):
    assert clean_name(given, ".jpg") == kept
