"""Plain JSON that is safe to keep: bounded, finite, with no key that JavaScript could trip over."""

import hashlib
import json
from math import isfinite
from typing import Any, NoReturn

from django.utils.translation import gettext as _

from sparklio.lib.refusal import Refusal

MAX_BYTES = 10_000_000
MAX_DEPTH = 32
MAX_KEY = 100  # characters
MAX_NUMBER = 1e15  # beyond it JavaScript and PostgreSQL no longer agree on the digits
FORBIDDEN_KEYS = frozenset({"__proto__", "constructor", "prototype"})


def load(raw: bytes | str) -> Any:
    """The JSON in `raw`, cleaned. Raises Refusal."""
    size = len(raw) if isinstance(raw, bytes) else len(raw.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        raise too_large()
    try:
        return clean(json.loads(raw, parse_constant=_not_finite))
    except (ValueError, RecursionError) as error:
        why = getattr(error, "msg", "") or type(error).__name__
        raise Refusal(_("This is not JSON that we can read: %(why)s.") % {"why": why}) from None


def clean(value: Any, depth: int = MAX_DEPTH) -> Any:
    """A copy of `value` with whole numbers as int. Raises Refusal where it is not plain, bounded JSON."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, int | float):
        return _number(value)
    if depth <= 0:
        raise Refusal(_("This is nested more than %(depth)d levels deep. Flatten it.") % {"depth": MAX_DEPTH})
    if isinstance(value, dict):
        return {_key(key): clean(part, depth - 1) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [clean(part, depth - 1) for part in value]
    raise Refusal(_("“%(type)s” is not JSON.") % {"type": type(value).__name__})


def canonical(value: Any) -> bytes:
    """The one spelling of clean JSON that hashes and size limits are taken of."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def digest(value: Any) -> str:
    """SHA-256 of the canonical spelling, in hex."""
    return hashlib.sha256(canonical(value)).hexdigest()


def check_size(value: Any) -> int:
    """Bytes of `value` in its canonical spelling. Raises Refusal above the limit of a document."""
    size = len(canonical(value))
    if size > MAX_BYTES:
        raise too_large()
    return size


def too_large() -> Refusal:
    limit = MAX_BYTES // 1_000_000
    return Refusal(
        _("This document is larger than %(limit)d MB. Split it or remove objects.") % {"limit": limit}
    )


def _key(key: Any) -> str:
    if not isinstance(key, str) or key in FORBIDDEN_KEYS or len(key) > MAX_KEY:
        raise Refusal(
            _("“%(key)s” cannot be the name of a property. Rename it.") % {"key": str(key)[:MAX_KEY]}
        )
    return _text(key)


def _text(text: str) -> str:
    if "\0" in text:
        raise Refusal(_("Text cannot hold the NUL character. Remove it."))
    try:
        text.isascii() or text.encode()
    except UnicodeEncodeError:
        raise Refusal(_("Text holds half of a character (a lone surrogate). Type it again.")) from None
    return text


def _number(number: float) -> float:
    if abs(number) > MAX_NUMBER or not isfinite(number):  # in this order: isfinite() breaks on 10**400
        raise Refusal(_("“%(number)s” is no number that we can keep.") % {"number": str(number)[:20]})
    return int(number) if number == int(number) else number


def _not_finite(name: str) -> NoReturn:
    raise Refusal(_("“%(number)s” is no number that we can keep.") % {"number": name})
