"""Text fitted into a box: the largest size at which it reads as a typesetter would set it."""

from dataclasses import dataclass
from functools import lru_cache

from assets.document.measure import BASELINE, LINE_BOX, advance, block_height, ink
from assets.document.wrap import capitals, is_orphan, narrowest, wrap

WOBBLE = 0.004  # share of the width that may differ between two renderers without a word changing its line
PROBE = "한"  # a full-height syllable; stands for every line of Korean
LATIN_PROBE = "Hg"
MONSTER = 10.5  # em; about twelve syllables


@dataclass(frozen=True)
class Type:
    """How text is set. tracking: em. leading: CSS line height."""

    family: str
    weight: int
    leading: float = 1.5
    tracking: float = 0.0
    balance: bool = False
    uppercase: bool = False


@dataclass(frozen=True)
class Fitted:
    """Text at one size in one width, lines known. px; top, bottom: the metric's empty rim around the ink."""

    text: str
    type: Type
    size: int
    frame: float
    lines: tuple[str, ...]
    width: float

    @property
    def height(self) -> float:
        """Of the metric block, as the document stores it."""
        return block_height(len(self.lines), self.size, self.type.leading)

    @property
    def top(self) -> float:
        return (BASELINE + letters(self.lines[0], self.type.family, self.type.weight)[0]) * self.size

    @property
    def bottom(self) -> float:
        return (
            LINE_BOX - BASELINE - letters(self.lines[-1], self.type.family, self.type.weight)[1]
        ) * self.size

    @property
    def seen(self) -> float:
        """Height from the top of the first line's letters to the foot of the last's."""
        return self.height - self.top - self.bottom

    @property
    def bearing(self) -> float:
        """Empty px before the ink of the line that starts farthest left."""
        return min(ink(line[:1], self.type.family, self.type.weight).left for line in self.lines) * self.size


def fit(
    text: str,
    type: Type,
    width: float,
    height: float,
    *,
    least: int,
    most: int,
    lines: int = 99,
) -> Fitted | None:
    """The largest whole size between `least` and `most` at which the text stands in the box, or None.

    No word is broken, no last line is one syllable, and lines are the same a hair wider or narrower.
    """
    low, high = least, most
    best = None
    while low <= high:
        size = (low + high) // 2
        found = set_at(text, type, size, width)
        if found and len(found.lines) <= lines and found.seen <= height:
            best, low = found, size + 1
        else:
            high = size - 1
    return best


def fit_title(
    text: str, type: Type, width: float, height: float, *, least: int, most: int, lines: int
) -> Fitted | None:
    """A headline: of the largest sizes for each number of lines, the one that looks best set.

    Size counts, but so do even lines, and a break after a comma or full stop beats one in mid-phrase.
    """
    found: dict[int, Fitted] = {}
    for count, least_width in enumerate(_widths_by_lines(text, type, lines), start=1):
        high, low = letters(text, type.family, type.weight)
        by_width = width * (1 - 1.5 * WOBBLE) / least_width
        by_height = height / ((count - 1) * type.leading + low - high)
        size = int(min(by_width, by_height, most))
        made = next(
            filter(None, (_within(text, type, each, width, height, count) for each in _near(size, least))),
            None,
        )
        if made and made.size > found.get(len(made.lines), made).size - 1:
            found[len(made.lines)] = made
    if not found and _has_monster(text, type):
        return fit(text, type, width, height, least=least, most=most, lines=lines)
    return max(found.values(), key=lambda made: made.size * _shapely(made, type), default=None)


def _near(size: int, least: int) -> list[int]:
    """Sizes to try, from the one that should fit downwards."""
    return [
        each for each in dict.fromkeys((size, size - 1, int(size * 0.98), int(size * 0.95))) if each >= least
    ]


def _within(text: str, type: Type, size: int, width: float, height: float, lines: int) -> Fitted | None:
    made = set_at(text, type, size, width)
    return made if made and len(made.lines) <= lines and made.seen <= height else None


@lru_cache(maxsize=2048)
def _widths_by_lines(text: str, type: Type, lines: int) -> tuple[float, ...]:
    """For one line, two lines … the narrowest em width in which the text makes so many."""
    shown = capitals(text) if type.uppercase else text
    paragraphs = [part.split(" ") for part in shown.split("\n")]
    gap = _width(" ", type, 1.0) + 2 * type.tracking
    most = min(lines, sum(map(len, paragraphs)))
    widths = [[_width(word, type, 1.0) for word in words] for words in paragraphs]
    return tuple(
        max(narrowest(each, min(count, len(each)), gap) for each in widths) for count in range(1, most + 1)
    )


def _shapely(made: Fitted, type: Type) -> float:
    """1 for lines of one length broken where a speaker would pause; less for ragged ones."""
    widths = [_width(line, type, made.size) for line in made.lines]
    even = sum(widths) / len(widths) / max(widths)
    pauses = sum(line.endswith((",", ".", "!", "?", ":", "…", ")", "”")) for line in made.lines[:-1])
    stub = 0.88 if len(widths) > 1 and widths[-1] < 0.42 * max(widths) else 1.0
    return even**0.8 * (1 + 0.06 * pauses) * stub


@lru_cache(maxsize=8192)
def set_at(text: str, type: Type, size: int, width: float) -> Fitted | None:
    """The text at `size`, in a frame of `width` px or up to 3 % less so that lines are steady; or None."""
    for share in (1.0, 0.99, 0.98, 0.97):
        frame = width * share
        lines = _lines(text, type, size, frame)
        steady = all(_lines(text, type, size, frame * (1 + off)) == lines for off in (-WOBBLE, WOBBLE))
        if steady and not _broken(text, type, lines):
            widest = max(_width(line, type, size) for line in lines)
            return Fitted(text, type, size, frame, tuple(lines), widest)
    return None


def _lines(text: str, type: Type, size: float, width: float) -> list[str]:
    shown = capitals(text) if type.uppercase else text
    return wrap(
        shown,
        width,
        lambda word: _width(word, type, size),
        balance=type.balance,
        tracking=type.tracking * size,
    )


def _width(text: str, type: Type, size: float) -> float:
    return advance(text, type.family, type.weight, size, type.tracking)


def _broken(text: str, type: Type, lines: list[str]) -> bool:
    """Whether a word was cut that has a usual length, or a lonely syllable left over."""
    breaks = text.count("\n") + 1
    words = sum(len(line.split(" ")) for line in lines)
    cut = words != sum(len(part.split(" ")) for part in text.split("\n"))
    return (cut and not _has_monster(text, type)) or (len(lines) > breaks and is_orphan(lines[-1]))


def _has_monster(text: str, type: Type) -> bool:
    """Whether a word (an address, a row of nouns) is so long that it may be cut."""
    return any(_width(word, type, 1.0) > MONSTER for word in text.split())


def letters(line: str, family: str, weight: int) -> tuple[float, float]:
    """Top and bottom of a line's letters in em from its baseline, the same for every line of a script."""
    korean = any("가" <= char <= "힣" for char in line)
    box = ink(PROBE if korean else LATIN_PROBE, family, weight)
    return box.top, box.bottom
