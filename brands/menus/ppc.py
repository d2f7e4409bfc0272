"""Paid ads: today the pictures, not the campaign."""

from brands.menu import Menu, Question
from brands.questions import FEATURES, OFFER, channels, choices, product
from sparklio.lib.bilingual import both


class Ppc(Menu):
    """Display and search ads."""

    slug = "ppc"
    order = 7
    label = both("검색·디스플레이 광고", "Paid ads")
    hint = both("배너 소재와 짧은 문구", "Banners and short copy")
    makes = both(
        "광고 소재 이미지와 문구. 광고 계정에 올리고 예산을 쓰는 일은 하지 않아요.",
        "Ad pictures and copy. Nothing is sent to an ad account and no budget is spent.",
    )
    example = both(
        "구글 디스플레이 광고: 회계 앱 ‘세모장부’, 첫 달 무료",
        "Google display ad for Ledgerly, first month free",
    )
    channel = "ads"
    questions = (
        product(
            "무엇을 광고하나요?",
            "What do you advertise?",
            "상품이나 서비스 이름을 적어 주세요.",
            "The product or service.",
        ),
        Question(
            slug="goal",
            label=both("눌렀을 때 무엇을 하면 좋을까요?", "What should a click lead to?"),
            help=both("버튼의 말이 여기서 나와요.", "The words on the button come from this."),
            kind="choice",
            choices=choices(
                ("traffic", "둘러보기", "A visit"),
                ("lead", "상담·문의 남기기", "An enquiry"),
                ("purchase", "바로 구매", "A purchase"),
                ("signup", "가입·체험", "A sign-up"),
            ),
            required=True,
            fills="goal",
            default=both("둘러보기로", "As a visit"),
            value="traffic",
        ),
        OFFER,
        FEATURES,
        Question(
            slug="landing",
            label=both("누르면 어디로 가나요?", "Where does a click go?"),
            help=both("주소는 계획에만 적고 열어 보지 않아요.", "Noted in the plan; we do not open it."),
            kind="url",
            fills="link",
            default=both("주소 없이", "Without an address"),
        ),
        channels("ads", "facebook", "instagram", "story", default="ads"),
    )
