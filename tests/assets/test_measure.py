"""Widths and heights of text, as the browser has them (a browser test compares the two)."""

import unicodedata

import pytest

from assets.document.fonts import families
from assets.document.measure import (
    advance,
    block_height,
    borrowed,
    graphemes,
    ink,
    missing,
)


def test_a_width_grows_with_the_size_exactly():
    assert advance("안녕 X1", "Pretendard", 700, 200) == pytest.approx(
        2 * advance("안녕 X1", "Pretendard", 700, 100)
    )


def test_letter_spacing_stands_between_graphemes_only():
    plain = advance("가나다", "Pretendard", 400, 100)

    assert advance("가나다", "Pretendard", 400, 100, 0.1) == pytest.approx(plain + 20)


def test_loose_jamo_are_as_wide_as_the_syllable():
    assert advance(unicodedata.normalize("NFD", "한글"), "Jua", 400, 50) == advance("한글", "Jua", 400, 50)


def test_no_kerning_reaches_across_a_space():
    parts = [advance(word, "Pretendard", 800, 100) for word in ("A", " ", "V")]

    assert advance("A V", "Pretendard", 800, 100) == pytest.approx(sum(parts))


def test_a_block_is_as_high_as_the_editor_draws_it():
    assert block_height(1, 100, 1.2) == pytest.approx(113)
    assert block_height(3, 100, 1.2) == pytest.approx(353)
    assert block_height(0, 100, 1.2) == 0


def test_a_missing_won_sign_is_lent_by_the_fallback():
    assert borrowed("₩9,900", "Jua", 400) == "₩"
    assert advance("₩", "Jua", 400, 100) == advance("₩", "Pretendard", 700, 100)
    assert missing("₩9,900") == ""


def test_characters_that_no_font_has_are_named_once():
    assert missing("봄 🌸🌸 漢") == "🌸漢"


@pytest.mark.parametrize("name", families())
def test_ink_lies_within_the_line(name):
    for weight in families()[name].weights:
        box = ink("빵집", name, weight)

        assert 0 <= box.left < 0.15
        assert -0.95 < box.top < -0.6
        assert box.right <= advance("빵집", name, weight, 1) + 0.02
        assert -0.02 <= box.bottom < 0.2


def test_spaces_have_no_ink():
    assert ink("  ", "Pretendard", 400)[1:4:2] == (0.0, 0.0)


def test_graphemes_are_what_a_reader_counts():
    assert graphemes("한e\u0301👨‍👩‍👧🇰🇷🇯🇵") == ["한", "é", "👨‍👩‍👧", "🇰🇷", "🇯🇵"]
