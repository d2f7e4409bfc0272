"""The font table: what it promises exists, and no browser ever has to invent a weight."""

from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont

from assets.document.fonts import PACKAGES, browser_table, families, family


@pytest.mark.parametrize("name", families())
def test_every_font_file_is_there_and_has_hangul(name):
    for face in families()[name].faces:
        for role, file in face.files:
            codes = TTFont(PACKAGES / file, lazy=True).getBestCmap()
            assert role == "latin" or sum(0xAC00 <= code <= 0xD7A3 for code in codes) >= 2350


@pytest.mark.parametrize("name", families())
def test_weights_from_1_to_1000_have_exactly_one_face(name):
    spans = sorted(face.span for face in families()[name].faces)

    assert spans[0][0] == 1 and spans[-1][1] == 1000
    assert all(one[1] + 1 == other[0] for one, other in pairwise(spans))


@pytest.mark.parametrize("name", families())
def test_a_family_draws_headings_and_text_in_weights_of_its_own(name):
    each = families()[name]

    assert {each.heading, each.body} <= set(each.weights)
    assert all(face.span[0] <= face.weight <= face.span[1] for face in each.faces)


def test_an_unknown_family_falls_back():
    assert family("Comic Sans MS").name == "Pretendard"


def test_the_browser_gets_every_face_with_its_files_in_drawing_order():
    rows = browser_table(lambda path: f"/static/{path}")

    jua = next(row for row in rows if row["family"] == "Jua")
    assert [file["role"] for file in jua["files"]] == ["fallback", "latin", "korean"]
    assert all(file["url"].startswith("/static/") for row in rows for file in row["files"])
    assert len(rows) == sum(len(each.faces) for each in families().values())
