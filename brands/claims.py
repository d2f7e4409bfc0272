"""Claims that we do not write for anyone: which, why, and what may be said instead."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

_TABLE = Path(__file__).with_name("claims.toml")


class Finding(BaseModel):
    """One claim found, at start:end of the text. block = we never write it, warn = a person decides."""

    model_config = ConfigDict(frozen=True)

    slug: str
    text: str
    start: int
    end: int
    weight: Literal["block", "warn"]
    why: dict[str, str]
    softer: dict[str, list[str]]


class Claim(NamedTuple):
    """One line of claims.toml, compiled."""

    slug: str
    weight: Literal["block", "warn"]
    patterns: list[re.Pattern[str]]
    unless_before: re.Pattern[str] | None
    unless_after: re.Pattern[str] | None
    why: dict[str, str]
    softer: dict[str, list[str]]


@cache
def claims() -> tuple[Claim, ...]:
    """The table, in the order of the file."""
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["claim"]
    return tuple(
        Claim(
            row["slug"],
            row["weight"],
            [re.compile(row[lang], re.IGNORECASE) for lang in ("ko", "en")],
            _pattern(row.get("unless_before")),
            _pattern(row.get("unless_after")),
            row["why"],
            row["softer"],
        )
        for row in rows
    )


def _pattern(source: str | None) -> re.Pattern[str] | None:
    return re.compile(source, re.IGNORECASE) if source else None


def find(text: str) -> list[Finding]:
    """Claims in `text`, in order, the longer of two that overlap. Both languages are always looked for."""
    found = [finding for claim in claims() for finding in _of(claim, text)]
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if all(finding.end <= other.start or finding.start >= other.end for other in kept):
            kept.append(finding)
    return sorted(kept, key=lambda f: f.start)


def _of(claim: Claim, text: str) -> list[Finding]:
    findings = []
    for pattern in claim.patterns:
        for match in pattern.finditer(text):
            if match.group().strip() and not _harmless(claim, match):
                findings.append(_finding(claim, match))
    return findings


def _harmless(claim: Claim, match: re.Match[str]) -> bool:
    before, after = match.string[: match.start()], match.string[match.end() :]
    return bool(
        (claim.unless_before and claim.unless_before.search(before))
        or (claim.unless_after and claim.unless_after.match(after))
    )


def _finding(claim: Claim, match: re.Match[str]) -> Finding:
    said = match.group().strip()
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    return Finding(
        slug=claim.slug,
        text=said,
        start=start,
        end=start + len(said),
        weight=claim.weight,
        why=claim.why,
        softer=claim.softer,
    )


def blocked(text: str) -> list[Finding]:
    """Only the claims that are never written."""
    return [finding for finding in find(text) if finding.weight == "block"]
