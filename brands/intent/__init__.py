"""From a sentence to an intent: what is wanted, for what, for whom, and which facts were given."""

from brands.intent.ask import MOST_QUESTIONS, Assumed, Settled, missing, settle
from brands.intent.read import LONGEST, language_of, read
from brands.intent.types import FIELDS, Intent

__all__ = [
    "FIELDS",
    "LONGEST",
    "MOST_QUESTIONS",
    "Assumed",
    "Intent",
    "Settled",
    "language_of",
    "missing",
    "read",
    "settle",
]
