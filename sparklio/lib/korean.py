"""Korean particles after any word: attach the right one, and find the wrong ones."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from sparklio.lib.sounds import CONSONANT, RIEUL, VOWEL, endings

# Written after a consonant / after a vowel. A pair that begins with 으 also takes the second after ㄹ.
_PAIRS = [
    "은/는", "이/가", "을/를", "과/와", "아/야", "이랑/랑", "이나/나", "이든/든", "이든지/든지",
    "이며/며", "이고/고", "이야/야", "이여/여", "이란/란", "으로/로", "으로는/로는",
    "으로도/로도", "으로만/로만", "으로서/로서", "으로써/로써", "으로부터/로부터", "이라/라",
    "이라고/라고", "이라는/라는", "이라면/라면", "이라도/라도", "이라서/라서", "이라야/라야",
    "이라며/라며", "이자/자", "이에요/예요", "이었어요/였어요", "이네요/네요", "이죠/죠",
    "이니까/니까", "이지만/지만", "이니/니", "이던/던", "이면/면",
]  # fmt: skip
PAIRS: dict[str, tuple[str, str]] = {}
for _pair in _PAIRS:
    _after_consonant, _after_vowel = _pair.split("/")
    PAIRS[_pair] = PAIRS[f"{_after_vowel}/{_after_consonant}"] = (_after_consonant, _after_vowel)


class WrongParticle(NamedTuple):
    """`word` is followed by `particle` at start:end of the text, where `right` belongs."""

    word: str
    particle: str
    right: str
    start: int
    end: int


def particle(word: str, pair: str) -> str:
    """The form of `pair` ("은/는") that follows `word` as a Korean reads it.

    Where nobody can say how the word sounds, both forms are given the usual way: 은(는), (으)로.
    Raises ValueError for a pair that is not in PAIRS.
    """
    if pair not in PAIRS:
        raise ValueError(f"{pair!r} is no pair of particles; known are {', '.join(_PAIRS)}.")
    sounds = endings(word)
    return _form(PAIRS[pair], sounds[0]) if sounds else _both(PAIRS[pair])


def attach(word: str, pair: str) -> str:
    """`word` with the right form of `pair` behind it: attach("X1", "은/는") is "X1은"."""
    return word + particle(word, pair)


def _form(forms: tuple[str, str], ending: str) -> str:
    after_consonant, after_vowel = forms
    if ending == CONSONANT or (ending == RIEUL and not after_consonant.startswith("으")):
        return after_consonant
    return after_vowel


def _both(forms: tuple[str, str]) -> str:
    after_consonant, after_vowel = forms
    if forms == ("과", "와"):
        return "와(과)"
    if after_consonant.endswith(after_vowel):
        return f"({after_consonant.removesuffix(after_vowel)}){after_vowel}"
    return f"{after_consonant}({after_vowel})"


# Only these are looked for: the rest are also ordinary syllables (고, 나, 야, 든 …).
_CHECKED = [
    "은/는", "이/가", "을/를", "과/와", "으로/로", "이랑/랑",
    "이라는/라는", "이라면/라면", "이라고/라고", "이란/란", "이에요/예요",
]  # fmt: skip
_FORMS = {form: pair for pair in _CHECKED for form in pair.split("/")}
_FORM = "|".join(sorted(_FORMS, key=len, reverse=True))
_AFTER = r"(?:만|도|는|은|의|써|서|서는|부터|까지)?(?![가-힣A-Za-z0-9])"
_CLOSERS = r"[\"'’”」』》〉)\]]*"
_FOREIGN = re.compile(
    rf"(?P<word>[A-Za-z0-9][A-Za-z0-9.,+'’-]*[%℃]?)(?P<closers>{_CLOSERS})(?P<form>{_FORM}){_AFTER}"
)
_AFTER_DIGITS = {"은", "는", "을", "를", "으로", "로"}  # 종로3가, 제5과: the others may be words
_SURE = re.compile(rf"(?P<word>[가-힣]+)(?P<form>를|으로|예요){_AFTER}")


def wrong_particles(text: str, words: Iterable[str] = ()) -> list[WrongParticle]:
    """Wrong particles in `text`, in order: after `words`, after Latin, digits and %, and sure Hangul ones.

    Careful rather than complete: a syllable that may belong to an ordinary word (마을, 고양이) is left alone
    unless it follows one of `words`; where a word has two readings either particle is right.
    """
    found: dict[int, WrongParticle] = {}
    for wrong in [*_after_words(text, words), *_after_foreign(text), *_sure_hangul(text)]:
        found.setdefault(wrong.start, wrong)
    return [found[start] for start in sorted(found)]


def _after_words(text: str, words: Iterable[str]) -> Iterable[WrongParticle]:
    taken: list[range] = []
    for word in sorted({word.strip() for word in words if word.strip()}, key=len, reverse=True):
        left = r"(?<![가-힣A-Za-z0-9])" if len(word) < 2 or word[0].isascii() else ""
        pattern = rf"{left}(?P<word>{re.escape(word)})(?P<closers>{_CLOSERS})(?P<form>{_FORM}){_AFTER}"
        for match in re.finditer(pattern, text):
            if any(match.start() in span for span in taken):
                continue
            taken.append(range(match.start(), match.end()))
            yield from _judge(match, match["word"])


def _after_foreign(text: str) -> Iterable[WrongParticle]:
    for match in _FOREIGN.finditer(text):
        if match["word"][-1].isdigit() and match["form"] not in _AFTER_DIGITS:
            continue
        yield from _judge(match, text[: match.end("word")].rsplit(maxsplit=1)[-1])


def _sure_hangul(text: str) -> Iterable[WrongParticle]:
    """를 and 예요 after a consonant and 으로 after a vowel or ㄹ are no part of any ordinary word."""
    for match in _SURE.finditer(text):
        yield from _judge(match, match["word"])


def _judge(match: re.Match[str], word: str) -> Iterable[WrongParticle]:
    sounds, form = endings(word), match["form"]
    forms = PAIRS[_FORMS[form]]
    allowed = {_form(forms, ending) for ending in sounds}
    if sounds and form not in allowed:
        right = _form(forms, sounds[0])
        yield WrongParticle(match["word"], form, right, match.start("form"), match.end("form"))


__all__ = ["CONSONANT", "PAIRS", "RIEUL", "VOWEL", "WrongParticle", "attach", "particle", "wrong_particles"]
