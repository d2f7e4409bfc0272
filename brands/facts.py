"""A fact: something a person told us, in their own words, with the place where they said it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

FactKind = Literal["feature", "price", "discount", "period", "place", "spec", "offer", "audience", "other"]


class Fact(BaseModel):
    """One quoted fact. `text` is exactly `source[start:end]`; nothing that was not said becomes a fact.

    source      "message", "answer:<question slug>" or "file:<name>"
    start, end  characters into that source, after NFC
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: FactKind
    text: str = Field(min_length=1, max_length=300)
    source: str = Field(default="message", max_length=230)
    start: int = Field(default=0, ge=0)
    end: int = Field(default=0, ge=0)
