"""A text whose parts are taken one by one as they are understood; what is left over is looked at last."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# "…", '…' as quotes (never an apostrophe), 「…」; the words inside are in one of three groups.
QUOTED = (
    r"(?:[\"“”]([^\"“”\n]{1,120})[\"“”]"
    r"|(?<![A-Za-z0-9가-힣])['‘’]([^'‘’\n]{1,120})['’](?![A-Za-z])"
    r"|[「『《〈]([^」』》〉\n]{1,120})[」』》〉])"
)
_SENTENCE_END = re.compile(r"(?<!\d)\.(?=\s|$|[가-힣])|(?<=\d)\.(?=\s|$)|[!?。！？\n]+")


class Span(NamedTuple):
    """start:end of a text."""

    start: int
    end: int


class Sheet:
    """`text` and, per character, what took it ("" while it is free).

    A "word" of more than 60 characters is no language: it is blanked out at the same length, so that no
    pattern has to chew on it and places in `text` stay places in what was given.
    """

    def __init__(self, text: str):
        self.text = text = re.sub(r"\S{61,}", lambda match: " " * len(match.group()), text)
        self.takers = [""] * len(text)

    def take(self, start: int, end: int, kind: str) -> None:
        self.takers[start:end] = [kind] * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        return not any(self.takers[start:end])

    def taken_by(self, kind: str, start: int, end: int) -> bool:
        return kind in self.takers[start:end]

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches that touch nothing taken; a taken stretch does not hide a later match."""
        at = 0
        while match := pattern.search(self.text, at):
            if self.is_free(match.start(), match.end()) and match.end() > match.start():
                yield match
                at = match.end()
            else:
                at = match.start() + 1

    def trimmed(self, start: int, end: int, strip: str = " \t\n\r,.;:·、，!?~-–—*•'\"‘’“”()[]") -> Span:
        """start:end without those characters at either side."""
        while start < end and self.text[start] in strip:
            start += 1
        while end > start and self.text[end - 1] in strip:
            end -= 1
        return Span(start, end)

    def sentences(self) -> list[Span]:
        """Sentences and lines, as spans without their ends."""
        spans, at = [], 0
        for match in _SENTENCE_END.finditer(self.text):
            spans.append(self.trimmed(at, match.start(), " \t\r"))
            at = match.end()
        spans.append(self.trimmed(at, len(self.text), " \t\r"))
        return [span for span in spans if span.end > span.start]

    def sentence_at(self, place: int) -> Span:
        """The sentence that holds `place`."""
        for span in self.sentences():
            if span.start <= place <= span.end:
                return span
        return Span(0, len(self.text))

    def free_parts(self, start: int, end: int) -> list[Span]:
        """Runs of free characters inside start:end."""
        parts, at = [], start
        while at < end:
            if self.takers[at]:
                at += 1
                continue
            stop = at
            while stop < end and not self.takers[stop]:
                stop += 1
            parts.append(Span(at, stop))
            at = stop
        return parts


def quoted(match_text: str) -> list[str]:
    """What stands in quotes in `match_text`."""
    return [next(group for group in groups if group).strip() for groups in re.findall(QUOTED, match_text)]
