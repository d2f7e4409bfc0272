"""Brand kit: who we are, in one card."""

from brands.menu import Menu, Question
from brands.questions import AUDIENCE, TONE, choices, product
from sparklio.lib.bilingual import both


class BrandKit(Menu):
    """The brand introduces itself."""

    slug = "brand_kit"
    order = 2
    label = both("브랜드 키트", "Brand kit")
    hint = both("브랜드 이름과 한 줄 소개를 담은 카드", "A card with the brand's name and its one line")
    makes = both(
        "브랜드 소개 카드 한 장. 홈페이지나 로고에서 색과 글꼴을 뽑아내는 일은 아직 하지 않아요.",
        "One brand card. Reading colours and fonts from a site or a logo is not done yet.",
    )
    example = both(
        "동네빵집 브랜드 카드 만들어줘. 슬로건은 ‘매일 아침의 이유’야.",
        "A brand card for Harbor Bakery. Slogan: “Bread for the morning”.",
    )
    channel = "instagram"
    questions = (
        product(
            "브랜드 이름은 무엇인가요?",
            "What is the brand called?",
            "간판에 적힌 그대로 적어 주세요.",
            "As it stands on the sign.",
            slug="brand",
        ),
        Question(
            slug="slogan",
            label=both("한 줄 소개나 슬로건이 있나요?", "Do you have a slogan or a one-line introduction?"),
            help=both("적은 그대로 카드에 들어가요.", "It appears on the card, letter for letter."),
            useful=True,
            fills="must_include",
            most=80,
            default=both("슬로건 없이 이름을 앞세워", "With the name alone"),
        ),
        Question(
            slug="offering",
            label=both("무엇을 만들거나 파나요?", "What do you make or sell?"),
            help=both("쉼표로 나눠 두세 가지면 충분해요.", "Two or three things, separated by commas."),
            useful=True,
            fills="features",
            default=both("파는 것은 말하지 않고", "Without naming what you sell"),
        ),
        AUDIENCE,
        TONE,
        Question(
            slug="avoid",
            label=both("쓰고 싶지 않은 말이 있나요?", "Are there words you never want to use?"),
            help=both(
                "쉼표로 나눠 적으면 어디에도 쓰지 않아요.", "Separated by commas; they will appear nowhere."
            ),
            choices=choices(
                ("cheap", "저렴한", "cheap"), ("luxury", "명품", "luxury"), ("hurry", "서두르세요", "hurry")
            ),
            fills="forbidden",
            default=both("키트에 적힌 금지 표현만", "Only what the kit forbids"),
        ),
    )
