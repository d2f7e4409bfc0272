"""What a check has found."""

from typing import NamedTuple


class Finding(NamedTuple):
    """One line of the report. state: ok, warn or fail; fix: what to do, empty if nothing."""

    part: str
    state: str
    words: str
    fix: str = ""


def ok(part: str, words: str) -> Finding:
    return Finding(part, "ok", words)


def warn(part: str, words: str, fix: str) -> Finding:
    return Finding(part, "warn", words, fix)


def fail(part: str, words: str, fix: str) -> Finding:
    return Finding(part, "fail", words, fix)
