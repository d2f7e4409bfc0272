"""Prices, discounts, offers, periods, places and contacts: facts known by their shape."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from brands.facts import Fact, FactKind
from brands.intent.sheet import Sheet


class Shape(NamedTuple):
    kind: FactKind
    slug: str
    pattern: re.Pattern[str]


@cache
def shapes() -> tuple[Shape, ...]:
    """The table spans.toml, compiled, in its order."""
    rows = tomllib.loads(Path(__file__).with_name("spans.toml").read_text(encoding="utf-8"))["span"]
    return tuple(
        Shape(row["kind"], row.get("slug", row["kind"]), re.compile(row["pattern"], re.IGNORECASE))
        for row in rows
    )


def take_shapes(sheet: Sheet, source: str) -> list[Fact]:
    """Every fact of a known shape that is still free, taken off the sheet."""
    facts = []
    for shape in shapes():
        for match in list(sheet.matches(shape.pattern)):
            start, end = sheet.trimmed(match.start(), match.end(), " \t\n\r,.;:")
            if end <= start or not sheet.is_free(start, end):
                continue
            sheet.take(start, end, shape.slug)
            facts.append(
                Fact(kind=shape.kind, text=sheet.text[start:end], source=source, start=start, end=end)
            )
    return facts
