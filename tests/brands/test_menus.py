"""Eleven menus, each a real question set in two languages that leads to a design."""

import tomllib
from pathlib import Path

import pytest

from brands.channels import CHANNELS
from brands.menus import MENUS
from brands.menus.sns import Sns
from sparklio.lib.refusal import Refusal

FORMATS = Path(__file__).parents[2] / "assets" / "formats.toml"
EVERY = pytest.mark.parametrize("menu", MENUS.values(), ids=MENUS)


def test_all_eleven_menus_are_found():
    assert list(MENUS) == [
        "sns", "brand_kit", "brief", "product_detail", "presentation", "video", "ppc", "blog", "trend",
        "data_collection", "template",
    ]  # fmt: skip


@EVERY
def test_a_menu_asks_three_to_six_questions_in_both_languages(menu):
    texts = [menu.label, menu.hint, menu.makes, menu.example]
    for question in menu.questions:
        texts += [question.label, question.help, question.default, *(c.label for c in question.choices)]

    assert 3 <= len(menu.questions) <= 6
    assert all(set(text) == {"ko", "en"} and all(text.values()) for text in texts)


@EVERY
def test_a_menu_always_asks_what_it_is_about_first(menu):
    first = menu.questions[0]

    assert (first.fills, first.required) == ("product", True)


@EVERY
def test_every_menu_leads_to_formats_that_exist(menu):
    known = tomllib.loads(FORMATS.read_text(encoding="utf-8"))

    assert menu.formats_for({})
    for channel in CHANNELS:
        assert set(CHANNELS[channel].formats) <= set(known)


@EVERY
def test_ready_answers_and_question_names_are_unique_within_a_menu(menu):
    slugs = [question.slug for question in menu.questions]

    assert len(set(slugs)) == len(slugs)
    for question in menu.questions:
        choices = [choice.slug for choice in question.choices]
        assert len(set(choices)) == len(choices)
        assert (question.kind in {"choice", "choices"}) <= bool(choices)


def test_formats_follow_from_the_channels_that_were_picked():
    assert Sns.formats_for({"channel": ["instagram", "story", "print"]}) == [
        "instagram_square",
        "story",
        "a4_poster",
    ]


def test_answers_are_cleaned_and_empty_ones_left_out():
    answers = {"product": "  소금빵 ", "channel": ["story"], "tone": "", "audience": None}

    assert Sns.clean(answers) == {"product": "소금빵", "channel": ["story"]}


@pytest.mark.parametrize(
    ("menu", "answers"),
    [
        ("sns", {"tone": "shouting"}),
        ("sns", {"channel": ["moon"]}),
        ("sns", {"colour": "red"}),
        ("sns", {"product": "가" * 1001}),
        ("ppc", {"landing": "javascript:alert(1)"}),
        ("ppc", {"landing": "no address"}),
        ("presentation", {"slides": "ten"}),
    ],
)
def test_a_wrong_answer_is_refused_with_what_to_change(menu, answers):
    with pytest.raises(Refusal):
        MENUS[menu].clean(answers)


def test_numbers_and_addresses_are_put_in_order():
    assert MENUS["presentation"].clean({"slides": "1,2"}) == {"slides": 12}
    assert MENUS["ppc"].clean({"landing": "example.kr/a"}) == {"landing": "https://example.kr/a"}
