"""What was given: the only words and numbers that copy may state as facts."""

import re
from functools import cached_property

from agents.gateway.grammar import english, korean
from agents.gateway.types import CopyText, Issue, TextTask
from sparklio.lib.bilingual import both

LINES = ("headline", "subheadline", "body", "cta", "badge", "price", "legal")
RUNNING = ("headline", "subheadline", "body", "cta")
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


def numbers(text: str) -> set[str]:
    """Numbers of a text without the commas of thousands: "5,900원" is 5900."""
    return {re.sub(r",(?=\d{3}(?:\D|$))", "", number) for number in NUMBER.findall(text)}


class Given:
    """A task as a checker sees it."""

    def __init__(self, task: TextTask):
        self.task = task
        self.words = [
            task.product, task.brand, task.audience, *(fact.text for fact in task.facts),
            *task.must_include, *task.keywords, *task.voice.preferred, *task.voice.key_messages,
        ]  # fmt: skip
        self.text = " ".join(word for word in self.words if word)

    @cached_property
    def numbers(self) -> set[str]:
        return numbers(self.text)

    @cached_property
    def name(self) -> str:
        tongue = korean if self.task.lang == "ko" else english
        return tongue.short_name(self.task.product or self.task.brand)

    @cached_property
    def phrases(self) -> list[str]:
        """Given words and the short name, longest first: repeating these is no echo."""
        return sorted({word for word in [*self.words, self.name] if len(word) > 1}, key=len, reverse=True)

    def without(self, text: str) -> str:
        """The text with everything given taken out."""
        for phrase in self.phrases:
            text = re.sub(re.escape(phrase), " ", text, flags=re.IGNORECASE)
        return text


def fields(copy: CopyText) -> list[tuple[str, str]]:
    """(field, line) for every line of the copy that is not empty; lists give one pair per entry."""
    lines = [(name, getattr(copy, name)) for name in LINES]
    lines += [("bullets", line) for line in copy.bullets] + [("hashtags", tag) for tag in copy.hashtags]
    return [(name, line) for name, line in lines if line]


def issue(slug: str, field: str, severity: str, ko: str, en: str, fix: str = "") -> Issue:
    return Issue(slug=slug, field=field, severity=severity, message=both(ko, en), fix=fix)  # type: ignore[arg-type]
