"""What the Review Buffer shows of a draft: words and their limits, pictures, verdict, offers, history."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from agents.gateway.types import LIMITS
from agents.gateway.wishes import REASONS, WISHES
from agents.models import Run
from assets.formats import formats
from assets.layouts import LAYOUTS
from assets.models import Asset, Draft, Suggestion
from brands.models import AuditEntry, Brief

LISTS = {"bullets": "\n", "hashtags": " "}  # fields of several lines or words, and what stands between them
LONG = {"body": 3, "bullets": 3, "subheadline": 2, "headline": 2, "legal": 2, "hashtags": 2}  # rows at first
ORDER = ["badge", "headline", "subheadline", "body", "bullets", "price", "cta", "legal", "hashtags"]
ALWAYS = {"headline", "subheadline", "cta"}
REWORDED = {"headline", "subheadline", "body", "cta"}
READY = WISHES | {reason.slug: reason for reason in REASONS}


class Line(NamedTuple):
    """One field of the copy. target, most: characters of it, or of each of its lines where it is a list."""

    name: str
    label: str
    text: str
    target: int
    most: int
    rows: int
    each: bool
    offers: Sequence[Suggestion] = ()

    @property
    def others(self) -> int:
        """Suggestions beside the first one."""
        return len(self.offers) - 1


class Thumb(NamedTuple):
    """A picture of one page."""

    asset: str
    label: dict[str, str]
    width: int
    height: int


class Finding(NamedTuple):
    """Something the reviewer saw. fix: ready words for the field, where there are some."""

    kind: str
    words: Any
    field: str = ""
    label: str = ""
    fix: str = ""


class Clash(NamedTuple):
    """A line that somebody else saved first, and what this person had typed."""

    line: Line
    mine: str


@dataclass(frozen=True)
class Card:
    """One draft as it is shown. drawing: its picture is being made anew."""

    draft: Draft
    drawing: bool = False
    offers: Sequence[Suggestion] = ()
    history: Sequence[AuditEntry] = ()
    clashes: Sequence[Clash] = ()

    @property
    def language(self) -> str:
        return self.draft.brief.language

    @property
    def composed(self) -> bool:
        """Whether the words were written without a model."""
        return self.draft.provenance.get("copy", {}).get("provider") == "composer"

    @property
    def layout(self) -> dict[str, str] | str:
        layout = LAYOUTS.get(self.draft.layout)
        return layout.label if layout else self.draft.layout

    @property
    def lines(self) -> list[Line]:
        offers = defaultdict(list)
        for offer in self.offers:
            offers[offer.field].append(offer)
        every = [line_of(self.draft, name)._replace(offers=offers[name]) for name in ORDER]
        return [line for line in every if line.text or line.offers or line.name in ALWAYS]

    @property
    def wishable(self) -> list[Line]:
        """Lines that other words may be asked for."""
        return [line for line in self.lines if line.name in REWORDED and line.text]

    @property
    def spare(self) -> list[Line]:
        """Lines that the draft does without so far."""
        every = [line_of(self.draft, name) for name in ORDER if name not in ALWAYS]
        return [line for line in every if not line.text]

    @property
    def pages(self) -> list[Thumb]:
        """Every page; while its picture is being drawn anew, the first one shows the picture from before."""
        drawn = self.draft.look.get("thumbnails", {})
        before = str(self.draft.thumbnail_id or "")
        pages = self.draft.content.get("pages", [])
        return [_thumb(page, drawn.get(page["id"]) or (before if page is pages[0] else "")) for page in pages]

    @property
    def score(self) -> float | None:
        return self.draft.review.get("overall")

    @property
    def verdict(self) -> str:
        words = {
            "approved": _("Ready"),
            "needs_revision": _("Look once more"),
            "rejected": _("Better made anew"),
        }
        return words.get(self.draft.review.get("approval_status", ""), "")

    @property
    def findings(self) -> list[Finding]:
        return findings_of(self.draft)

    @property
    def strengths(self) -> list:
        return self.draft.review.get("strengths", [])

    @property
    def reason(self) -> Any:
        """Why it was rejected."""
        return wish_words(self.draft.reject_reason)

    @property
    def obeyed(self) -> list[dict]:
        """Reasons of earlier rounds, and how this draft meets each."""
        return [{**each, "reason": wish_words(each["reason"])} for each in self.draft.obeys]

    @property
    def editor(self) -> str:
        """Who changed it last."""
        changes = [entry for entry in self.history if entry.verb in ("edit", "accept suggestion")]
        return str(changes[-1].by) if changes and changes[-1].by else ""


def label_of(name: str) -> str:
    """What a field of the copy is called."""
    return {
        "badge": _("Badge"),
        "headline": _("Headline"),
        "subheadline": _("Second line"),
        "body": pgettext("copy", "Text"),
        "bullets": _("Points"),
        "price": _("Price"),
        "cta": _("Button"),
        "legal": _("Small print"),
        "hashtags": _("Hashtags"),
    }.get(name, name)


def line_of(draft: Draft, name: str) -> Line:
    """One field as it is edited: lists as text."""
    value = draft.copy.get(name) or ""
    text = value if isinstance(value, str) else LISTS[name].join(value)
    limit = LIMITS[draft.brief.language][name]
    return Line(name, label_of(name), text, limit.target, limit.most, LONG.get(name, 1), name in LISTS)


def findings_of(draft: Draft) -> list[Finding]:
    """What is wrong, worst first, each thing once."""
    rank = {"error": 0, "warning": 1, "hint": 2}
    found = [
        Finding(
            issue["severity"],
            issue["message"],
            issue["field"],
            label_of(issue["field"]),
            issue.get("fix", ""),
        )
        for issue in draft.review.get("issues", [])
    ]
    found += [
        Finding(finding.get("severity", "warning"), finding["message"])
        for finding in draft.review.get("preflight", [])
    ]
    unique = {str(finding.words): finding for finding in reversed(found)}
    return sorted(unique.values(), key=lambda finding: rank.get(finding.kind, 1))


def _thumb(page: dict, asset: str) -> Thumb:
    known = formats().get(page["format"])
    return Thumb(asset, known.label if known else page["format"], page["width"], page["height"])


def wish_words(wish: str) -> Any:
    """A ready wish by its label, anything else as it was typed."""
    return READY[wish].label if wish in READY else wish


def clashes_of(draft: Draft, typed: Mapping[str, str | list[str]]) -> list[Clash]:
    """The lines that this person typed and that stand differently now."""
    return [
        Clash(line_of(draft, name), value if isinstance(value, str) else LISTS[name].join(value))
        for name, value in typed.items()
        if draft.copy.get(name) != value
    ]


def cards_of(brief: Brief, number: int) -> list[Card]:
    """The cards of one round. Four queries, however many drafts."""
    return _cards(list(Draft.objects.of_round(brief, number).select_related("document")), brief)


def card_of(draft: Draft, clashes: Sequence[Clash] = ()) -> Card:
    """The card of one draft."""
    made = _cards([draft], draft.brief)[0]
    return Card(made.draft, made.drawing, made.offers, made.history, clashes)


def _cards(drafts: list[Draft], brief: Brief) -> list[Card]:
    offers, history = defaultdict(list), defaultdict(list)
    for offer in Suggestion.objects.filter(draft__in=drafts).open():
        offers[offer.draft_id].append(offer)
    keys = [str(draft.pk) for draft in drafts]
    acts = AuditEntry.objects.filter(target_type="assets.draft", target_id__in=keys).select_related("by")
    for entry in acts.order_by("at", "pk"):
        history[entry.target_id].append(entry)
    drawing = set()
    pictures = Run.objects.filter(brief=brief, maker="thumbnail").unfinished()
    for order in pictures.values_list("order", flat=True):
        drawing.update(order.get("drafts", []))
    for draft in drafts:
        draft.brief = brief
    return [
        Card(draft, str(draft.pk) in drawing, offers[draft.pk], history[str(draft.pk)]) for draft in drafts
    ]


def logo_of(brand) -> str:
    """The id of the brand's logo, "" if it has none."""
    logo = Asset.objects.logo_of(brand)
    return str(logo.pk) if logo else ""
