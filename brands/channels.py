"""Where a design is shown, and the formats (assets/formats.toml) that follow from it."""

from typing import NamedTuple


class Channel(NamedTuple):
    """label  {"ko", "en"}; formats  slugs, the usual one first."""

    label: dict[str, str]
    formats: tuple[str, ...]


CHANNELS: dict[str, Channel] = {
    "instagram": Channel({"ko": "인스타그램 피드", "en": "Instagram feed"}, ("instagram_square",)),
    "instagram_portrait": Channel(
        {"ko": "인스타그램 세로 피드 (4:5)", "en": "Instagram portrait (4:5)"}, ("instagram_portrait",)
    ),
    "story": Channel({"ko": "스토리·릴스 표지 (9:16)", "en": "Story or reel cover (9:16)"}, ("story",)),
    "facebook": Channel({"ko": "페이스북·링크 카드", "en": "Facebook or link card"}, ("link_card",)),
    "youtube": Channel({"ko": "유튜브 썸네일", "en": "YouTube thumbnail"}, ("video_thumbnail",)),
    "blog": Channel({"ko": "블로그 대표 이미지", "en": "Blog cover"}, ("link_card",)),
    "kakao": Channel({"ko": "카카오톡 채널", "en": "KakaoTalk channel"}, ("instagram_square",)),
    "shop": Channel({"ko": "스마트스토어·쿠팡", "en": "Online shop"}, ("instagram_square",)),
    "web": Channel({"ko": "홈페이지·자사몰", "en": "Own website"}, ("link_card",)),
    "ads": Channel({"ko": "디스플레이 광고", "en": "Display ads"}, ("link_card", "instagram_square")),
    "slides": Channel({"ko": "발표 슬라이드 (16:9)", "en": "Slides (16:9)"}, ("video_thumbnail",)),
    "print": Channel({"ko": "인쇄 포스터 (A4)", "en": "Printed poster (A4)"}, ("a4_poster",)),
}


def formats_of(channels: list[str]) -> list[str]:
    """The formats of several channels, each once, in order; an unknown channel raises KeyError."""
    return list(dict.fromkeys(slug for channel in channels for slug in CHANNELS[channel].formats))
