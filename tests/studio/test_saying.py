"""Values as people read them."""

from decimal import Decimal

import pytest
from django.utils import translation

from studio.templatetags.saying import price, said, seconds


@pytest.mark.parametrize(
    ("dollars", "words"),
    [("0", "₩0"), ("0.0012", "$0.0012"), ("12.5", "$12.5"), ("0.00001", "under $0.0001")],
)
def test_a_price_is_never_rounded_to_nothing(dollars, words):
    with translation.override("en"):
        assert price(Decimal(dollars)) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0.42, "0.4 s"), (8, "8 s"), (61.4, "61 s"), (150, "2 minutes")]
)
def test_seconds_are_as_exact_as_they_matter(number, words):
    with translation.override("en"):
        assert seconds(number) == words


def test_a_label_comes_in_the_readers_language():
    for language, word in [("ko", "디자이너"), ("en", "Designer")]:
        with translation.override(language):
            assert said({"ko": "디자이너", "en": "Designer"}) == word


def test_a_plain_string_is_its_own_label():
    assert said("X1") == "X1"
