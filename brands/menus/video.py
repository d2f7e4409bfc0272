"""Ad video: today its thumbnail or cover frame."""

from brands.menu import Menu, Question
from brands.questions import FEATURES, OFFER, TONE, channels, choices, product
from sparklio.lib.bilingual import both


class Video(Menu):
    """Shorts, reels and ads, beginning with the frame that makes people press play."""

    slug = "video"
    order = 6
    label = both("광고 영상", "Ad video")
    hint = both("쇼츠·릴스 표지와 유튜브 썸네일", "Covers for shorts and reels, thumbnails for YouTube")
    makes = both(
        "영상 표지 이미지와 문구. 움직이는 영상은 아직 만들지 않아요.",
        "The cover frame with copy. Moving pictures are not made yet.",
    )
    example = both(
        "필라테스 신규 회원 모집 쇼츠 30초, 소수 정예 수업 강조",
        "A 30-second reel for our Pilates studio, small groups only",
    )
    channel = "story"
    questions = (
        product(
            "무엇을 보여 주나요?",
            "What does it show?",
            "상품이나 가게, 행사 이름을 적어 주세요.",
            "The product, place or event.",
        ),
        Question(
            slug="duration",
            label=both("얼마나 긴 영상인가요?", "How long is the video?"),
            help=both("표지에 담을 말의 양을 정해요.", "It decides how much the cover says."),
            kind="choice",
            choices=choices(
                ("15", "15초", "15 seconds"), ("30", "30초", "30 seconds"), ("60", "60초", "60 seconds")
            ),
            fills="length",
            default=both("30초로 적어 두고", "Noted as 30 seconds"),
            value="30",
        ),
        FEATURES,
        OFFER,
        channels("story", "youtube", default="story"),
        TONE,
    )
