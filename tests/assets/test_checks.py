"""Preflight: every rule finds its fault, names it in both languages, and a sound page has none."""

import pytest

from assets.checks import CHECKS, passes, preflight
from assets.document import build
from assets.document.subject import GRID, Box, Photo

PAPER, INK = "#ffffff", "#111111"


def evenly(light: float) -> tuple:
    return tuple((light,) * GRID for _ in range(GRID))


def photo(dark: float, light: float) -> Photo:
    return Photo("pic", 2000, 2000, Box(0.3, 0.3, 0.4, 0.4), evenly(light), evenly(dark))


def words(text="갓 구운 빵", box=(100, 100, 800, 120), **more):
    return build.text(text, box, **{"size": 60, "weight": 700, "fill": INK, **more})


def page(*objects, format="instagram_square", background=PAPER):
    width, height = (2480, 3508) if format == "a4_poster" else (1080, 1080)
    return build.document("시험", [build.page(format, width, height, objects, background=background)])


PICTURE = build.image("pic", (0, 0, 1080, 1080), natural=(2000, 2000))
FAULTS = {
    "overflow": page(words("아주 길어서 상자를 넘치는 글입니다", (100, 100, 300, 80))),
    "overlap": page(words(), words("다른 글", (120, 120, 400, 100))),
    "contrast": page(words(fill="#cccccc")),
    "busy": page(PICTURE, words()),
    "margins": page(words(box=(20, 100, 600, 100))),
    "off_page": page(words(box=(-200, 100, 600, 100))),
    "smallest": page(words(size=14)),
    "empty": page(words("   ")),
    "glyphs": page(words("봄이 왔다 漢字")),
    "resolution": page(build.image("pic", (0, 0, 1080, 1080), natural=(300, 300)), format="instagram_square"),
    "limits": page(words("빵" * 26 + " " + "빵" * 26, (60, 100, 960, 900), role="headline", size=30)),
    "orphan": page(words("아메리카노를 봐", (100, 100, 340, 200))),
}


def slugs(document, photos=None) -> set[str]:
    return {finding.slug for finding in preflight(document, photos=photos or {"pic": photo(0.02, 0.9)})}


def test_a_sound_page_has_no_findings():
    sound = page(words(), words("소제목", (100, 300, 600, 80), size=40, weight=400))

    assert preflight(sound) == []


@pytest.mark.parametrize("slug", CHECKS)
def test_every_rule_finds_its_fault_and_says_so_in_both_languages(slug):
    found = [each for each in preflight(FAULTS[slug], photos={"pic": photo(0.02, 0.9)}) if each.slug == slug]

    assert found
    assert all(each.page and each.object for each in found)
    assert all(each.message["ko"] != each.message["en"] and each.message["ko"] for each in found)


def test_errors_come_before_warnings_and_only_errors_stop_a_page():
    found = preflight(FAULTS["limits"])
    assert found and passes(found)

    both = preflight(page(words(size=14), words("아메리카노를 봐", (100, 300, 340, 200))))
    assert [each.severity for each in both] == ["error", "warning"]
    assert not passes(both)


def test_large_bold_text_needs_less_contrast_than_small_text():
    assert "contrast" not in slugs(page(words(fill="#8c8c8c", size=40, weight=700)))
    assert "contrast" in slugs(page(words(fill="#8c8c8c", size=40, weight=400)))


def test_text_over_a_calm_picture_reads():
    assert "busy" not in slugs(page(PICTURE, words()), {"pic": photo(0.8, 0.9)})


def test_a_veil_between_picture_and_text_counts():
    veil = build.rect((0, 0, 1080, 1080), fill="#ffffffe6")

    assert "busy" not in slugs(page(PICTURE, veil, words()), {"pic": photo(0.0, 0.9)})


def test_an_unknown_picture_is_the_worst_ground():
    assert "busy" in {each.slug for each in preflight(page(PICTURE, words()))}


def test_a_plate_under_the_text_hides_the_picture():
    plate = build.rect((80, 80, 900, 200), fill=PAPER)

    assert slugs(page(PICTURE, plate, words())) == set()


def test_a_gradient_is_read_where_the_text_stands():
    dark_below = build.linear(180, (0, "#ffffff"), (0.4, "#ffffff"), (0.6, "#000000"), (1, "#000000"))

    assert "contrast" not in slugs(page(words(), background=dark_below))
    assert "contrast" in slugs(page(words(box=(100, 900, 800, 120)), background=dark_below))


def test_text_in_a_turned_ellipse_is_on_its_colour_only_inside():
    disc = build.ellipse((200, 200, 600, 200), fill="#000000", angle=90)

    assert "contrast" in slugs(page(disc, words("가", (450, 60, 100, 80))))
    assert "contrast" not in slugs(page(disc, words("가", (220, 260, 100, 80))))


def test_a_shape_laid_over_text_hides_it():
    assert "overlap" in slugs(page(words(), build.rect((90, 90, 500, 200), fill="#eeeeee")))
    assert "overlap" not in slugs(page(words(), build.rect((90, 90, 500, 200), fill="#eeeeee11")))


def test_invisible_objects_are_not_checked():
    assert slugs(page(words(), words(visible=False))) == set()


def test_text_in_groups_is_checked():
    assert "smallest" in slugs(page(build.group([words(size=14)])))


def test_fine_print_may_be_smaller():
    assert "smallest" not in slugs(page(words(size=20, weight=400, role="disclaimer")))


def test_a_photo_may_bleed_but_a_logo_may_not():
    assert slugs(page(build.image("pic", (-100, -100, 1300, 1300), natural=(2000, 2000)))) == set()
    assert "margins" in slugs(page(build.image("pic", (0, 0, 200, 200), natural=(2000, 2000), role="logo")))


def test_print_wants_more_pixels_than_a_screen():
    large = build.image("pic", (0, 0, 2480, 3508), natural=(700, 990))

    assert "resolution" in slugs(page(large, format="a4_poster"))


def test_a_page_of_no_known_format_is_warned_not_stopped():
    found = preflight(page(words(box=(2, 100, 600, 100)), format="custom"))

    assert [(each.slug, each.severity) for each in found] == [("margins", "warning")]
