"""The regions of the work page: the partial of each and what it needs. A hint redraws one, the page all."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.http import QueryDict

from agents.gateway.wishes import REASONS, WISHES
from agents.models import Run
from agents.workflows import plan_of
from assets.formats import formats
from assets.models import Asset, Draft
from brands.access import RANK, VERBS, role_of
from brands.actions.briefs import missing
from brands.models import Brief
from sparklio.lib.refusal import Refusal
from studio.cards import cards_of, logo_of
from studio.plan import plan_from
from studio.understood import other_facts, rows_of, said_pieces
from studio.works import SERIOUS, works_of

Context = dict[str, Any]


class Region(NamedTuple):
    """template: the partial; gather: what it needs beyond `base`."""

    template: str
    gather: Callable[[Brief, Any, QueryDict], Context]


def base(brief: Brief, user) -> Context:
    """What every region knows: the brief, and what this person may do with it."""
    role = role_of(user, brief.brand)
    rank = RANK.index(role) if role else -1
    may = {f"may_{verb}": rank >= RANK.index(least) for verb, least in VERBS.items()}
    return {"brief": brief, "brand": brief.brand, "place": "make", **may}


def stage(brief: Brief, user, asked: QueryDict) -> Context:
    """Where the brief stands."""
    return {"stalled": brief.state == Brief.State.MAKING and not _is_making(brief)}


def context(brief: Brief, user, asked: QueryDict) -> Context:
    """What was understood, and what it rests on."""
    return {
        "pieces": said_pieces(brief),
        "other_facts": other_facts(brief),
        "rows": rows_of(brief),
        "photos": Asset.objects.for_user(user).filter(brief=brief).photos().order_by("created_at", "pk"),
        "sources": brief.sources.defer("text"),
        "kit": brief.brand.kit,
        "logo": logo_of(brief.brand),
        "has_drafts": Draft.objects.filter(brief=brief).exists(),
    }


def talk(brief: Brief, user, asked: QueryDict) -> Context:
    """The conversation, and what may be said next."""
    return {
        "talk": brief.messages.select_related("by"),
        "questions": missing(brief),
        "making": _is_making(brief),
        "has_drafts": Draft.objects.filter(brief=brief).exists(),
        **plan(brief),
    }


def runs(brief: Brief, user, asked: QueryDict) -> Context:
    """What is being done, and how the last work ended if somebody must act."""
    every = works_of(brief, user)
    works = [work for work in every if not work.is_finished or (work is every[0] and work.state in SERIOUS)]
    return {"works": works, "earlier": [work for work in every if work not in works]}


def drafts(brief: Brief, user, asked: QueryDict) -> Context:
    """One round of the Review Buffer; the plan or empty frames while there is none."""
    every = Draft.objects.filter(brief=brief).order_by("round")
    rounds = list(every.values_list("round", flat=True).distinct())
    latest = rounds[-1] if rounds else 0
    wanted = asked.get("round", "")
    shown = int(wanted) if wanted.isdecimal() and int(wanted) in rounds else latest
    frame = formats().get(next(iter(brief.formats), "")) or next(iter(formats().values()))
    return {
        "cards": cards_of(brief, shown),
        "rounds": rounds,
        "round": shown,
        "latest": latest,
        "making": _is_making(brief),
        "frame": frame,
        "kit": brief.brand.kit,
        "wishes": WISHES.values(),
        "reasons": REASONS,
        **plan(brief),
    }


def plan(brief: Brief) -> Context:
    """What one round takes; or the words for why it cannot start."""
    try:
        return {"plan": plan_from(plan_of(brief))}
    except Refusal as refusal:
        return {"plan": None, "no_plan": str(refusal)}


def _is_making(brief: Brief) -> bool:
    family = Run.objects.filter(brief=brief).unfinished()
    return (family.filter(maker="pm") | family.filter(root__maker="pm")).exists()


REGIONS = {
    "stage": Region("studio/_stage.html", stage),
    "context": Region("studio/_context.html", context),
    "runs": Region("studio/_runs.html", runs),
    "drafts": Region("studio/_drafts.html", drafts),
    "talk": Region("studio/_talk.html", talk),
}


def gathered(name: str, brief: Brief, user, asked: QueryDict) -> Context:
    """Everything that the partial of one region draws."""
    return base(brief, user) | REGIONS[name].gather(brief, user, asked)


def everything(brief: Brief, user, asked: QueryDict) -> Context:
    """Everything that the page draws."""
    parts = base(brief, user)
    for region in REGIONS.values():
        parts |= region.gather(brief, user, asked)
    return parts
