"""How wide and how tall text is, from the very font files that the browser draws with.

One rule for every family (it is the editor's too): lines stand fontSize · lineHeight apart, n lines are
((n − 1) · lineHeight + 1.13) · fontSize high, the first baseline lies 0.879 · fontSize below their top.
"""

import unicodedata
from functools import cache, lru_cache
from typing import Any, NamedTuple

from assets.document.fonts import FALLBACK, PACKAGES, family

LINE_BOX = 1.13  # em; height of a single line
BASELINE = 0.879  # em; from the top of the block to the first baseline
INK_EM = 500  # px; size at which outlines are looked at
SHAPING = ("head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "GDEF", "GPOS", "GSUB", "kern")
JOINERS = "\u200d\ufe0f\ufe0e\u20e3"


class Ink(NamedTuple):
    """Where paint really lands, in em from the pen's start on the baseline; up and left are negative."""

    left: float
    top: float
    right: float
    bottom: float


def graphemes(text: str) -> list[str]:
    """What a reader calls characters: base plus marks, emoji with their modifiers, flags in pairs."""
    found: list[str] = []
    for char in unicodedata.normalize("NFC", text):
        if found and _sticks(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def advance(text: str, family_name: str, weight: int, size: float, tracking: float = 0.0) -> float:
    """Width of one line in px. tracking: em, added after every grapheme but the last."""
    if not text:
        return 0.0
    width = _em_width(text, family_name, weight)
    if tracking:
        width += tracking * (_count(text) - 1)
    return width * size


@lru_cache(maxsize=50_000)
def _count(text: str) -> int:
    return len(text) if text.isascii() else len(graphemes(text))


def block_height(lines: int, size: float, line_height: float) -> float:
    """Height in px of `lines` lines; 0 for none."""
    return ((lines - 1) * line_height + LINE_BOX) * size if lines else 0.0


def missing(text: str) -> str:
    """The characters, each once, that no font of ours can draw."""
    return "".join(dict.fromkeys(char for char in text if not char.isspace() and not _fallback_has(char)))


def borrowed(text: str, family_name: str, weight: int) -> str:
    """The characters, each once, that come from the fall-back because the family lacks them."""
    own = _stack(family_name, weight)[0].codes
    return "".join(dict.fromkeys(char for char in text if not char.isspace() and ord(char) not in own))


@lru_cache(maxsize=20_000)
def ink(text: str, family_name: str, weight: int) -> Ink:
    """The painted box of one line (no tracking)."""
    boxes, pen = [], 0.0
    for file, part in _runs(text, family_name, weight):
        box = file.painted(part)
        if box is not None:
            boxes.append((pen + box[0], box[1], pen + box[2], box[3]))
        pen += file.width(part)
    if not boxes:
        return Ink(0.0, 0.0, pen, 0.0)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Ink(min(lefts), min(tops), max(rights), max(bottoms))


class _File:
    """One font file, opened twice: tables for shaping, outlines (only when asked) for ink."""

    def __init__(self, path: str) -> None:
        import uharfbuzz as hb
        from fontTools.ttLib import TTFont

        self.path = PACKAGES / path
        font = TTFont(self.path, lazy=True)
        reader: Any = font.reader
        # Advances and kerning need no outlines; unpacking woff2 glyphs would take seconds.
        tables = {tag: reader[tag] for tag in SHAPING if tag in reader}
        self.codes = frozenset(font.getBestCmap())
        self.upm: int = font["head"].unitsPerEm
        self._hb = hb
        self._font = hb.Font(hb.Face.create_for_tables(lambda face, tag, data: tables.get(tag, b""), None))
        self._drawn: Any = None

    def painted(self, text: str) -> tuple[float, float, float, float] | None:
        """The box of the paint in em, or None where nothing is painted (spaces)."""
        if self._drawn is None:
            from PIL import ImageFont

            self._drawn = ImageFont.truetype(str(self.path), INK_EM, layout_engine=ImageFont.Layout.BASIC)
        mask, (x, y) = self._drawn.getmask2(text, mode="L", anchor="ls")
        box = mask.getbbox()
        return box and tuple((edge + shift) / INK_EM for edge, shift in zip(box, (x, y, x, y), strict=True))

    def width(self, text: str) -> float:
        buffer = self._hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        self._hb.shape(self._font, buffer, {})
        return sum(glyph.x_advance for glyph in buffer.glyph_positions) / self.upm


@cache
def _file(path: str) -> _File:
    return _File(path)


@cache
def _stack(family_name: str, weight: int) -> tuple[_File, ...]:
    """Who draws a character: the first of these that has it."""
    paths = [path for _, path in reversed(family(family_name).face(weight).files)]
    paths.append(family(FALLBACK).face(weight).files[-1][1])
    return tuple(_file(path) for path in dict.fromkeys(paths))


def _em_width(text: str, family_name: str, weight: int) -> float:
    # Word by word, because browsers shape so: no kerning reaches across a space.
    words = text.split(" ")
    width = sum(_word_width(word, family_name, weight) for word in words)
    return width + (len(words) - 1) * _space(family_name, weight)


@cache
def _space(family_name: str, weight: int) -> float:
    return _stack(family_name, weight)[0].width(" ")


@lru_cache(maxsize=50_000)
def _word_width(word: str, family_name: str, weight: int) -> float:
    return sum(file.width(part) for file, part in _runs(word, family_name, weight))


def _runs(text: str, family_name: str, weight: int) -> list[tuple[_File, str]]:
    """The text cut where the drawing file changes, as a browser cuts it."""
    stack = _stack(family_name, weight)
    runs: list[tuple[_File, str]] = []
    for cluster in graphemes(text):
        file = _drawer(cluster, stack)
        if runs and runs[-1][0] is file:
            runs[-1] = (file, runs[-1][1] + cluster)
        else:
            runs.append((file, cluster))
    return runs


def _drawer(cluster: str, stack: tuple[_File, ...]) -> _File:
    for file in stack:
        if all(ord(char) in file.codes for char in cluster):
            return file
    return stack[0]


@cache
def _fallback_has(char: str) -> bool:
    return char in JOINERS or ord(char) in _stack(FALLBACK, 400)[0].codes


def _sticks(before: str, char: str) -> bool:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me") or char in JOINERS:
        return True
    if before.endswith("\u200d") or "\U0001f3fb" <= char <= "\U0001f3ff":
        return True
    if "\U0001f1e6" <= char <= "\U0001f1ff":
        return len(before) % 2 == 1 and all("\U0001f1e6" <= each <= "\U0001f1ff" for each in before)
    return "\u1160" <= char <= "\u11ff" and "\u1100" <= before[-1] <= "\u11ff"
