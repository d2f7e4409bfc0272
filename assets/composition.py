"""What a layout is asked to compose: copy, kit, picture, format."""

import random
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from assets.document.fonts import families, family
from assets.document.measure import missing
from assets.document.palette import NAMES, Palette, derive
from assets.document.subject import Photo
from assets.formats import Format, formats


@dataclass(frozen=True)
class CopyText:
    """The words of one piece; "" and () mean absent. What stands on the picture is all but the hashtags."""

    headline: str
    subheadline: str = ""
    body: str = ""
    bullets: tuple[str, ...] = ()
    cta: str = ""
    badge: str = ""
    price: str = ""
    legal: str = ""
    hashtags: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: Mapping[str, Any]) -> "CopyText":
        """From any mapping with these names; unknown names are ignored, stray spaces taken out."""
        lists = {name: tuple(map(_tidy, words.get(name) or ())) for name in ("bullets", "hashtags")}
        strings = {name: _tidy(words.get(name) or "") for name in STRINGS}
        return cls(**strings, **{name: tuple(filter(None, texts)) for name, texts in lists.items()})

    def drawable(self) -> tuple["CopyText", str]:
        """The copy without characters that no font of ours has (emoji), and those characters."""
        gone = missing("".join([*self._strings(), *self.bullets]))
        if not gone:
            return self, ""
        table = str.maketrans("", "", gone)
        clean = {name: " ".join(getattr(self, name).translate(table).split()) for name in STRINGS}
        bullets = tuple(" ".join(each.translate(table).split()) for each in self.bullets)
        return replace(self, **clean, bullets=bullets), gone

    def reductions(self) -> Iterator[tuple["CopyText", tuple[str, ...]]]:
        """The copy in full, then with less running text, and what was left out each time.

        Headline, price, badge, CTA, bullets and fine print are never left out.
        """
        yield self, ()
        if self.body and (self.subheadline or self.bullets):
            yield replace(self, body=""), ("body",)
        if self.subheadline and (self.body or self.bullets):
            yield replace(self, subheadline=""), ("subheadline",)
        if self.body and self.subheadline and self.bullets:
            yield replace(self, body="", subheadline=""), ("body", "subheadline")

    def _strings(self) -> list[str]:
        return [getattr(self, name) for name in STRINGS]


STRINGS = ("headline", "subheadline", "body", "cta", "badge", "price", "legal")


@dataclass(frozen=True)
class KitLook:
    """How a brand looks: five colours, two font families, a name."""

    colors: Mapping[str, str]
    fonts: Mapping[str, str]
    name: str = ""
    logo: Photo | None = None

    @classmethod
    def of(cls, look: Mapping[str, Any], logo: Photo | None = None) -> "KitLook":
        """From the kit's look {"colors", "fonts", "name"}; the logo is measured like any picture."""
        return cls(
            dict(look.get("colors") or {}), dict(look.get("fonts") or {}), look.get("name") or "", logo
        )


@dataclass(frozen=True)
class Composition:
    """One page to compose. Same composition, same page: `seed` decides what is free."""

    format: Format
    copy: CopyText
    look: KitLook
    photo: Photo | None = None
    mode: str = "light"
    lang: str = "ko"
    seed: int = 0
    tone: str = ""
    omitted: tuple[str, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if isinstance(self.format, str):
            object.__setattr__(self, "format", formats()[self.format])

    @cached_property
    def palette(self) -> Palette:
        return derive({name: self.look.colors.get(name, "") for name in NAMES}, self.mode)

    @cached_property
    def heading(self) -> str:
        return family(self.look.fonts.get("heading", "")).name

    @cached_property
    def running(self) -> str:
        """The family for running text; a loud poster face is never used for it."""
        wanted = family(self.look.fonts.get("body", ""))
        return wanted.name if "poster" not in wanted.character else family("").name

    @cached_property
    def serif(self) -> str | None:
        """A serif family, if the kit has one."""
        return next(
            (name for name in (self.heading, self.running) if families()[name].category == "serif"), None
        )

    def dice(self, slug: str) -> random.Random:
        """Chance that repeats: one per layout, page and seed."""
        return random.Random(f"{self.seed}/{slug}/{self.format.slug}")


def _tidy(text: str) -> str:
    """NFC, one space between words; the writer's own line breaks stay."""
    lines = (" ".join(line.split()) for line in unicodedata.normalize("NFC", text).splitlines())
    return "\n".join(line for line in lines if line)
