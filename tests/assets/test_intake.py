"""Files of strangers: what is taken, in which form, and what is said to the rest (R-F1, R-F2, R-F3)."""

import io
import json
import struct
import subprocess
import sys
import zlib

import pytest
from django.utils.translation import override
from PIL import Image, ImageCms
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from assets import intake
from assets.intake import DECODER, read_picture, read_text
from sparklio.lib.refusal import Refusal


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def encoded(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def photo(size=(60, 40), color=(200, 30, 30), mode="RGB"):
    return Image.new(mode, size, color)


def opened(picture):
    return Image.open(io.BytesIO(picture.body))


def chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def flat_png(width, height, *, rows=None):
    """A PNG of a few KB, however many pixels it claims: one bit each, all black, `rows` of them."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = zlib.compress(bytes((width + 7) // 8 + 1) * (rows or height), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("kind", "mode", "media"),
    [
        ("JPEG", "RGB", "image/jpeg"),
        ("JPEG", "L", "image/jpeg"),
        ("PNG", "RGB", "image/png"),
        ("PNG", "RGBA", "image/png"),
        ("WEBP", "RGB", "image/jpeg"),
        ("WEBP", "RGBA", "image/png"),
        ("GIF", "P", "image/png"),
    ],
)
def test_each_format_is_encoded_anew_as_one_of_two(kind, mode, media):
    """R-F1."""
    clear = (0, 200, 0, 90) if mode == "RGBA" else None
    image = photo(mode=mode, color=clear) if clear else photo().convert(mode)

    picture = read_picture(encoded(image, kind))

    assert (picture.media, picture.width, picture.height) == (media, 60, 40)
    assert opened(picture).mode == ("RGBA" if clear else "RGB")


def test_the_type_comes_from_decoding_and_cmyk_becomes_rgb():
    """R-F3."""
    picture = read_picture(encoded(photo(mode="CMYK", color=(0, 255, 255, 0)), "JPEG"))

    assert opened(picture).mode == "RGB"


def test_a_photo_is_turned_upright_and_loses_its_metadata():
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by 90°
    exif[0x010F] = "Ann's phone"
    raw = encoded(photo((80, 40)), "JPEG", exif=exif, comment=b"made at home")

    picture = read_picture(raw)

    assert (picture.width, picture.height, picture.original) == (40, 80, (40, 80))
    assert b"Ann" not in picture.body and b"home" not in picture.body
    assert not opened(picture).getexif()


def test_pixels_under_a_colour_profile_become_srgb():
    lab_like = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ"))
    plain = encoded(
        photo(), "JPEG", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    )
    odd = encoded(photo(), "JPEG", icc_profile=lab_like.tobytes())
    broken = encoded(photo(), "JPEG", icc_profile=b"no profile at all")

    for raw in (plain, odd, broken):
        assert "icc_profile" not in opened(read_picture(raw)).info


def test_of_an_animation_the_first_frame_is_taken():
    frames = [photo(color=(255, 0, 0)), photo(color=(0, 0, 255))]
    for kind in ("GIF", "WEBP", "PNG"):
        raw = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
        red, _green, blue = opened(read_picture(raw)).convert("RGB").getpixel((5, 5))
        assert red > 200 > 50 > blue


def test_a_16_bit_picture_keeps_its_greys():
    image = Image.new("I;16", (20, 20), 32768)

    assert opened(read_picture(encoded(image, "PNG"))).convert("L").getpixel((3, 3)) == pytest.approx(
        128, abs=2
    )


def test_a_very_large_photo_is_kept_at_4096_px():
    picture = read_picture(encoded(photo((6000, 4000)), "JPEG"))

    assert (picture.width, picture.height, picture.original) == (4096, 2731, (6000, 4000))


GOOD = encoded(photo((600, 400)), "JPEG")
NOISE = encoded(Image.effect_noise((200, 200), 90), "PNG")
BAD_PICTURES = {
    "HTML renamed to PNG": (b"<!doctype html><script>alert(1)</script>", "not a picture"),
    "an SVG": (b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "not a picture"),
    "a PDF": (b"%PDF-1.7\n", "not a picture"),
    "a BMP": (encoded(photo(), "BMP"), "not a picture"),
    "a TIFF": (encoded(photo(), "TIFF"), "not a picture"),
    "nothing": (b"", "empty"),
    "a cut JPEG": (GOOD[: len(GOOD) // 2], "cut off"),
    "a cut PNG": (NOISE[:4000], "cut off"),
    "a PNG header alone": (NOISE[:40], "not a picture"),
    "a bitten PNG": (NOISE[:3000] + b"\0" * 500 + NOISE[3500:], "cut off"),
    "41 megapixels in 5 KB": (flat_png(8200, 5000), "40 megapixels"),
    "a side of 12,001 px": (flat_png(12_001, 10), "12,000 px"),
    "144 megapixels in 18 KB": (flat_png(12_000, 12_000), "40 megapixels"),
    "4 billion pixels": (flat_png(65_000, 65_000, rows=1), "12,000 px"),
    "a HEIC photo": (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
}


@pytest.mark.parametrize("name", BAD_PICTURES)
def test_what_is_no_fit_picture_is_refused_with_what_to_do(name):
    """R-F1, R-F3; pixel floods are told from the header, before decoding."""
    raw, says = BAD_PICTURES[name]

    with pytest.raises(Refusal) as refusal:
        read_picture(raw)

    assert says in str(refusal.value)


def test_40_megapixels_are_taken():
    assert read_picture(flat_png(8000, 5000)).original == (8000, 5000)


def test_more_than_25_mb_are_refused_without_being_read(monkeypatch):
    monkeypatch.setattr(subprocess, "run", None)

    with pytest.raises(Refusal, match="25 MB"):
        read_picture(GOOD + b"\0" * 25_000_000)


def test_a_picture_and_its_code_cannot_both_be_in_one_file():
    """A file that is picture and HTML at once comes out as a picture only."""
    picture = read_picture(encoded(photo(), "GIF") + b"<script>alert(1)</script>")

    assert b"script" not in picture.body


# Texts ------------------------------------------------------------


def pdf(*pages, password=None, blank=0, font="Helvetica"):
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=password)
    for page in pages:
        canvas.setFont(font, 12)
        canvas.drawString(72, 700, page)
        canvas.showPage()
    for _ in range(blank):
        canvas.drawString(72, 700, "")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("무선 이어폰 X1\r\n\r\n\r\n\r\n24시간 배터리\t\n".encode(), "무선 이어폰 X1\n\n24시간 배터리"),
        ("\ufeff시그니처 크루아상".encode(), "시그니처 크루아상"),
        ("윈도 메모장".encode("cp949"), "윈도 메모장"),
        ("유니코드".encode("utf-16"), "유니코드"),
        ("한글 NFD".encode(), "한글 NFD"),
    ],
)
def test_plain_text_is_read_in_the_spellings_that_people_have(raw, words):
    text = read_text(raw, "brief.txt")

    assert (text.words, text.media) == (words, "text/plain")


def test_markdown_is_told_by_its_name():
    assert read_text(b"# Hello", "notes.MD").media == "text/markdown"


def test_the_words_of_a_pdf_are_read_whatever_its_name():
    """R-F3."""
    text = read_text(pdf("Noise cancelling, 24 hours", "Second page"), "brief.txt")

    assert text == intake.Text("Noise cancelling, 24 hours\n\nSecond page", "application/pdf", text.sha256)


def test_korean_in_a_pdf_is_read():
    pdfmetrics.registerFont(UnicodeCIDFont("HYSMyeongJo-Medium"))

    assert read_text(pdf("노이즈 캔슬링 이어폰", font="HYSMyeongJo-Medium")).words == "노이즈 캔슬링 이어폰"


BAD_TEXTS = {
    "nothing": (b"", "empty"),
    "blanks": (b" \n\t\n", "empty"),
    "a picture": (GOOD, "not a text"),
    "zeros": (b"\0" * 100, "not a text"),
    "a PDF that is none": (b"%PDF-1.7\nxref garbage", "damaged"),
    "a cut PDF": (b"%PDF-1.4\n" + b"1 0 obj<</Type/Catalog", "damaged"),
    "a PDF with a password": (pdf("secret", password="abc"), "password"),
    "a scan": (pdf(blank=1), "no text"),
    "501 pages": (pdf(*["x"] * 501), "501 pages"),
    "6 MB of text": (b"a" * 6_000_000, "5 MB"),
    "600,000 characters": (b"ab " * 200_000, "500,000 characters"),
}


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_what_is_no_fit_text_is_refused_with_what_to_do(name):
    """R-F1; bad input «broken PDF»."""
    raw, says = BAD_TEXTS[name]

    with pytest.raises(Refusal) as refusal:
        read_text(raw)

    assert says in str(refusal.value)


# The sandbox ------------------------------------------------------------

PROBE = """
import runpy, sys, io, json
decoder = runpy.run_path({path!r})
decoder["rehearse"]("picture")
import socket, subprocess, os
decoder["confine"]()
found = {{}}
def tried(name, work):
    try:
        work()
        found[name] = "done"
    except BaseException as error:
        found[name] = type(error).__name__
tried("read", lambda: open("/etc/passwd"))
tried("write", lambda: open("/tmp/decoder-was-here", "w"))
tried("socket", lambda: socket.socket())
tried("process", lambda: os.fork() or os._exit(0))
tried("memory", lambda: bytearray(2 * 2**30))
found["root"] = os.getuid() == 0
print(json.dumps(found))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="macOS has no limit of address space")
def test_the_decoder_can_reach_nothing(tmp_path):
    """R-F2."""
    code = PROBE.format(path=str(DECODER))
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)

    found = json.loads(done.stdout)
    assert found["root"] is False
    assert (found["read"], found["write"], found["socket"]) == ("OSError",) * 3
    assert found["memory"] == "MemoryError"
    assert found["process"] != "done"


def test_a_file_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(intake, "PATIENCE", 0.01)

    with pytest.raises(Refusal, match="takes too much"):
        read_picture(GOOD)


def test_a_decoder_that_breaks_is_loud(monkeypatch, tmp_path):
    broken = tmp_path / "decoder.py"
    broken.write_text("raise ValueError('a bug of ours')")
    monkeypatch.setattr(intake, "DECODER", broken)

    with pytest.raises(RuntimeError, match="a bug of ours"):
        read_picture(GOOD)
