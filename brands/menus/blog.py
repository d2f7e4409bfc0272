"""Blog: today the cover and its title."""

from brands.menu import Menu, Question
from brands.questions import AUDIENCE, TONE, choices, product
from sparklio.lib.bilingual import both


class Blog(Menu):
    """An article, beginning with its cover."""

    slug = "blog"
    order = 8
    label = both("블로그", "Blog")
    hint = both("대표 이미지와 제목, 첫 문장", "Cover picture, title and first lines")
    makes = both(
        "글의 대표 이미지와 제목, 도입 문구. 본문 전체는 아직 쓰지 않아요.",
        "The cover, the title and an opening. The full article is not written yet.",
    )
    example = both(
        "블로그 글 커버: 집에서 드립커피 내리는 법", "Blog cover: how to brew pour-over coffee at home"
    )
    channel = "blog"
    questions = (
        product(
            "무엇에 대한 글인가요?",
            "What is the article about?",
            "주제를 한 줄로 적어 주세요.",
            "The topic in one line.",
            slug="topic",
        ),
        Question(
            slug="points",
            label=both("글에서 꼭 다룰 점은 무엇인가요?", "Which points must it cover?"),
            help=both(
                "쉼표로 나눠 적어 주세요. 적은 말만 써요.", "Separated by commas. We only use what you write."
            ),
            useful=True,
            fills="features",
            default=both("주제만 가지고", "With the topic alone"),
        ),
        AUDIENCE,
        Question(
            slug="style",
            label=both("어떤 글인가요?", "What kind of article?"),
            help=both("제목의 모양을 정해요.", "It shapes the title."),
            kind="choice",
            choices=choices(
                ("howto", "방법 알려 주기", "A how-to"),
                ("story", "이야기·후기", "A story"),
                ("news", "소식 전하기", "News"),
                ("list", "골라 정리하기", "A round-up"),
            ),
            useful=True,
            fills="goal",
            default=both("소식 전하기로", "As news"),
            value="news",
        ),
        Question(
            slug="keywords",
            label=both("검색되고 싶은 말이 있나요?", "Which words should people find it by?"),
            help=both("해시태그로 들어가요.", "They become hashtags."),
            fills="keywords",
            default=both("주제에서 골라", "Taken from the topic"),
        ),
        TONE,
    )
