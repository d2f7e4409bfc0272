"""Presentation: today the cover slide."""

from brands.menu import Menu, Question
from brands.questions import AUDIENCE, FEATURES, TONE, choices, product
from sparklio.lib.bilingual import both


class Presentation(Menu):
    """A deck, beginning with its first slide."""

    slug = "presentation"
    order = 5
    label = both("프레젠테이션", "Presentation")
    hint = both("제안서·발표 자료의 표지", "The cover of a proposal or a talk")
    makes = both(
        "표지 슬라이드 한 장(16:9). 본문 슬라이드는 아직 만들지 않아요.",
        "One cover slide (16:9). Inner slides are not made yet.",
    )
    example = both(
        "투자자에게 보여 줄 반려동물 앱 ‘멍로그’ 발표 표지",
        "Cover slide for our seed pitch: Tidepool, booking software for dive shops",
    )
    channel = "slides"
    questions = (
        product(
            "무엇에 대한 발표인가요?",
            "What is it about?",
            "주제나 제품 이름을 적어 주세요.",
            "The topic or the product.",
        ),
        Question(
            slug="goal",
            label=both("어떤 자리인가요?", "What is the occasion?"),
            help=both("자리에 맞춰 말투를 골라요.", "It decides how formal we are."),
            kind="choice",
            choices=choices(
                ("pitch", "투자 발표", "Investor pitch"),
                ("report", "사내 보고", "Internal report"),
                ("proposal", "고객 제안", "Client proposal"),
                ("talk", "강연·세미나", "Talk or seminar"),
            ),
            required=True,
            fills="goal",
            default=both("고객 제안 자리로", "As a client proposal"),
            value="proposal",
        ),
        FEATURES,
        AUDIENCE,
        Question(
            slug="slides",
            label=both("몇 장쯤 생각하나요?", "How many slides do you have in mind?"),
            help=both(
                "지금은 표지만 만들고, 장수는 계획에 적어 둬요.",
                "Only the cover is made today; the number is noted.",
            ),
            kind="number",
            fills="length",
            default=both("10장으로 적어 두고", "Noted as 10"),
            value="10",
        ),
        TONE,
    )
