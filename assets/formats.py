"""The sizes that Sparklio designs for: reads assets/formats.toml."""

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Inset:
    """px from each edge of a page."""

    top: int
    right: int
    bottom: int
    left: int


@dataclass(frozen=True)
class Format:
    """One channel format. `body` px is its reading size, `least` px what it refuses to go below."""

    slug: str
    label: dict[str, str]
    width: int
    height: int
    safe: Inset
    dpi: int
    body: int
    least: dict[str, int]
    limits: dict[str, int]
    cap: int
    channels: tuple[str, ...]

    @property
    def shape(self) -> str:
        """ "wide", "square", "tall" or "slim": the four families that a composition is thought out for."""
        ratio = self.width / self.height
        return "wide" if ratio > 1.3 else "square" if ratio > 0.9 else "tall" if ratio > 0.62 else "slim"


@cache
def formats() -> dict[str, Format]:
    """Every format by slug, in the order of the menu."""
    table = tomllib.loads(Path(__file__).with_name("formats.toml").read_text(encoding="utf-8"))
    return {slug: _format(slug, row) for slug, row in table.items()}


def length(text: str) -> float:
    """How long `text` is in Korean syllables: wide characters count one, narrow ones half."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WF" else 0.5 for char in text)


def _format(slug: str, row: dict) -> Format:
    return Format(slug=slug, **{**row, "safe": Inset(**row["safe"]), "channels": tuple(row["channels"])})
