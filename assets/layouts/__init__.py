"""The folder of layouts, and two ways to use it: offer different designs, or one design in many formats."""

import random
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from assets.check import Finding
from assets.checks import passes, preflight_page
from assets.composition import Composition
from assets.document import build
from assets.document.subject import Photo
from assets.layout import Layout
from assets.sheet import Unfit
from sparklio.lib.registry import discover

LAYOUTS: dict[str, type[Layout]] = discover("assets.layouts", Layout)
SPARE = 3  # how many more than asked are composed, so that there is something to choose from


@dataclass(frozen=True)
class Proposal:
    """One composed page that passed preflight. score: higher is better; findings: warnings only."""

    page: dict[str, Any]
    layout: str
    score: float
    findings: tuple[Finding, ...]


def offer(
    composition: Composition, *, count: int = 3, avoid: Collection[str] = (), prefer: Sequence[str] = ()
) -> list[Proposal]:
    """Up to `count` pages in different layouts, the best first. Same composition and seed, same answer.

    avoid   slugs of layouts not to use
    prefer  what the message argues with ("price", "emotion", "benefit list" …) or slugs of layouts
    """
    wanted = sorted(
        (slug for slug in LAYOUTS if slug not in avoid),
        key=lambda slug: -_promise(LAYOUTS[slug], composition, prefer),
    )
    made: list[Proposal] = []
    for slug in wanted:
        proposal = propose(composition, slug, prefer=prefer)
        if proposal:
            made.append(proposal)
        pictured = sum(map(shows_photo, made))
        if len(made) >= count + SPARE and (composition.photo is None or pictured >= count - 1):
            break
    return _different(made, count)


def propose(composition: Composition, slug: str, *, prefer: Sequence[str] = ()) -> Proposal | None:
    """The page of one layout, or None if the copy does not suit it or preflight finds an error."""
    layout = LAYOUTS[slug]
    try:
        page = layout().compose(composition)
    except Unfit:
        return None
    findings = tuple(preflight_page(page, photos=known_photos([composition])))
    if not passes(findings):
        return None
    score = _promise(layout, composition, prefer)
    if composition.photo and not _pictured(page):
        score -= 0.6
    score -= 1.2 * (1 - page["meta"].get("subject", 1.0))
    score -= 0.35 * len(page["meta"].get("omitted", ())) + 0.05 * len(findings)
    return Proposal(page, slug, round(score, 4), findings)


def compose_document(
    compositions: Sequence[Composition],
    *,
    title: str,
    lang: str = "ko",
    layout: str = "",
    avoid: Collection[str] = (),
    prefer: Sequence[str] = (),
) -> dict[str, Any]:
    """One document, a page per composition, in one layout; a format it does not suit gets a near relation.

    layout  the slug to use; by default the one that suits most formats best
    Raises Unfit if no layout suits one of the formats.
    """
    layout = layout or _common(compositions, avoid, prefer)
    pages = []
    for composition in compositions:
        found = propose(composition, layout, prefer=prefer) or _relation(composition, layout, avoid, prefer)
        if found is None:
            raise Unfit(f"No layout suits this copy as {composition.format.slug}.")
        pages.append(found.page)
    return build.document(title, pages, lang=lang, meta={"layout": layout})


def shows_photo(proposal: Proposal) -> bool:
    """Whether the design has the picture on it; some layouts leave it out where the words need the room."""
    return _pictured(proposal.page)


def known_photos(compositions: Iterable[Composition]) -> dict[str, Photo]:
    """What the preflight may know about the pictures of these compositions."""
    found = {}
    for composition in compositions:
        for picture in (composition.photo, composition.look.logo):
            if picture:
                found[picture.asset] = picture
    return found


def _pictured(page: dict[str, Any]) -> bool:
    return any(each["type"] == "image" and each["role"] != "logo" for each in page["objects"])


def _promise(layout: type[Layout], composition: Composition, prefer: Sequence[str]) -> float:
    """How well a layout should suit, before it is tried: argument, picture, and a little chance."""
    chance = random.Random(f"{composition.seed}/{layout.slug}/{composition.copy.headline}").random() * 0.5
    wishes = set(prefer) | set(_hints(composition))
    suits = 0.6 * len(wishes & set(layout.character)) + (3.0 if layout.slug in prefer else 0.0)
    picture = {"needs": 0.7, "may": 0.45, "never": -0.2} if composition.photo else {"may": 0.0, "never": 0.25}
    return 1.0 + suits + picture.get(layout.photo, -9.0) + chance


def _hints(composition: Composition) -> list[str]:
    """What the copy itself asks for."""
    copy = composition.copy
    hints = [composition.tone] if composition.tone else []
    if copy.price:
        hints.append("price")
    if len(copy.bullets) > 1:
        hints.append("benefit list")
    return hints


def _different(made: list[Proposal], count: int) -> list[Proposal]:
    """The best, then each time the best that is least like those already chosen."""
    chosen: list[Proposal] = []
    left = list(made)
    while left and len(chosen) < count:
        kin = [LAYOUTS[each.layout].kin for each in chosen]
        best = max(left, key=lambda each: each.score - 0.7 * kin.count(LAYOUTS[each.layout].kin))
        chosen.append(best)
        left.remove(best)
    return chosen


def _common(compositions: Sequence[Composition], avoid: Collection[str], prefer: Sequence[str]) -> str:
    """The layout that suits most of the formats, and those best."""
    first = compositions[0]
    ranked = sorted(
        (slug for slug in LAYOUTS if slug not in avoid),
        key=lambda slug: -_promise(LAYOUTS[slug], first, prefer),
    )
    tried = []
    for slug in ranked:
        found = [propose(each, slug, prefer=prefer) for each in compositions]
        tried.append((sum(each is not None for each in found), slug))
        if tried[-1][0] == len(compositions):
            return slug
    return max(tried, key=lambda each: each[0])[1]


def _relation(
    composition: Composition, layout: str, avoid: Collection[str], prefer: Sequence[str]
) -> Proposal | None:
    kin = LAYOUTS[layout].kin
    near = [slug for slug in LAYOUTS if LAYOUTS[slug].kin == kin]
    found = offer(composition, count=1, avoid=avoid, prefer=[*prefer, *near])
    return found[0] if found else None
