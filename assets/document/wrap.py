"""Where lines break, the same in Python, editor and press (static/js/canvas/wrap.js is the twin).

Words (어절) are never split unless one is wider than the line. A break swallows exactly one space, so the
lines joined again are the text. Vectors that both sides pass: tests/vectors/wrap.json.
"""

import unicodedata
from collections.abc import Callable

from assets.document.measure import advance, graphemes

Measure = Callable[[str], float]
SLACK = 0.01  # px; a line this much too wide still fits, so rounding never moves a word


def wrap(
    text: str, width: float, measure: Measure, *, balance: bool = False, tracking: float = 0.0
) -> list[str]:
    """The lines of `text` in a box `width` px wide.

    measure   px width of a string without spaces, letter spacing within it included
    balance   even lines: the smallest width that keeps the number of lines
    tracking  px that letter spacing adds after a grapheme
    """
    gap = measure(" ") + 2 * tracking
    text = unicodedata.normalize("NFC", text)
    return [line for part in text.split("\n") for line in _paragraph(part, width, measure, balance, gap)]


def wrap_styled(text: str, width: float, style: dict) -> list[str]:
    """The lines of a text object; `style` is its props."""
    if style.get("uppercase"):
        text = capitals(text)
    family, weight, size = style["fontFamily"], style["fontWeight"], style["fontSize"]
    tracking = style.get("letterSpacing") or 0.0
    return wrap(
        text,
        width,
        lambda word: advance(word, family, weight, size, tracking),
        balance=bool(style.get("balance")),
        tracking=tracking * size,
    )


def capitals(text: str) -> str:
    """Upper case as the editor draws it: a letter whose capital would be two stays small."""
    return "".join(large if len(large := char.upper()) == 1 else char for char in text)


def is_orphan(line: str) -> bool:
    """Whether a last line is a lonely syllable (or only punctuation): what no typesetter lets stand."""
    letters = [char for char in graphemes(line) if unicodedata.category(char[0])[0] not in "PSZ"]
    return len(letters) <= 1


def _paragraph(text: str, width: float, measure: Measure, balance: bool, gap: float) -> list[str]:
    words = text.split(" ")
    widths = [measure(word) if word else 0.0 for word in words]
    if max(widths) > width + SLACK:
        return _fill_and_split(words, widths, width, measure, gap)
    lines = _fill(widths, width, gap)
    if balance and len(lines) > 1:
        lines = _fill(widths, narrowest(widths, len(lines), gap), gap)
    return [" ".join(words[start:end]) for start, end in _pull_down(words, widths, lines, width, gap)]


def _fill(widths: list[float], width: float, gap: float) -> list[tuple[int, int]]:
    """Greedy lines as (first word, after the last word)."""
    lines, start, used = [], 0, widths[0]
    for at in range(1, len(widths)):
        if used + gap + widths[at] > width + SLACK:
            lines.append((start, at))
            start, used = at, widths[at]
        else:
            used += gap + widths[at]
    return [*lines, (start, len(widths))]


def narrowest(widths: list[float], count: int, gap: float) -> float:
    """The smallest width in which the words make `count` lines: least of the widest lines."""
    size = len(widths)
    best = [0.0] + [float("inf")] * size
    for _ in range(count):
        row = [float("inf")] * (size + 1)
        for end in range(1, size + 1):
            line = -gap
            for start in range(end - 1, -1, -1):
                line += gap + widths[start]
                row[end] = min(row[end], max(best[start], line))
        best = row
    return best[size]


def _pull_down(
    words: list[str], widths: list[float], lines: list[tuple[int, int]], width: float, gap: float
) -> list[tuple[int, int]]:
    """A lonely syllable on the last line gets the word before it, if the two fit and a word stays above."""
    if len(lines) < 2 or not is_orphan(" ".join(words[slice(*lines[-1])])):
        return lines
    (start, cut), (_, end) = lines[-2:]
    tail = sum(widths[cut - 1 : end]) + gap * (end - cut)
    if cut - start < 2 or tail > width + SLACK:
        return lines
    return [*lines[:-2], (start, cut - 1), (cut - 1, end)]


def _fill_and_split(
    words: list[str], widths: list[float], width: float, measure: Measure, gap: float
) -> list[str]:
    """Greedy lines where a word that is wider than the line is broken between graphemes."""
    lines: list[str] = []
    line, used = "", 0.0
    for at, word in enumerate(words):
        if at and used + gap + widths[at] <= width + SLACK:
            line, used = f"{line} {word}", used + gap + widths[at]
            continue
        if at:
            lines.append(line)
        *full, line = _pieces(word, width, measure) if widths[at] > width + SLACK else [word]
        lines.extend(full)
        used = measure(line) if line else 0.0
    return [*lines, line]


def _pieces(word: str, width: float, measure: Measure) -> list[str]:
    pieces = [""]
    for cluster in graphemes(word):
        if pieces[-1] and measure(pieces[-1] + cluster) > width + SLACK:
            pieces.append("")
        pieces[-1] += cluster
    return pieces
