"""Trend: a card of what you already found out."""

from brands.menu import Menu, Question
from brands.questions import AUDIENCE, TONE, channels, choices, product
from sparklio.lib.bilingual import both


class Trend(Menu):
    """What is moving in a market, as a card to share."""

    slug = "trend"
    order = 9
    label = both("트렌드 카드", "Trend card")
    hint = both("알고 있는 흐름을 한 장으로", "What you have found, on one card")
    makes = both(
        "적어 준 내용으로 만든 트렌드 카드 한 장. 밖에서 자료를 모으거나 수치를 짐작하지 않아요.",
        "One card from what you write. We collect nothing from outside and guess no figures.",
    )
    example = both(
        "2030 홈카페 트렌드 카드: 디카페인, 우유 대체 음료",
        "Trend card on home cafés: decaf, plant-based milk",
    )
    channel = "instagram"
    questions = (
        product(
            "어떤 분야의 흐름인가요?",
            "Which field is it about?",
            "예: 홈카페, 러닝, 반려동물 용품",
            "Such as home cafés, running, pet supplies.",
            slug="industry",
        ),
        Question(
            slug="findings",
            label=both("무엇을 알아냈나요?", "What did you find?"),
            help=both(
                "쉼표로 나눠 적어 주세요. 수치는 출처를 아는 것만 적어 주세요.",
                "Separated by commas. Figures only if you know their source.",
            ),
            required=True,
            fills="features",
            default=both("분야 이름만 가지고", "With the field's name alone"),
        ),
        Question(
            slug="period",
            label=both("언제의 흐름인가요?", "Which period is it about?"),
            help=both("카드 한쪽에 적어요.", "It stands in a corner of the card."),
            choices=choices(
                ("month", "이번 달", "This month"),
                ("season", "이번 시즌", "This season"),
                ("year", "올해", "This year"),
            ),
            useful=True,
            fills="period",
            default=both("때를 말하지 않고", "Without naming a time"),
        ),
        AUDIENCE,
        channels("instagram", "instagram_portrait", "blog", "facebook", default="instagram"),
        TONE,
    )
