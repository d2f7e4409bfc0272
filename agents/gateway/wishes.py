"""Wishes that people pick with one click: for other wordings, and for why a draft is rejected."""

from typing import NamedTuple

from sparklio.lib.bilingual import Bilingual, both


class Wish(NamedTuple):
    """slug is stored; label is what people read."""

    slug: str
    label: Bilingual


WISHES = {
    wish.slug: wish
    for wish in (
        Wish("shorter", both("더 짧게", "Shorter")),
        Wish("warmer", both("더 따뜻하게", "Warmer")),
        Wish("more_formal", both("더 정중하게", "More formal")),
        Wish("question", both("질문으로", "As a question")),
    )
}
REASONS = (
    WISHES["shorter"],
    WISHES["more_formal"],
    WISHES["warmer"],
    Wish("no_exclamation", both("느낌표 없이", "No exclamation marks")),
    Wish("mention_price", both("가격을 넣어 주세요", "Mention the price")),
    Wish("other_look", both("다른 느낌의 디자인", "A different look")),
)
