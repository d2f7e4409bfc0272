"""The word lists of the reader, one file per language, compiled once."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def words(lang: str) -> dict[str, Any]:
    """The table ko.toml or en.toml."""
    return tomllib.loads(Path(__file__).with_name(f"{lang}.toml").read_text(encoding="utf-8"))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """`pattern`, case ignored."""
    return re.compile(pattern, re.IGNORECASE)


def ko(name: str) -> str:
    return str(words("ko")[name]).replace("%people%", words("ko")["people"])


def en(name: str) -> str:
    return str(words("en")[name])
