"""Text takes the largest size at which a typesetter would let it stand."""

import pytest

from assets.document.fit import Type, fit, fit_title, set_at
from assets.document.measure import advance

TITLE = Type("Pretendard", 800, leading=1.2, tracking=-0.02, balance=True)
BODY = Type("Pretendard", 400, leading=1.5)


def test_the_size_is_the_largest_that_fits():
    made = fit("소음은 끄고, 몰입은 켜고", TITLE, 800, 300, least=40, most=300)

    assert made.seen <= 300 and made.width <= 800
    larger = set_at("소음은 끄고, 몰입은 켜고", TITLE, made.size + 1, 800)
    assert larger is None or larger.seen > 300


def test_nothing_fits_where_a_word_is_too_wide():
    assert fit("초고해상도디스플레이", TITLE, 100, 900, least=40, most=80) is None


def test_a_lonely_last_syllable_is_no_fit():
    width = advance("지금까지없던아메리카노를", "Pretendard", 400, 50) + 2

    assert set_at("지금까지없던아메리카노를 봐", BODY, 50, width) is None


def test_lines_stay_the_same_a_hair_wider_or_narrower():
    made = fit("하루 세 번 굽는 동네빵집의 가장 따뜻한 시간", TITLE, 700, 500, least=40, most=200)

    for width in (made.frame * 0.997, made.frame * 1.003):
        assert set_at(made.text, TITLE, made.size, width).lines == made.lines


def test_a_headline_breaks_where_one_would_pause():
    made = fit_title("소음은 끄고, 몰입은 켜고", TITLE, 640, 900, least=40, most=300, lines=3)

    assert made.lines == ("소음은 끄고,", "몰입은 켜고")


def test_a_headline_never_exceeds_its_box_or_its_lines():
    for width in range(300, 1000, 70):
        made = fit_title(
            "하루 세 번 굽는 동네빵집의 가장 따뜻한 시간", TITLE, width, 260, least=20, most=160, lines=3
        )

        assert len(made.lines) <= 3 and made.seen <= 260 and made.width <= width


@pytest.mark.parametrize("text", ["가나다", "Hg"])
def test_rims_and_letters_make_up_the_block(text):
    made = set_at(text, BODY, 100, 900)

    assert made.top + made.seen + made.bottom == pytest.approx(made.height)
    assert 0 < made.top < 20 and 0 < made.bottom < 40


def test_a_word_of_monstrous_length_may_be_cut_rather_than_refused():
    made = fit_title("초고해상도디스플레이출시기념할인행사안내", TITLE, 600, 600, least=60, most=120, lines=4)

    assert len(made.lines) > 1 and "".join(made.lines) == made.text
    assert fit_title("초고해상도디스플레이", TITLE, 300, 600, least=60, most=120, lines=4) is None
