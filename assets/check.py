"""A preflight rule: one way in which a page may be wrong. Each has its own file under assets/checks/."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from assets.document.view import Item, PageView
from assets.formats import Format, formats


@dataclass(frozen=True)
class Finding:
    """What is wrong and where. severity: "error" (must not leave the house) or "warning"."""

    slug: str
    severity: str
    page: str
    object: str
    message: dict[str, str]


class Check:
    """One rule. `look` yields what it finds on a page."""

    slug: ClassVar[str]
    label: ClassVar[dict[str, str]]

    def look(self, view: PageView) -> Iterator[Finding]:
        raise NotImplementedError

    def error(self, view: PageView, item: Item | None, ko: str, en: str) -> Finding:
        return self._finding("error", view, item, ko, en)

    def warning(self, view: PageView, item: Item | None, ko: str, en: str) -> Finding:
        return self._finding("warning", view, item, ko, en)

    def _finding(self, severity: str, view: PageView, item: Item | None, ko: str, en: str) -> Finding:
        return Finding(self.slug, severity, view.page["id"], item.id if item else "", {"ko": ko, "en": en})


def format_of(view: PageView) -> Format | None:
    """The page's format; None for a custom size."""
    return formats().get(view.page["format"])


def excerpt(item: Item) -> str:
    """The first words of a text, to name it in a message."""
    words = " ".join(item.props["text"].split())
    return words if len(words) <= 14 else f"{words[:13]}…"
