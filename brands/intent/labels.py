"""Lines of the form "가격: 5,900원" or "Target: students": the person says outright what a thing is."""

import re
from functools import cache
from typing import NamedTuple

from brands.intent.lexicon import words
from brands.intent.sheet import Sheet, Span

# What stays on the sheet for those who read tones, channels and goals; everything else is taken whole.
READ_LATER = {"tone", "channel", "goal"}


class Labelled(NamedTuple):
    """The value that stands behind a label."""

    field: str
    value: Span


@cache
def _label() -> re.Pattern[str]:
    groups = []
    for lang in ("ko", "en"):
        groups += [rf"(?P<{lang}_{field}>{pattern})" for field, pattern in words(lang)["labels"].items()]
    return re.compile(
        rf"(?:^|(?<=[\s.;,!?•*(\-]))(?:[-*•]\s?)?(?:\*\*)?(?:{'|'.join(groups)})(?:\*\*)?\s?[:：](?!\d|//)\s*",
        re.IGNORECASE,
    )


def take_labels(sheet: Sheet) -> list[Labelled]:
    """Every labelled value; labels are taken, and values too unless somebody reads them later."""
    matches = [match for match in _label().finditer(sheet.text) if sheet.is_free(match.start(), match.end())]
    matches = [match for match in matches if not _is_a_phrase(sheet.text, match)]
    found = []
    for at, match in enumerate(matches):
        field = next(name for name, said in match.groupdict().items() if said).split("_", 1)[1]
        stop = matches[at + 1].start() if at + 1 < len(matches) else len(sheet.text)
        value = sheet.trimmed(match.end(), _end_of_value(sheet.text, match.end(), stop))
        sheet.take(match.start(), match.end(), "label")
        if value.end <= value.start:
            continue
        if field not in READ_LATER:
            sheet.take(value.start, value.end, "label")
        found.append(Labelled(field, value))
    return found


def _is_a_phrase(text: str, match: re.Match[str]) -> bool:
    """ "poster for our plant shop: …": the word belongs to what stands before it and names no field."""
    said = match.groupdict()
    if not (said["en_product"] or said["en_brand"]):
        return False
    before = re.split(r"[.;,!?:\n•*(\-–—]", text[: match.start()])[-1]
    return bool(re.search(r"\w", before))


def _end_of_value(text: str, start: int, stop: int) -> int:
    end = re.compile(r"[\n;]|(?<!\d)\.(?=\s|$)|(?<=\d)\.(?=\s|$)|[!?](?=\s|$)").search(text, start, stop)
    return end.start() if end else stop
