"""Lines break alike in Python and JavaScript: the vectors are shared with tests/js/wrap.test.mjs."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from assets.document.measure import advance, graphemes
from assets.document.wrap import is_orphan, wrap, wrap_styled

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "wrap.json").read_text(encoding="utf-8"))
WORDS = [
    "오늘",
    "하루를",
    "바꾸는",
    "소리",
    "무선",
    "이어폰",
    "X1",
    "24시간",
    "봐",
    "10%",
    "Sound",
    "아메리카노를",
]


def fake_width(cluster: str) -> int:
    first, kinds = cluster[0], VECTORS["widths"]
    if "가" <= first <= "힣":
        return kinds["hangul"]
    if first.isascii() and first.isalpha():
        return kinds["latin"]
    if first.isascii() and first.isdigit():
        return kinds["digit"]
    return kinds["space"] if first == " " else kinds["other"]


def fake_measure(tracking: float):
    def measure(text: str) -> float:
        clusters = graphemes(text)
        return sum(map(fake_width, clusters)) + tracking * (len(clusters) - 1)

    return measure


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_lines_are_those_of_the_shared_vectors(case):
    tracking, balance = case.get("tracking", 0), case.get("balance", False)

    lines = wrap(case["text"], case["width"], fake_measure(tracking), balance=balance, tracking=tracking)

    assert lines == case["lines"]


@given(some.lists(some.sampled_from(WORDS), min_size=1, max_size=14), some.integers(60, 400), some.booleans())
@settings(max_examples=150, deadline=None)
def test_wrapped_lines_lose_nothing_and_stay_inside(words, width, balance):
    text = " ".join(words)

    lines = wrap(text, width, fake_measure(0), balance=balance)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(fake_measure(0)(line) <= width or len(graphemes(line)) == 1 for line in lines)


@given(some.lists(some.sampled_from(WORDS[:9]), min_size=3, max_size=14), some.integers(90, 400))
@settings(max_examples=150, deadline=None)
def test_balance_never_adds_a_line_or_widens_the_text(words, width):
    text, measure = " ".join(words), fake_measure(0)

    plain, even = wrap(text, width, measure), wrap(text, width, measure, balance=True)

    assert len(even) == len(plain)
    if not is_orphan(even[-1]) and not is_orphan(plain[-1]):
        assert max(map(measure, even)) <= max(map(measure, plain))


def test_upper_case_is_wrapped_as_it_is_drawn():
    style = {"fontFamily": "Pretendard", "fontWeight": 400, "fontSize": 40, "uppercase": True}

    room = advance("wide words", "Pretendard", 400, 40) + 1

    assert wrap_styled("wide words", room, {**style, "uppercase": False}) == ["wide words"]
    assert wrap_styled("wide words", room, style) == ["WIDE", "WORDS"]
