"""What words cost: nothing on our own hardware, the stated price elsewhere, and no price means no call."""

from decimal import ROUND_UP, Decimal

from django.conf import settings
from django.utils.translation import gettext as _

from agents.gateway.providers.faults import is_local
from sparklio.lib.refusal import Refusal

MILLION = Decimal(1_000_000)
CENT_PARTS = Decimal("0.000001")


def prices() -> tuple[Decimal, Decimal]:
    """US dollars per million tokens, in and out. Raises Refusal when a paid model has no price (R-P6)."""
    if not settings.MODEL_NAME or is_local():
        return Decimal(0), Decimal(0)
    if not settings.MODEL_PRICE_IN or not settings.MODEL_PRICE_OUT:
        raise Refusal(
            _(
                "The price of %(model)s is not known, so it is not called. "
                "Set MODEL_PRICE_IN and MODEL_PRICE_OUT ($ per million tokens)."
            )
            % {"model": settings.MODEL_NAME}
        )
    return Decimal(settings.MODEL_PRICE_IN), Decimal(settings.MODEL_PRICE_OUT)


def price_of(tokens_in: int, tokens_out: int) -> Decimal:
    """US dollars for one call, rounded up to six places (R-P5)."""
    price_in, price_out = prices()
    return ((tokens_in * price_in + tokens_out * price_out) / MILLION).quantize(CENT_PARTS, ROUND_UP)
