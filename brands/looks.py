"""Looks to begin with: five colours and two typefaces that go together, for a brand that has no kit yet."""

from dataclasses import dataclass

from sparklio.lib.bilingual import Bilingual, both


@dataclass(frozen=True)
class Look:
    """`values` are fields of the kit."""

    slug: str
    label: Bilingual
    values: dict[str, str]


def _look(slug, label, colors, heading_font, body_font="Pretendard"):
    names = ("primary", "secondary", "accent", "text", "background")
    fonts = {"heading_font": heading_font, "body_font": body_font}
    return Look(slug, label, dict(zip(names, colors.split(), strict=True)) | fonts)


LOOKS = {
    look.slug: look
    for look in (
        _look(
            "clear",
            both("맑고 또렷하게", "Clear"),
            "#1d4ed8 #e7eefc #f59e0b #131a26 #ffffff",
            "Pretendard",
        ),
        _look(
            "warm",
            both("따뜻하고 정성스럽게", "Warm"),
            "#8a4b22 #f4e3cf #d9822b #33211a #fffaf3",
            "Gowun Batang",
        ),
        _look(
            "fresh",
            both("싱그럽고 건강하게", "Fresh"),
            "#1f6b45 #e3f1e6 #f2b632 #16241c #fbfdf9",
            "Pretendard",
        ),
        _look(
            "sweet", both("사랑스럽고 발랄하게", "Sweet"), "#c2356b #fde7ee #ffb545 #33141f #fffafb", "Jua"
        ),
        _look(
            "bold",
            both("강하고 눈에 띄게", "Bold"),
            "#d7261e #ffe45c #121212 #121212 #ffffff",
            "Black Han Sans",
        ),
        _look(
            "calm",
            both("차분하고 고급스럽게", "Calm"),
            "#23303f #e9e4da #b08d57 #1c232b #faf8f4",
            "Gowun Batang",
        ),
    )
}
