"""Speech levels: what a sentence is in, and the same sentence in another."""

import pytest

from sparklio.lib.speech import level, sentences, to_haeyo, to_hamnida


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("오늘의 소금빵입니다.", "hamnida"),
        ("지금 확인하십시오", "hamnida"),
        ("맛있습니까?", "hamnida"),
        ("한 입 맛보세요!", "haeyo"),
        ("소금빵이에요 🙂", "haeyo"),
        ("오늘 어때요?", "haeyo"),
        ("그렇죠", "haeyo"),
        ("오늘 어때?", "banmal"),
        ("같이 먹자", "banmal"),
        ("하루를 품다", "plain"),
        ("퇴근길엔 소금빵", "open"),
        ("소금빵이 필요", "open"),
        ("여름 바다", "open"),
        ("20% 할인", "open"),
        ("", "open"),
        ("X1", "open"),
        ("추우니까", "open"),
    ],
)
def test_a_sentence_is_known_by_its_end(sentence, said):
    assert level(sentence) == said


def test_a_price_or_a_decimal_ends_no_sentence():
    assert sentences("3.5% 할인이에요. 지금 만나요! 5,900원") == [
        "3.5% 할인이에요.",
        "지금 만나요!",
        "5,900원",
    ]


@pytest.mark.parametrize(
    ("formal", "polite"),
    [
        ("소금빵을 소개합니다.", "소금빵을 소개해요."),
        ("오늘의 라떼입니다.", "오늘의 라떼예요."),
        ("오늘의 빵입니다!", "오늘의 빵이에요!"),
        ("매장에서 만납니다.", "매장에서 만나요."),
        ("혜택을 드립니다.", "혜택을 드려요."),
        ("준비했습니다. 기다리고 있습니다.", "준비했어요. 기다리고 있어요."),
        ("지금 시작됩니다.", "지금 시작돼요."),
        ("매일 봅니다.", "매일 봐요."),
        ("빵을 굽습니다.", "빵을 구워요."),
        ("지금 확인하십시오.", "지금 확인하세요."),
        ("퇴근길엔 소금빵", "퇴근길엔 소금빵"),
    ],
)
def test_formal_sentences_turn_polite(formal, polite):
    assert to_haeyo(formal) == polite


@pytest.mark.parametrize(
    ("polite", "formal"),
    [
        ("소금빵을 소개해요.", "소금빵을 소개합니다."),
        ("오늘의 빵이에요!", "오늘의 빵입니다!"),
        ("기다리고 있어요.", "기다리고 있습니다."),
        ("지금 확인하세요.", "지금 확인하시기 바랍니다."),
        ("한번 만나 보세요.", "한번 만나 보시기 바랍니다."),
        ("참 좋아요.", "참 좋습니다."),
        ("퇴근길엔 소금빵", "퇴근길엔 소금빵"),
    ],
)
def test_polite_sentences_turn_formal(polite, formal):
    assert to_hamnida(polite) == formal
