"""The contact sheet: every layout in every format, at a glance."""

import io

import pytest
from django.core.management import call_command
from PIL import Image

from assets.contact import GAP, Cell, mosaic, samples
from assets.formats import formats
from assets.layouts import LAYOUTS


def test_samples_show_every_layout_in_every_format_and_all_that_can_be_composed():
    asked = list(samples(LAYOUTS, ["instagram_square"]))

    assert [slug for slug, _ in asked] == list(LAYOUTS)
    for slug, composition in asked:
        LAYOUTS[slug]().compose(composition)


def test_samples_can_be_held_to_one_language_and_mode():
    asked = [each for _, each in samples(["giant_type"], formats(), lang="en", mode="dark")]

    assert {each.lang for each in asked} == {"en"} and {each.mode for each in asked} == {"dark"}


def test_a_mosaic_has_a_place_for_designs_that_could_not_be_drawn():
    cells = [Cell("one", Image.new("RGB", (100, 80), "#ff0000")), Cell("two", None, "too long")]

    sheet = mosaic(cells, columns=2, width=100)

    assert sheet.width == 2 * (100 + GAP) + GAP
    assert sheet.getpixel((GAP + 50, 100)) == (255, 0, 0)


@pytest.mark.browser
def test_the_command_draws_a_sheet_and_says_how_many(tmp_path):
    out, said = tmp_path / "sheet.png", io.StringIO()

    call_command(
        "contact_sheet", out=out, layout=["giant_type"], format=["link_card"], width=200, stdout=said
    )

    assert "1 of 1 designs" in said.getvalue()
    assert Image.open(out).width > 200
