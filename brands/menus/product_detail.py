"""Product detail page or brochure: today its face, the key visual."""

from brands.menu import Menu, Question
from brands.questions import FEATURES, PRICE, TONE, channels, product
from sparklio.lib.bilingual import both


class ProductDetail(Menu):
    """What a shopper sees first."""

    slug = "product_detail"
    order = 4
    label = both("상세페이지·브로셔", "Product page")
    hint = both("상품 대표 이미지와 핵심 문구", "The product's key visual and core copy")
    makes = both(
        "상세페이지 맨 위에 놓을 대표 이미지와 문구. 긴 상세페이지 전체는 아직 만들지 않아요.",
        "The key visual for the top of the page. The full long page is not made yet.",
    )
    example = both(
        "스마트스토어 상세페이지: 접이식 캠핑 의자, 1.2kg, 39,000원",
        "Product page for a folding camping chair, 1.2 kg, $39",
    )
    channel = "shop"
    questions = (
        product(
            "상품 이름은 무엇인가요?",
            "What is the product called?",
            "파는 이름 그대로 적어 주세요.",
            "As you sell it.",
        ),
        FEATURES,
        PRICE,
        Question(
            slug="spec",
            label=both("크기·무게·소재를 적을까요?", "Size, weight, material?"),
            help=both("예: 1.2kg, 접으면 35cm, 코튼 100%", "Such as 1.2 kg, folds to 35 cm, pure cotton."),
            fills="spec",
            default=both("치수 없이", "Without measurements"),
        ),
        channels("shop", "web", "print", "instagram_portrait", default="shop"),
        TONE,
    )
