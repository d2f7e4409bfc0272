"""Exports through the real press: exact sizes, and the hidden text of a PDF lies over the letters."""

import io
from types import SimpleNamespace

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from assets.document import build
from assets.document.schema import check_document
from assets.exports import EXPORTS
from assets.formats import formats

pytestmark = pytest.mark.browser

WORDS = ["봄을 담은 딸기 크루아상", "Fresh from the oven at eight"]


def poster(format, *objects):
    size = formats()[format]
    page = build.page(format, size.width, size.height, objects)
    return SimpleNamespace(pk="1", seq=0, title="봄", content=check_document(build.document("봄", [page])))


def files(slug, document):
    return EXPORTS[slug]().files(document, images=lambda asset: None)


@pytest.mark.parametrize("slug", ["png", "jpeg"])
@pytest.mark.parametrize("format", formats())
def test_a_picture_of_each_format_has_exactly_its_size(slug, format):
    [made] = files(slug, poster(format, build.text("빵", (200, 200, 400, 100))))

    assert Image.open(io.BytesIO(made.body)).size == (formats()[format].width, formats()[format].height)


def test_the_text_of_a_poster_can_be_marked_where_it_is_seen():
    blocks = [
        build.text(words, (300, 600 + 900 * n, 1900, 500), size=180, weight=800, align=align, angle=angle)
        for n, (words, align, angle) in enumerate(zip(WORDS, ["center", "right"], [0, 8], strict=True))
    ]
    [made] = files("pdf", poster("a4_poster", *blocks))

    whole = pypdfium2.PdfDocument(made.body)
    scale = 3
    seen = np.asarray(whole[0].render(scale=scale).to_pil().convert("L")) < 128
    text = whole[0].get_textpage()
    height = seen.shape[0]
    covered = np.zeros_like(seen)
    for number in range(text.count_chars()):
        left, bottom, right, top = (round(edge * scale) for edge in text.get_charbox(number, loose=True))
        if right > left and top > bottom:
            covered[height - top - 6 : height - bottom + 6, left - 6 : right + 6] = True

    assert " ".join(text.get_text_range().split()) == " ".join(WORDS)
    assert (seen & covered).sum() > 0.98 * seen.sum()


def test_the_picture_in_a_pdf_is_the_picture_of_the_page():
    document = poster("link_card", build.rect((100, 100, 500, 300), fill="#cc3322", radius=40))
    [png], [pdf] = files("png", document), files("pdf", document)

    page = pypdfium2.PdfDocument(pdf.body)[0]
    ours = np.asarray(page.render(scale=1).to_pil().convert("RGB"), dtype=int)
    theirs = np.asarray(Image.open(io.BytesIO(png.body)).convert("RGB"), dtype=int)
    assert ours.shape == theirs.shape
    assert np.abs(ours - theirs).mean() < 1.5
