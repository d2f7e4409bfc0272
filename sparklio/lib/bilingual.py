"""Texts that live in both languages beside each other: {"ko": …, "en": …}."""

from django.utils.translation import get_language

Bilingual = dict[str, str]


def both(ko: str, en: str) -> Bilingual:
    """One text in both languages."""
    return {"ko": ko, "en": en}


def said(text: Bilingual) -> str:
    """The text in the language of whoever reads now; English where that is neither."""
    return text["ko" if (get_language() or "").startswith("ko") else "en"]
