"""One file, one provider of words."""

from functools import cache
from typing import TYPE_CHECKING, Protocol

from django.conf import settings
from pydantic import BaseModel

if TYPE_CHECKING:
    from agents.gateway import Call


class Provider(Protocol):
    """Writes typed words. `slug` and `model` are what people read in the provenance."""

    slug: str
    model: str

    def write(self, call: "Call") -> tuple[BaseModel, dict]:
        """The answer and its provenance. Raises WorkFailed."""
        ...


@cache
def chosen() -> Provider:
    """The chat model if one is configured, else the composer."""
    if settings.MODEL_NAME:
        from agents.gateway.providers.chat import Chat

        return Chat()
    from agents.gateway.providers.without_model import WithoutModel

    return WithoutModel()
