"""What was understood of a message, field by field, with how sure we are."""

from pydantic import BaseModel, Field

from brands.claims import Finding
from brands.facts import Fact

# Fields of a brief that questions may fill and that `Settled` carries.
FIELDS = (
    "product", "brand", "audience", "channel", "features", "offer", "price", "period", "place", "spec",
    "tone", "forbidden", "must_include", "goal", "keywords", "length", "link", "source",
)  # fmt: skip


class Intent(BaseModel):
    """The reading of one message and its files. Nothing in it was not said.

    text        the message after NFC; facts from "message" point into it
    channels    every channel that was named, the first one again as `channel`
    withhold    kinds of facts the person does not want mentioned
    look        wishes about the picture, in their words
    claims      what was asked for and will not be written
    confidence  0 to 1 per field that was found: 0.95 said outright, 0.8 by its place, 0.6 left over
    """

    text: str
    lang: str
    menu: str = "sns"
    product: str = ""
    brand: str = ""
    audience: str = ""
    channel: str = ""
    channels: list[str] = Field(default_factory=list)
    formats: list[str] = Field(default_factory=list)
    facts: list[Fact] = Field(default_factory=list)
    tone: str = ""
    goal: str = ""
    forbidden: list[str] = Field(default_factory=list)
    must_include: list[str] = Field(default_factory=list)
    withhold: list[str] = Field(default_factory=list)
    keywords: list[str] = Field(default_factory=list)
    look: list[str] = Field(default_factory=list)
    cta: str = ""
    claims: list[Finding] = Field(default_factory=list)
    confidence: dict[str, float] = Field(default_factory=dict)

    def said(self, *kinds: str) -> list[str]:
        """Texts of the facts of these kinds, in the order they were said."""
        return [fact.text for fact in self.facts if fact.kind in kinds]

    @property
    def features(self) -> list[str]:
        return self.said("feature", "spec")

    @property
    def price(self) -> str:
        """The price to show: the last one said ("5,900원 → 4,900원" shows the new one)."""
        return (self.said("price") or [""])[-1]
