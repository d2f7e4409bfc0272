"""The folder of preflight rules: CHECKS by slug, and preflight, which walks through them."""

from collections.abc import Iterable, Mapping
from typing import Any

from assets.check import Check, Finding
from assets.document.subject import Photo
from assets.document.view import PageView
from sparklio.lib.registry import discover

CHECKS: dict[str, type[Check]] = discover("assets.checks", Check)


def preflight(document: dict[str, Any], *, photos: Mapping[str, Photo] | None = None) -> list[Finding]:
    """Everything that is wrong with a document, errors first.

    photos  what is known about its pictures, by asset id; an unknown one counts as the worst ground for text
    """
    found = [each for page in document["pages"] for each in preflight_page(page, photos=photos)]
    return sorted(found, key=lambda each: each.severity)


def preflight_page(page: dict[str, Any], *, photos: Mapping[str, Photo] | None = None) -> list[Finding]:
    view = PageView(page, photos or {})
    return [finding for check in CHECKS.values() for finding in check().look(view)]


def passes(findings: Iterable[Finding]) -> bool:
    """Whether a design may be offered: no errors. Warnings are for a person to weigh."""
    return all(each.severity != "error" for each in findings)
