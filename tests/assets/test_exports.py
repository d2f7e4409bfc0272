"""Documents as files: exact size, readable text, names that keep Hangul. The press is cardboard here."""

import io
import json
import random
from types import SimpleNamespace

import pypdfium2
import pytest
from PIL import Image

from assets.document import build
from assets.document.schema import check_document
from assets.document.typeset import typeset
from assets.export import Options, file_name
from assets.exports import EXPORTS
from assets.formats import formats
from sparklio.lib.refusal import Refusal
from tests.assets.designs import design

A4 = (210 * 72 / 25.4, 297 * 72 / 25.4)


class CardboardPress:
    """Draws white rectangles of the right size, and remembers what it was asked."""

    def __init__(self):
        self.orders = []

    def render(self, document, page_id, *, format="png", scale=1.0, quality=0.9, images):
        [page] = [page for page in document["pages"] if page["id"] == page_id]
        self.orders.append((page_id, format, scale))
        out = io.BytesIO()
        size = (round(page["width"] * scale), round(page["height"] * scale))
        Image.new("RGB", size, "white").save(out, {"png": "PNG", "jpeg": "JPEG"}[format])
        return out.getvalue()


@pytest.fixture
def press(monkeypatch):
    cardboard = CardboardPress()
    monkeypatch.setattr("assets.export.press", lambda: cardboard)
    return cardboard


def no_pictures(asset):
    return None


def row(content, title="봄 신메뉴"):
    return SimpleNamespace(pk="1", seq=4, title=title, content=content)


def one_page(format, *objects):
    size = formats()[format]
    page = build.page(format, size.width, size.height, objects)
    return check_document(build.document("봄 신메뉴", [page]))


def files(slug, content, **options):
    return EXPORTS[slug]().files(row(content), images=no_pictures, **options)


def opened(made):
    return pypdfium2.PdfDocument(made.body)


def text_in(made):
    return opened(made)[0].get_textpage().get_text_range()


def test_the_formats_are_png_jpeg_pdf_and_json():
    assert set(EXPORTS) == {"png", "jpeg", "pdf", "json"}


@pytest.mark.parametrize(("slug", "kind"), [("png", "PNG"), ("jpeg", "JPEG")])
@pytest.mark.parametrize("scale", [1, 2, 0.5])
def test_a_picture_has_the_size_of_the_page_times_the_scale(press, slug, kind, scale):
    [made] = files(slug, design(), scale=scale)

    picture = Image.open(io.BytesIO(made.body))
    assert (picture.format, picture.size) == (kind, (1080 * scale, 1080 * scale))
    assert made.media == f"image/{slug}"
    assert (made.meta["width"], made.meta["height"]) == picture.size


def test_a_document_of_two_pages_becomes_two_numbered_pictures(press):
    content = build.document("봄", [build.page("custom", 100, 100), build.page("custom", 100, 200)])

    made = files("png", content)
    [second] = files("png", content, page_id=content["pages"][1]["id"])

    assert [each.name for each in made] == ["봄 신메뉴 1.png", "봄 신메뉴 2.png"]
    assert (second.name, Image.open(io.BytesIO(second.body)).size) == ("봄 신메뉴 2.png", (100, 200))


def test_a_page_that_is_not_there_is_refused(press):
    for slug in EXPORTS:
        with pytest.raises(Refusal):
            files(slug, design(), page_id="z" * 12)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("봄 신메뉴", "봄 신메뉴"),
        ("봄", "봄"),
        ("../../etc/passwd", "etc passwd"),
        ('a<b>:"c|d?*', "a b c d"),
        ("  ", "design"),
        ("가" * 300, "가" * 80),
        ("끝.", "끝"),
    ],
)
def test_a_file_name_keeps_hangul_and_drops_what_systems_refuse(title, name):
    assert file_name(title) == name


def test_json_is_the_document_itself():
    content = check_document(design())
    [made] = files("json", content)

    assert json.loads(made.body) == content
    assert made.name == "봄 신메뉴.json"


def test_an_a4_poster_is_exactly_a4_with_every_pixel_of_the_print(press):
    [made] = files("pdf", one_page("a4_poster"))

    page = opened(made)[0]
    assert page.get_size() == pytest.approx(A4, abs=0.001)
    [image] = list(page.get_objects())
    assert image.get_px_size() == (2480, 3508)
    assert press.orders == [(press.orders[0][0], "jpeg", 1.0)]


@pytest.mark.parametrize("format", [slug for slug, each in formats().items() if each.dpi == 72])
def test_a_screen_format_is_a_point_per_pixel_and_drawn_twice_as_fine(press, format):
    [made] = files("pdf", one_page(format))

    size = formats()[format]
    assert opened(made)[0].get_size() == (size.width, size.height)
    assert press.orders[0][2] == 2.0


def test_every_page_is_in_the_pdf_or_the_one_asked_for(press):
    content = build.document("봄", [build.page("custom", 100, 100), build.page("custom", 200, 100)])

    assert len(opened(files("pdf", content)[0])) == 2
    [made] = files("pdf", content, page_id=content["pages"][1]["id"])
    assert [opened(made)[0].get_size(), len(opened(made))] == [(200, 100), 1]


def test_the_text_of_a_pdf_is_the_text_of_the_page_with_its_spaces(press):
    """G5e."""
    texts = ["봄을 담은 딸기 크루아상", "Fresh from the oven, 24/7", "₩4,500 — 3월 한정!", "잘 가 👋🏽 안녕"]
    objects = [build.text(each, (80, 100 + 200 * n, 900, 150), size=48) for n, each in enumerate(texts)]

    [made] = files("pdf", one_page("instagram_square", *objects))

    assert text_in(made).split("\r\n") == texts


def test_text_that_wraps_is_found_word_by_word_in_a_pdf(press):
    words = "노이즈 캔슬링과 24시간 배터리로 출근길이 조용해집니다 " * 4
    [made] = files(
        "pdf", one_page("story", build.text(words.strip(), (100, 300, 600, 900), size=52, balance=True))
    )

    assert text_in(made).split() == words.split()


def test_turned_and_aligned_text_lies_where_it_is_drawn(press):
    block = build.text("돌린 글", (300, 500, 480, 60), size=40, align="right", valign="middle", angle=90)
    [made] = files("pdf", one_page("instagram_square", block))

    whole = opened(made)
    page = whole[0].get_textpage()
    assert page.get_text_range() == "돌린 글"
    first, last = page.get_charbox(0, loose=True), page.get_charbox(3, loose=True)
    assert (first[0] + first[2]) / 2 == pytest.approx(540, abs=10)
    assert last[1] == pytest.approx(1080 - 770, abs=2)
    assert first[3] > last[3]


def test_hidden_objects_leave_no_text(press):
    hidden = build.text("비밀", (0, 0, 100, 50), visible=False)
    group = build.group([build.text("묶음 안", (0, 100, 500, 50))])

    [made] = files("pdf", one_page("instagram_square", hidden, group))

    assert text_in(made) == "묶음 안"


def test_a_pdf_knows_its_title_and_language(press):
    [made] = files("pdf", one_page("link_card"))

    assert opened(made).get_metadata_value("Title") == "봄 신메뉴"
    assert made.name == "봄 신메뉴.pdf"


def test_the_same_document_gives_the_same_pdf(press):
    content = one_page("link_card", build.text("같음", (50, 50, 400, 80), rng=random.Random(1)))

    assert files("pdf", content)[0].body == files("pdf", content)[0].body


def test_lines_stand_on_baselines_that_follow_the_text_metric():
    block = build.text("하나\n둘", (100, 100, 400, 300), size=100, line_height=1.5, valign="middle")
    first, second = typeset(build.page("custom", 600, 600, [block]))

    assert first.y == pytest.approx(100 + (300 - 263) / 2 + 87.9)
    assert (second.y - first.y, first.x) == (pytest.approx(150), 100)


def test_an_export_without_options_of_its_own_draws_at_scale_1():
    assert Options(no_pictures).scale == 1.0
