"""The subject of a photo is found, and no crop loses more of it than it must."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image, ImageDraw

from assets.document.subject import GRID, Box, Photo, crop, look
from assets.specimens import PICTURES, photo

ABOUT = {  # where a person would say that it is
    "product": (0.56, 0.56),
    "portrait": (0.64, 0.5),
    "night": (0.38, 0.55),
    "bread": (0.52, 0.52),
}
FLAT = tuple((0.5,) * GRID for _ in range(GRID))


def picture_of(subject: Box, width: int = 1600, height: int = 1200) -> Photo:
    return Photo("x", width, height, subject, FLAT, FLAT)


@pytest.mark.parametrize("name", ABOUT)
def test_the_subject_is_where_a_person_sees_it(name):
    found, (x, y) = photo(name).subject, ABOUT[name]

    assert abs(found.x + found.w / 2 - x) < 0.16
    assert abs(found.y + found.h / 2 - y) < 0.2
    assert found.x <= x <= found.right and found.y <= y <= found.bottom


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("aspect", [0.5625, 0.8, 1.0, 1.78, 1.9, 3.0])
def test_a_crop_keeps_as_much_of_the_subject_as_its_shape_allows(name, aspect):
    subject = photo(name).subject

    part = crop(photo(name), aspect)

    possible = min(subject.w, part.w) * min(subject.h, part.h)
    assert part.overlap(subject) == pytest.approx(possible, abs=1e-6)


@given(
    some.floats(0, 0.9),
    some.floats(0, 0.9),
    some.floats(0.05, 1),
    some.floats(0.05, 1),
    some.floats(0.3, 3.5),
    some.tuples(some.floats(0, 1), some.floats(0, 1)),
    some.floats(0, 1),
)
def test_a_crop_is_inside_the_picture_and_has_the_asked_shape(x, y, w, h, aspect, towards, close):
    shown = picture_of(Box(x, y, min(w, 1 - x), min(h, 1 - y)))

    part = crop(shown, aspect, towards=towards, close=close)

    assert part.x >= -1e-9 and part.y >= -1e-9 and part.right <= 1 + 1e-9 and part.bottom <= 1 + 1e-9
    assert part.w * shown.width / (part.h * shown.height) == pytest.approx(aspect, rel=1e-6)


def test_the_subject_goes_where_it_is_wanted():
    shown = picture_of(Box(0.45, 0.4, 0.1, 0.2))

    left, right = crop(shown, 0.6, towards=(0.2, 0.5)), crop(shown, 0.6, towards=(0.8, 0.5))

    assert (0.5 - left.x) / left.w == pytest.approx(0.2)
    assert (0.5 - right.x) / right.w == pytest.approx(0.8)


def test_coming_close_still_shows_the_whole_subject():
    shown = picture_of(Box(0.4, 0.4, 0.2, 0.2))

    part = crop(shown, 1.0, close=1.0)

    assert part.w < crop(shown, 1.0).w
    assert part.overlap(shown.subject) == pytest.approx(0.04)


@pytest.mark.parametrize("mode", ["L", "P", "RGB", "RGBA", "CMYK", "1", "LA"])
@pytest.mark.parametrize("size", [(1, 1), (3, 900), (640, 480)])
def test_any_picture_can_be_looked_at(mode, size):
    found = look(Image.new(mode, size), asset="x")

    assert (found.width, found.height) == size
    assert 0 <= found.subject.x <= found.subject.right <= 1.0001
    assert len(found.light) == GRID and all(len(row) == GRID for row in found.light)


def test_the_subject_of_a_cut_out_is_what_is_not_transparent():
    image = Image.new("RGBA", (400, 400))
    ImageDraw.Draw(image).rectangle((100, 200, 299, 399), fill="#102030")

    found = look(image, asset="x")

    assert found.cut_out
    assert (found.subject.x, found.subject.y) == (pytest.approx(0.25, abs=0.01), pytest.approx(0.5, abs=0.01))
    assert found.mean < 0.05


def test_light_and_dark_are_mapped_where_they_are():
    pixels = np.zeros((240, 240, 3), dtype=np.uint8)
    pixels[:, 120:] = 255

    found = look(Image.fromarray(pixels), asset="x")

    assert found.extremes(0.1, 0.5) == (0.0, 0.0)
    assert found.extremes(0.9, 0.5) == (1.0, 1.0)


def test_looking_leaves_the_picture_alone():
    image = Image.new("RGB", (3000, 2000), "#abcdef")

    look(image, asset="x")

    assert image.size == (3000, 2000) and image.mode == "RGB"
