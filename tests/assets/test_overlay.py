"""Words over photos: a veil where the photo is calm, plain colour where it is not."""

import pytest

from assets.checks import passes, preflight_page
from assets.composition import Composition
from assets.document.colour import grey, luminance, luminance_of, over, ratio, rgb
from assets.document.palette import derive
from assets.document.subject import GRID, Box, Photo
from assets.formats import formats
from assets.layouts import LAYOUTS
from assets.overlay import READ, veil
from assets.specimens import copies, kits


def photo(dark: float, light: float) -> Photo:
    cells = [tuple(tuple(value for _ in range(GRID)) for _ in range(GRID)) for value in (light, dark)]
    return Photo("pic", 3000, 4000, Box(0.35, 0.1, 0.3, 0.3), *cells)


def composed(shown: Photo) -> dict:
    composition = Composition(formats()["story"], copies()["short"][0], kits()["tech"][0], shown)
    return LAYOUTS["full_bleed"]().compose(composition)


@pytest.mark.parametrize(("dark", "light"), [(0, 0), (0, 0.3), (0.1, 0.9), (0.8, 1), (0, 1)])
@pytest.mark.parametrize("ground", ["paper", "deep", "brand"])
def test_a_veil_is_just_dense_enough(dark, light, ground):
    surface = getattr(derive({}), ground)

    opacity = veil(surface, dark, light)

    for step, reads in ((opacity, True), (opacity - 0.06, False)):
        seen = [luminance_of(over(rgb(surface.fill), step, grey(each))) for each in (dark, light)]
        if step >= 0:
            assert all(ratio(luminance(surface.ink), each) >= READ for each in seen) is reads


def test_a_calm_photo_stays_whole_under_the_words():
    page = composed(photo(0.02, 0.1))

    assert page["objects"][0]["transform"]["h"] == 1920


def test_a_restless_photo_ends_before_the_words_begin():
    page = composed(photo(0.0, 1.0))

    texts = [each for each in page["objects"] if each["meta"].get("field") in ("headline", "cta")]
    image = page["objects"][0]["transform"]
    assert image["cy"] + image["h"] / 2 <= min(each["transform"]["cy"] for each in texts)


@pytest.mark.parametrize("level", [(0, 0.05), (0.2, 0.4), (0.5, 0.9), (0, 1), (0.95, 1)])
def test_words_read_over_any_photo(level):
    shown = photo(*level)

    assert passes(preflight_page(composed(shown), photos={"pic": shown}))
