"""Data collection: a card that sums up what a file or a text says."""

from brands.menu import Menu, Question
from brands.questions import TONE, channels, choices, product
from sparklio.lib.bilingual import both


class DataCollection(Menu):
    """Material you bring, summed up on one card."""

    slug = "data_collection"
    order = 10
    label = both("자료 정리", "Material card")
    hint = both("파일이나 글의 핵심을 한 장으로", "The core of a file or a text, on one card")
    makes = both(
        "붙여 준 글과 파일에서 인용한 요약 카드 한 장. 웹에서 자료를 모으는 일은 아직 하지 않아요.",
        "One card that quotes your text and files. Collecting from the web is not done yet.",
    )
    example = both(
        "첨부한 상품 소개서에서 핵심만 뽑아 카드로", "Sum up the attached product sheet on one card"
    )
    channel = "instagram"
    questions = (
        product(
            "무엇에 대한 자료인가요?",
            "What is the material about?",
            "자료의 제목이나 상품 이름을 적어 주세요.",
            "Its title or the product.",
            slug="subject",
        ),
        Question(
            slug="points",
            label=both("카드에 꼭 남길 내용은 무엇인가요?", "What must stay on the card?"),
            help=both("쉼표로 나눠 적거나 파일을 붙여 주세요.", "Separated by commas, or attach a file."),
            required=True,
            fills="features",
            default=both("찾은 사실만 가지고", "With what was found"),
        ),
        Question(
            slug="source",
            label=both("어디에서 온 자료인가요?", "Where does it come from?"),
            help=both("출처는 카드 아래에 작게 적어요.", "The source stands small at the bottom."),
            choices=choices(
                ("own", "자체 조사", "Our own survey"),
                ("press", "보도자료", "Press release"),
                ("catalogue", "상품 소개서", "Product sheet"),
            ),
            useful=True,
            fills="source",
            most=40,
            default=both("출처 표기 없이", "Without a source line"),
        ),
        channels("instagram", "instagram_portrait", "blog", "print", default="instagram"),
        TONE,
    )
