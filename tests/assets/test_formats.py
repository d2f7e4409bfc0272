"""The six formats that every design is promised in."""

import pytest

from assets.formats import formats, length

SIZES = {
    "instagram_square": (1080, 1080),
    "instagram_portrait": (1080, 1350),
    "story": (1080, 1920),
    "link_card": (1200, 630),
    "video_thumbnail": (1280, 720),
    "a4_poster": (2480, 3508),
}


def test_the_six_formats_have_their_sizes():
    assert {slug: (each.width, each.height) for slug, each in formats().items()} == SIZES


def test_a_poster_is_printed_at_three_hundred_dots():
    poster = formats()["a4_poster"]

    assert (poster.dpi, round(poster.width / 300 * 25.4), round(poster.height / 300 * 25.4)) == (
        300,
        210,
        297,
    )


@pytest.mark.parametrize("slug", SIZES)
def test_a_format_says_all_that_a_layout_asks(slug):
    each = formats()[slug]

    assert set(each.label) == {"ko", "en"}
    assert each.channels and each.cap > 0
    assert each.body >= each.least["text"] > each.least["legal"]
    assert min(each.safe.top, each.safe.right, each.safe.bottom, each.safe.left) >= each.width * 0.025
    assert {"headline", "subheadline", "body", "bullet", "cta", "badge", "price", "legal"} == set(each.limits)


def test_length_counts_a_latin_letter_as_half_a_syllable():
    assert (length("동네빵집"), length("Bakery"), length("50% 할인")) == (4, 3, 4)
