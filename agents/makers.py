"""Everybody who can be asked to work, by slug: agents think, generators make files."""

from collections.abc import Sequence
from typing import TypeAlias

from agents.agent import Agent
from agents.roster import ROSTER
from assets.generator import Generator
from assets.generators import GENERATORS

Maker: TypeAlias = type[Agent] | type[Generator]

MAKERS: dict[str, Maker] = {**ROSTER, **GENERATORS}


def label_of(slug: str, language: str) -> str:
    """What people call a maker; the slug itself if nobody has it any more."""
    maker = MAKERS.get(slug)
    return maker.label.get(language, slug) if maker else slug


def those_who_need(capabilities: Sequence[str]) -> list[str]:
    """Slugs of the makers that need one of `capabilities`."""
    return [slug for slug, maker in MAKERS.items() if maker.needs in capabilities]
