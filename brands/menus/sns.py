"""Social posts: one picture with words, for a feed, a story or a wall."""

from brands.menu import Menu
from brands.questions import AUDIENCE, FEATURES, OFFER, TONE, channels, product
from sparklio.lib.bilingual import both


class Sns(Menu):
    """Feed posts, stories, thumbnails, posters."""

    slug = "sns"
    order = 1
    label = both("SNS 홍보", "Social post")
    hint = both("피드·스토리·썸네일·포스터 이미지", "Pictures for feeds, stories, thumbnails and posters")
    makes = both("크기별 이미지 한 장과 문구, 해시태그", "One picture per size with copy and hashtags")
    example = both(
        "우리 카페 신메뉴 딸기라떼 5,900원, 인스타 스토리로",
        "Instagram story for our new strawberry latte, $5.90",
    )
    channel = "instagram"
    questions = (
        product(
            "무엇을 알릴까요?",
            "What is it about?",
            "상품, 메뉴, 행사 이름을 그대로 적어 주세요.",
            "The product, dish or event, by its name.",
        ),
        channels(
            "instagram",
            "instagram_portrait",
            "story",
            "facebook",
            "youtube",
            "kakao",
            "print",
            default="instagram",
        ),
        FEATURES,
        OFFER,
        AUDIENCE,
        TONE,
    )
