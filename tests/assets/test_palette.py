"""Every colour role of every kit reads, and the brand's hue survives."""

import random

import pytest

from assets.document.colour import apart, contrast, oklch, ramp, readable
from assets.document.palette import NAMES, derive, mode_of

RULES = {
    "ink": ("fill", 4.5),
    "soft": ("fill", 4.5),
    "strong": ("fill", 4.5),
    "loud": ("fill", 3.0),
    "on_button": ("button", 4.5),
    "on_badge": ("badge", 4.5),
}
DIFFICULT = {
    "yellow": ("#ffd400", "#222222", "#ff5a1f", "#1a1a1a", "#ffffff"),
    "near white": ("#f5f3ee", "#2d2a26", "#b08d57", "#2d2a26", "#ffffff"),
    "black and white": ("#000000", "#ffffff", "#000000", "#000000", "#ffffff"),
    "neon": ("#39ff14", "#0a0a0a", "#ff00e5", "#0a0a0a", "#ffffff"),
    "one colour for everything": ("#777777",) * 5,
    "dark page": ("#7c5cff", "#24d1a0", "#ffb020", "#f4f2ff", "#12101c"),
}


def grounds(palette):
    return (palette.paper, palette.tint, palette.brand, palette.accent, palette.deep)


def random_kits(count):
    dice = random.Random(20)
    return [tuple(f"#{dice.randrange(1 << 24):06x}" for _ in NAMES) for _ in range(count)]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("kits", [list(DIFFICULT.values()), random_kits(200)], ids=["difficult", "random"])
def test_every_text_colour_reads_on_its_ground(kits, mode):
    poor = [
        (kit, ground.fill, role)
        for kit in kits
        for ground in grounds(derive(dict(zip(NAMES, kit, strict=True)), mode))
        for role, (under, least) in RULES.items()
        if contrast(getattr(ground, role), getattr(ground, under)) < least
    ]

    assert poor == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_colourful_brand_keeps_its_hue(mode):
    for kit in random_kits(200):
        light, chroma, hue = oklch(kit[0])
        if chroma < 0.08 or not 0.3 < light < 0.9:
            continue

        fills = [ground.fill for ground in grounds(derive(dict(zip(NAMES, kit, strict=True)), mode))]

        turned = min(abs((oklch(fill)[2] - hue + 180) % 360 - 180) for fill in fills if oklch(fill)[1] > 0.04)
        assert turned < 12, kit


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_brand_ground_is_seen_on_the_page(mode):
    for kit in [*DIFFICULT.values(), *random_kits(60)]:
        palette = derive(dict(zip(NAMES, kit, strict=True)), mode)

        assert apart(palette.brand.fill, palette.paper.fill) > 0.05, kit


@pytest.mark.parametrize("name", DIFFICULT)
def test_light_pages_are_light_and_dark_pages_dark(name):
    colors = dict(zip(NAMES, DIFFICULT[name], strict=True))

    assert derive(colors, "light").paper.is_dark is False
    assert derive(colors, "dark").paper.is_dark is True


def test_the_mode_of_a_kit_is_that_of_its_page():
    assert mode_of({"background": "#12101c"}) == "dark"
    assert mode_of({}) == "light"


def test_a_kit_without_colours_still_gets_a_palette():
    assert derive({}).brand.fill == "#1f4fd8"


@pytest.mark.parametrize("colors", [{"primary": "red"}, {"accent": "#12"}, {"text": "url(x)"}])
def test_a_colour_that_is_none_is_refused(colors):
    with pytest.raises(ValueError, match="not #rrggbb"):
        derive(colors)


def test_readable_moves_lightness_only_as_far_as_it_must():
    moved = readable("#ff5a1f", "#ffffff")

    assert 4.5 <= contrast(moved, "#ffffff") < 4.8
    assert abs(oklch(moved)[2] - oklch("#ff5a1f")[2]) < 6


def test_nothing_reads_at_twenty_to_one_on_grey():
    with pytest.raises(ValueError, match="Nothing reads"):
        readable("#ff0000", "#777777", 20)


def test_a_ramp_runs_from_pale_to_deep_in_one_hue():
    steps = list(ramp("#1f4fd8").values())

    assert [oklch(step)[0] for step in steps] == sorted((oklch(step)[0] for step in steps), reverse=True)
    coloured = [step for step in steps if oklch(step)[1] > 0.05]
    assert all(abs(oklch(step)[2] - oklch("#1f4fd8")[2]) < 8 for step in coloured)
