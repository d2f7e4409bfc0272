"""Template: a finished design that is meant to be changed."""

from brands.menu import Menu, Question
from brands.questions import OFFER, TONE, channels, choices, product
from sparklio.lib.bilingual import both


class TemplateMenu(Menu):
    """A design to use again and again."""

    slug = "template"
    order = 11
    label = both("템플릿", "Template")
    hint = both("되풀이해 쓸 디자인 틀", "A design to reuse")
    makes = both(
        "문구만 바꿔 다시 쓸 수 있는 디자인 한 장. 참고 이미지를 분석해 틀로 만드는 일은 아직 하지 않아요.",
        "One design whose words you can replace. Reference pictures are not turned into templates yet.",
    )
    example = both("매주 바뀌는 오늘의 메뉴 공지 템플릿", "A template for our weekly menu board")
    channel = "instagram"
    questions = (
        product(
            "무엇에 쓸 틀인가요?",
            "What will it be used for?",
            "예: 오늘의 메뉴, 휴무 안내, 신상 소개",
            "Such as daily menu, closing days, new arrivals.",
            slug="purpose",
        ),
        Question(
            slug="kind",
            label=both("어떤 이야기를 담나요?", "What does it tell?"),
            help=both("예시 문구를 여기에 맞춰요.", "The sample copy follows this."),
            kind="choice",
            choices=choices(
                ("launch", "새 상품", "Something new"),
                ("promotion", "할인·행사", "An offer"),
                ("notice", "안내·공지", "A notice"),
                ("awareness", "가게 소개", "About us"),
            ),
            required=True,
            fills="goal",
            default=both("안내·공지로", "As a notice"),
            value="notice",
        ),
        channels("instagram", "story", "facebook", "youtube", "print", default="instagram"),
        OFFER,
        TONE,
    )
