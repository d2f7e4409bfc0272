"""Copy patterns: one folder per language that a copywriter may change without touching code."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from agents.gateway.types import TextTask

FOLDER = Path(__file__).resolve().parent
TONES = ("professional", "friendly", "emotional", "urgent", "premium")
SLOT = re.compile(r"\{(\w+)(?::([^}]+))?\}")


class Pattern(NamedTuple):
    """One line with {slots}. `kind` is the angle of a headline, the role of a sentence."""

    text: str
    kind: str
    tones: frozenset[str]
    only: frozenset[str]
    never: frozenset[str]
    title: bool
    is_sentence: bool

    @property
    def slots(self) -> list[tuple[str, str]]:
        """(name, form) of each slot in order."""
        return SLOT.findall(self.text)

    @property
    def fixed(self) -> str:
        """The words that are the pattern's own."""
        return SLOT.sub(" ", self.text)


@cache
def table(lang: str, name: str) -> dict[str, Any]:
    """One file of a language."""
    return tomllib.loads((FOLDER / lang / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def patterns(lang: str, field: str) -> tuple[Pattern, ...]:
    """All patterns for "headline", "subheadline" or "sentence"."""
    return tuple(
        Pattern(
            text,
            row.get("angle") or row.get("role") or "any",
            frozenset(TONES if row["tones"] == "any" else row["tones"].split()),
            frozenset(row.get("only", "").split()),
            frozenset(row.get("never", "").split()),
            row.get("title", False),
            field == "sentence",
        )
        for row in table(lang, field)[field]
        for text in row["text"]
    )


class Scene(NamedTuple):
    """What kind of thing a product is, and what is said around such a thing; see scenes.toml."""

    slug: str
    words: re.Pattern[str]
    unit: str
    tries: tuple[str, ...]
    carry: tuple[str, ...]
    moments: tuple[str, ...]
    todays: tuple[str, ...]
    cta: tuple[str, ...]
    tags: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


class Crowd(NamedTuple):
    """When certain people meet a thing."""

    words: re.Pattern[str]
    moments: tuple[str, ...]
    todays: tuple[str, ...]
    unless: re.Pattern[str] | None
    instead: tuple[str, ...]


@cache
def scenes(lang: str) -> tuple[Scene, ...]:
    return tuple(
        Scene(
            row["slug"],
            re.compile(row["words"], re.IGNORECASE),
            row.get("unit", ""),
            tuple(row["try"]),
            tuple(row["carry"]),
            tuple(row["moments"]),
            tuple(row.get("todays", [])),
            tuple(row["cta"]),
            tuple(row["tags"]),
            tuple((line,) if isinstance(line, str) else tuple(line) for line in row["lines"]),
        )
        for row in table(lang, "scenes")["scene"]
    )


@cache
def crowds(lang: str) -> tuple[Crowd, ...]:
    return tuple(
        Crowd(
            re.compile(row["words"], re.IGNORECASE),
            tuple(row["moments"]),
            tuple(row.get("todays", [])),
            re.compile(row["not"], re.IGNORECASE) if "not" in row else None,
            tuple(row.get("instead", [])),
        )
        for row in table(lang, "scenes")["crowd"]
    )


def scene_of(lang: str, product: str) -> Scene:
    """The scene whose words stand latest in the product's name: 커피 원두 케이크 is a cake."""
    every = scenes(lang)
    found = [
        (m.end(), m.end() - m.start(), scene) for scene in every[:-1] for m in scene.words.finditer(product)
    ]
    return max(found, key=lambda match: match[:2])[2] if found else every[-1]


def scene_for(task: "TextTask") -> Scene:
    """The scene of a task's product; where its name tells nothing, of its features, then of the brand."""
    said = [fact.text for fact in task.facts if fact.kind == "feature"]
    every = [scene_of(task.lang, words) for words in (task.product, *said, task.brand) if words]
    return next((scene for scene in every if scene.slug != "any"), scenes(task.lang)[-1])


def moments_of(lang: str, scene: Scene, audience: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Moments and todays: the crowd's where the audience is known, else the scene's."""
    for crowd in crowds(lang):
        if audience and crowd.words.search(audience):
            narrow = crowd.unless and crowd.unless.search(audience)
            return (crowd.instead if narrow else crowd.moments), (() if narrow else crowd.todays)
    return scene.moments, scene.todays


def fill(pattern: Pattern, slots: Mapping[str, str], formed: Any) -> str | None:
    """The pattern filled, or None where a slot is empty. `formed(word, form)` gives a word its form."""
    if any(not slots.get(name.lower() if name[0].isupper() else name) for name, _ in pattern.slots):
        return None

    def put(match: re.Match[str]) -> str:
        name, form = match.group(1), match.group(2) or ""
        capital = name[0].isupper()
        word = formed(slots[name.lower() if capital else name], form)
        return word[:1].upper() + word[1:] if capital else word

    return SLOT.sub(put, pattern.text)
