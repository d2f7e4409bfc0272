"""Marketing brief: the one page that feeds everything else."""

from brands.menu import Menu, Question
from brands.questions import AUDIENCE, FEATURES, TONE, channels, choices, product
from sparklio.lib.bilingual import both


class BriefMenu(Menu):
    """A campaign before its pieces."""

    slug = "brief"
    order = 3
    label = both("마케팅 브리프", "Marketing brief")
    hint = both("캠페인의 목적과 메시지, 키 비주얼", "The aim, the message and a key visual")
    makes = both(
        "캠페인 방향 세 가지와 키 비주얼 한 장. 일정표와 예산표는 아직 만들지 않아요.",
        "Three directions and one key visual. Timelines and budgets are not made yet.",
    )
    example = both("가을 신제품 밤라떼 출시 캠페인 기획해줘", "Plan a launch campaign for our chestnut latte")
    channel = "instagram"
    questions = (
        product(
            "무엇을 위한 캠페인인가요?",
            "What is the campaign for?",
            "상품, 서비스, 행사 이름을 적어 주세요.",
            "The product, service or event.",
        ),
        Question(
            slug="goal",
            label=both("무엇을 이루고 싶나요?", "What should it achieve?"),
            help=both("하나만 골라 주세요.", "Pick one."),
            kind="choice",
            choices=choices(
                ("launch", "새 상품 알리기", "Launch something new"),
                ("promotion", "계절·행사 판매", "Sell in a season or an event"),
                ("awareness", "브랜드 알리기", "Make the brand known"),
                ("rebranding", "달라진 모습 보여 주기", "Show what has changed"),
            ),
            required=True,
            fills="goal",
            default=both("새 상품 알리기로", "As a launch"),
            value="launch",
        ),
        FEATURES,
        AUDIENCE,
        channels("instagram", "story", "facebook", "blog", "youtube", "print", default="instagram"),
        TONE,
    )
