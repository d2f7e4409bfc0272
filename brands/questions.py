"""Questions that several menus ask in the same words."""

from brands.channels import CHANNELS
from brands.menu import Choice, Question
from sparklio.lib.bilingual import both


def choices(*rows: tuple[str, str, str]) -> tuple[Choice, ...]:
    """Ready answers from (slug, Korean, English)."""
    return tuple(Choice(slug, both(ko, en)) for slug, ko, en in rows)


def channels(*slugs: str, default: str, required: bool = False) -> Question:
    """Where it will be shown: one or more of the named channels."""
    return Question(
        slug="channel",
        label=both("어디에 올리나요?", "Where will it be shown?"),
        help=both("여러 곳을 고르면 크기별로 만들어요.", "Pick several and you get each size."),
        kind="choices",
        choices=tuple(Choice(slug, CHANNELS[slug].label) for slug in slugs),
        required=required,
        useful=True,
        fills="channel",
        default=both(
            f"{CHANNELS[default].label['ko']} 크기로", f"In the size of {CHANNELS[default].label['en']}"
        ),
        value=default,
    )


TONE = Question(
    slug="tone",
    label=both("어떤 말투가 어울릴까요?", "How should it sound?"),
    help=both("고르지 않으면 브랜드 키트의 말투를 써요.", "Left open, the brand kit decides."),
    kind="choice",
    choices=choices(
        ("friendly", "다정하게", "Friendly"),
        ("professional", "믿음직하게", "Professional"),
        ("emotional", "감성적으로", "Emotional"),
        ("urgent", "지금 움직이게", "Urgent"),
        ("premium", "고급스럽게", "Premium"),
    ),
    useful=True,
    fills="tone",
    default=both("브랜드 키트의 말투로", "In the brand kit's tone"),
)

AUDIENCE = Question(
    slug="audience",
    label=both("누구에게 말을 거나요?", "Who are you talking to?"),
    help=both("떠오르는 한 사람을 적어 주세요.", "Describe the one person you have in mind."),
    choices=choices(
        ("workers", "2030 직장인", "Office workers in their 20s and 30s"),
        ("students", "대학생", "College students"),
        ("parents", "아이 키우는 부모", "Parents with young children"),
        ("neighbours", "동네 주민", "People in the neighbourhood"),
        ("regulars", "단골손님", "Regular customers"),
    ),
    useful=True,
    fills="audience",
    default=both("누구라고 좁혀 말하지 않고", "Without naming anyone in particular"),
)

FEATURES = Question(
    slug="features",
    label=both("꼭 알리고 싶은 점은 무엇인가요?", "What must people know about it?"),
    help=both(
        "쉼표로 나눠 두세 가지를 적어 주세요. 적은 말만 쓰고 지어내지 않아요.",
        "Two or three points, separated by commas. We only use what you write.",
    ),
    useful=True,
    fills="features",
    default=both("특징은 말하지 않고", "Without naming features"),
)

OFFER = Question(
    slug="offer",
    label=both("할인이나 이벤트가 있나요?", "Is there an offer?"),
    help=both("기간도 함께 적으면 좋아요.", "Say how long it lasts, too."),
    choices=choices(
        ("none", "없음", "None"),
        ("discount", "10% 할인", "10% off"),
        ("one_plus_one", "1+1", "Buy one, get one free"),
        ("shipping", "무료 배송", "Free shipping"),
        ("gift", "구매 고객 사은품 증정", "A gift with every order"),
    ),
    useful=True,
    fills="offer",
    default=both("혜택 이야기 없이", "Without any offer"),
)

PRICE = Question(
    slug="price",
    label=both("가격은 얼마인가요?", "What does it cost?"),
    help=both("보이고 싶은 그대로 적어 주세요. 예: 5,900원", "As it should appear, such as $12."),
    fills="price",
    default=both("가격 없이", "Without a price"),
)


def product(ko: str, en: str, help_ko: str, help_en: str, *, slug: str = "product") -> Question:
    """The one thing every menu must know: what this is about."""
    return Question(
        slug=slug,
        label=both(ko, en),
        help=both(help_ko, help_en),
        required=True,
        fills="product",
        default=both("브랜드 이름으로", "With the brand's name"),
    )
