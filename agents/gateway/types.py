"""What crosses the gateway: orders for words, and what comes back. A model's answer must fit these too."""

from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from brands.facts import Fact, FactKind

__all__ = [
    "LIMITS",
    "Angle",
    "Concept",
    "CopyText",
    "Direction",
    "Fact",
    "FactKind",
    "Guardrails",
    "Issue",
    "Language",
    "Limit",
    "Obeyed",
    "Review",
    "Suggestion",
    "TextTask",
    "Tone",
    "Voice",
]

Language = Literal["ko", "en"]
Tone = Literal["professional", "friendly", "emotional", "urgent", "premium"]
Angle = Literal["feature", "offer", "audience", "moment", "newness", "proof", "question", "invitation"]
Bilingual = dict[str, str]
Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
Bullet = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Hashtag = Annotated[str, StringConstraints(pattern=r"^#[^\s#]{1,39}$")]


class Limit(NamedTuple):
    """Characters a field may have: below `least` it says nothing, `target` is good, `most` is the end."""

    least: int
    target: int
    most: int


# Source: product/03 §3.2 for Korean; English words take about 1.6 to 2 times the room.
LIMITS: dict[str, dict[str, Limit]] = {
    "ko": {
        "headline": Limit(4, 20, 25),
        "subheadline": Limit(6, 30, 35),
        "body": Limit(12, 80, 100),
        "bullets": Limit(1, 20, 20),
        "cta": Limit(2, 15, 20),
        "badge": Limit(1, 10, 14),
        "price": Limit(1, 14, 20),
        "legal": Limit(1, 60, 90),
        "hashtags": Limit(2, 16, 21),
    },
    "en": {
        "headline": Limit(6, 38, 48),
        "subheadline": Limit(10, 60, 70),
        "body": Limit(20, 150, 190),
        "bullets": Limit(2, 36, 40),
        "cta": Limit(3, 24, 32),
        "badge": Limit(1, 16, 22),
        "price": Limit(1, 18, 28),
        "legal": Limit(1, 110, 160),
        "hashtags": Limit(2, 24, 31),
    },
}


class Closed(BaseModel):
    """A shape that takes no field it does not know."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class Voice(Closed):
    """How the brand's kit wants to sound."""

    preferred: list[Short] = Field(default_factory=list, max_length=50)
    forbidden: list[Short] = Field(default_factory=list, max_length=50)
    key_messages: list[Short] = Field(default_factory=list, max_length=50)


class TextTask(Closed):
    """One order for words. What may be stated stands in `product`, `brand`, `audience` and `facts`.

    must_include  phrases that have to appear, letter for letter
    avoid         expressions the person said not to use
    keywords      words to be found by: they become hashtags
    reasons       why earlier rounds were rejected, newest last: a slug of wishes.WISHES or free words
    seed, round   together decide every free choice
    """

    name: Literal["concept", "copy", "rewrite", "review"] = "copy"
    lang: Language = "ko"
    tone: Tone = "friendly"
    menu: str = Field(default="sns", max_length=30)
    goal: str = Field(default="", max_length=40)
    product: str = Field(default="", max_length=200)
    brand: str = Field(default="", max_length=100)
    audience: str = Field(default="", max_length=300)
    channel: str = Field(default="", max_length=40)
    facts: list[Fact] = Field(default_factory=list, max_length=60)
    voice: Voice = Field(default_factory=Voice)
    must_include: list[Short] = Field(default_factory=list, max_length=10)
    avoid: list[Short] = Field(default_factory=list, max_length=50)
    keywords: list[Short] = Field(default_factory=list, max_length=20)
    seed: int = 0
    round: int = Field(default=0, ge=0)
    reasons: list[Line] = Field(default_factory=list, max_length=20)


class CopyText(Closed):
    """The words of one design. "" means absent. Sizes here are the widest of both languages: see LIMITS."""

    headline: str = Field(default="", max_length=60)
    subheadline: str = Field(default="", max_length=90)
    body: str = Field(default="", max_length=240)
    bullets: list[Bullet] = Field(default_factory=list, max_length=3)
    cta: str = Field(default="", max_length=40)
    badge: str = Field(default="", max_length=30)
    price: str = Field(default="", max_length=40)
    legal: str = Field(default="", max_length=200)
    hashtags: list[Hashtag] = Field(default_factory=list, max_length=10)


class Direction(Closed):
    """One way to argue for the same thing.

    angle         what the argument turns on; the three of a concept never share one
    core_promise  quoted facts only
    lead          texts of the facts this direction shows first
    """

    angle: Angle
    name: str = Field(min_length=1, max_length=60)
    argument: str = Field(min_length=1, max_length=240)
    core_promise: str = Field(default="", max_length=160)
    hook: str = Field(min_length=1, max_length=60)
    lead: list[str] = Field(default_factory=list, max_length=6)


class Guardrails(Closed):
    """What no channel may say, and what each must."""

    avoid_claims: list[str] = Field(default_factory=list, max_length=80)
    must_include: list[str] = Field(default_factory=list, max_length=20)


class Concept(Closed):
    """What all channels share: how the campaign was understood, and three ways to argue it."""

    version: str = "1.0"
    name: str = Field(min_length=1, max_length=80)
    topic: str = Field(default="", max_length=200)
    mode: Literal["launch_campaign", "evergreen", "brand_campaign"] = "evergreen"
    target_audience: str = Field(default="", max_length=300)
    audience_insight: str = Field(default="", max_length=300)
    core_promise: str = Field(default="", max_length=200)
    brand_role: str = Field(default="", max_length=200)
    reason_to_believe: list[str] = Field(default_factory=list, max_length=8)
    creative_device: str = Field(default="", max_length=200)
    tone_and_manner: str = Field(default="", max_length=200)
    keywords: list[str] = Field(default_factory=list, max_length=12)
    hook_patterns: list[str] = Field(default_factory=list, max_length=6)
    channel_strategy: dict[str, str] = Field(default_factory=dict)
    guardrails: Guardrails = Field(default_factory=Guardrails)
    directions: list[Direction] = Field(min_length=3, max_length=3)


class Suggestion(Closed):
    """Another way to say one line, and why one might."""

    text: str = Field(min_length=1, max_length=240)
    instruction: str = Field(max_length=60)
    reason: Bilingual


class Issue(Closed):
    """One thing that is wrong with one field; `fix` is ready text for it where we have some."""

    slug: str
    field: str
    severity: Literal["error", "warning", "hint"]
    message: Bilingual
    fix: str = ""


class Obeyed(Closed):
    """One wish from a rejection, and whether the new text keeps it."""

    wish: str
    kept: bool
    shown: Bilingual


class Review(Closed):
    """The reviewer's verdict by the rules of product/03 §3.2; all scores 0 to 10."""

    overall: float = Field(ge=0, le=10)
    tone_match: float = Field(ge=0, le=10)
    clarity: float = Field(ge=0, le=10)
    persuasiveness: float = Field(ge=0, le=10)
    brand_alignment: float = Field(ge=0, le=10)
    strengths: list[Bilingual] = Field(default_factory=list, max_length=5)
    weaknesses: list[Bilingual] = Field(default_factory=list, max_length=5)
    suggestions: list[Bilingual] = Field(default_factory=list, max_length=5)
    risk_flags: list[str] = Field(default_factory=list, max_length=10)
    approval_status: Literal["approved", "needs_revision", "rejected"]
    revision_priority: Literal["low", "medium", "high", "critical"]
    approval_reason: Bilingual
    issues: list[Issue] = Field(default_factory=list)
