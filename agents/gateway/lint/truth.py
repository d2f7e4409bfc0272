"""Rules about what is said: nothing forbidden, no claim, no number or name that nobody gave."""

import re
from collections.abc import Iterator

from agents.gateway.grammar import english, korean
from agents.gateway.grammar.draft import squeezed
from agents.gateway.lint.given import Given, fields, issue, numbers
from agents.gateway.types import CopyText, Issue, TextTask
from brands.claims import find

_PLAIN_LATIN = {
    "new", "sale", "off", "event", "open", "sns", "vs", "dm", "tv", "pc", "ok", "hello", "hi", "am", "pm",
    "coming", "soon", "gift", "only", "it", "usb", "app", "web", "qr", "cta", "vip", "diy", "pop", "up",
}  # fmt: skip
_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Christmas|Easter|Halloween|Instagram|Facebook|YouTube|Psst|OK|TV"
)


def is_topic(task: TextTask) -> bool:
    """A topic is a title already."""
    return (korean if task.lang == "ko" else english).is_title(task.product)


def forbidden(copy: CopyText, given: Given) -> Iterator[Issue]:
    task = given.task
    for name, line in fields(copy):
        bare = squeezed(line)
        for word in dict.fromkeys([*task.voice.forbidden, *task.avoid]):
            if word.strip() and squeezed(word) in bare:
                yield issue(
                    "forbidden", name, "error",
                    f"‘{word}’: 쓰지 않기로 한 표현이에요.", f"“{word}” is not to be used.",
                )  # fmt: skip


def claimed(copy: CopyText, given: Given) -> Iterator[Issue]:
    for name, line in fields(copy):
        for finding in find(line):
            severity = "error" if finding.weight == "block" else "warning"
            softer = finding.softer[given.task.lang]
            yield issue(
                "claim", name, severity,
                f"‘{finding.text}’: {finding.why['ko']}", f"“{finding.text}”: {finding.why['en']}",
                fix=softer[0] if softer else "",
            )  # fmt: skip


def unknown_numbers(copy: CopyText, given: Given) -> Iterator[Issue]:
    """Numbers, prices, percentages and dates must have been given."""
    for name, line in fields(copy):
        for number in sorted(numbers(line) - given.numbers):
            yield issue(
                "unknown-number", name, "error",
                f"‘{number}’: 받은 적 없는 숫자예요.", f"“{number}” was never given.",
            )  # fmt: skip


def unknown_names(copy: CopyText, given: Given) -> Iterator[Issue]:
    """Latin names in Korean copy, and capitalised names in English copy, that nobody gave."""
    known = given.text.casefold()
    for name, line in fields(copy):
        if name == "hashtags":
            continue
        for word in _names(line, given.task.lang):
            if word.casefold() not in known:
                yield issue(
                    "unknown-name", name, "warning",
                    f"‘{word}’: 받은 적 없는 이름이에요.", f"“{word}” was never given.",
                )  # fmt: skip


def _names(line: str, lang: str) -> list[str]:
    if lang == "ko":
        found = re.findall(r"[A-Za-z][A-Za-z0-9.+-]*[A-Za-z0-9+]", line)
        return [word for word in found if word.lower() not in _PLAIN_LATIN]
    starts = {
        match.start("word") for match in re.finditer(r"(?:^|[.!?:;·“\"(]\s*|—\s*)(?P<word>[A-Z])", line)
    }
    capitals = re.finditer(r"\b[A-Z][\w’'-]+", line)
    return [
        match.group().removesuffix("'s").removesuffix("’s")
        for match in capitals
        if match.start() not in starts and not _CALENDAR.fullmatch(match.group()) and match.group() != "I"
    ]


def undated_discount(copy: CopyText, given: Given) -> Iterator[Issue]:
    """A discount that names no period may mislead (product/03 §3.2)."""
    has_discount = any(fact.kind == "discount" for fact in given.task.facts)
    has_period = any(fact.kind == "period" for fact in given.task.facts)
    shown = re.search(
        r"\d\s?%|할인|세일|\boff\b|반값|half[- ]price", f"{copy.headline} {copy.badge} {copy.body}", re.I
    )
    if has_discount and shown and not has_period:
        yield issue(
            "undated-discount", "legal", "hint",
            "할인 기간을 알려 주시면 함께 적을게요.",
            "Tell us how long the discount lasts and it will be stated.",
        )  # fmt: skip
