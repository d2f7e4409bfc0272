"""Turns a validation error into one sentence: where it is, and what to change."""

from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

TAGS = frozenset({"text", "image", "shape", "line", "group", "unknown", "solid", "linear", "radial"})


def complaint(error: ValidationError, value: Any) -> str:
    """The first mistake in `value`, in words; says how many more there are."""
    errors = error.errors(include_url=False)
    first = errors[0]
    where = place(list(first["loc"]), value)
    sentence = f"{where}{wish(first)}"
    more = len(errors) - 1
    return (
        _("%(sentence)s (And %(count)d more.)") % {"sentence": sentence, "count": more} if more else sentence
    )


def place(steps: list[Any], value: Any) -> str:
    """'Page 2 “Cover”, object “headline” (ab12…), props.fontSize: ' or 'Op 3, value: '. No tags of unions."""
    named: list[str] = []
    path: list[str] = []
    for step in steps:
        inside = _inside(value, step)
        if inside is _ABSENT and (step in TAGS or "." in str(step)):
            continue
        value = inside
        if isinstance(step, int) and not (named or path):  # nothing but a batch of ops begins with a number
            named.append(_("Op %(number)d") % {"number": step + 1})
            continue
        path.append(str(step))
        if path[-2:-1] in (["pages"], ["objects"], ["children"]) and isinstance(step, int):
            named.append(_called(path[-2], step, value))
            path = []
    return ", ".join([*named, *([".".join(path)] if path else [])]) + (": " if named or path else "")


def wish(error: Any) -> str:
    """What to change, for one entry of pydantic's list of errors."""
    limits = error.get("ctx", {})
    kind = error["type"]
    if kind in WISHES:
        words = {name: f"{limit:g}" if isinstance(limit, float) else limit for name, limit in limits.items()}
        return WISHES[kind]() % {**words, "got": _short(error.get("input"))}
    return str(error["msg"])


class _Absent:
    pass


_ABSENT = _Absent()


def _inside(value: Any, step: Any) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return _ABSENT


def _called(kind: str, index: int, found: Any) -> str:
    found = found if isinstance(found, dict) else {}
    name = str(found.get("name") or found.get("role") or found.get("id") or "")[:40]
    words = {"kind": _("Page") if kind == "pages" else _("object"), "number": index + 1, "name": name}
    return (_("%(kind)s %(number)d “%(name)s”") if name else _("%(kind)s %(number)d")) % words


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


WISHES = {
    "missing": lambda: _("is missing. Add it."),
    "extra_forbidden": lambda: _("is not a property we know. Remove it; free values belong in meta or ext."),
    "greater_than_equal": lambda: _("must be at least %(ge)s, not %(got)s."),
    "less_than_equal": lambda: _("must be at most %(le)s, not %(got)s."),
    "multiple_of": lambda: _("must be a multiple of %(multiple_of)s, not %(got)s."),
    "finite_number": lambda: _("must be a finite number."),
    "float_type": lambda: _("must be a number, not “%(got)s”."),
    "int_type": lambda: _("must be a whole number, not “%(got)s”."),
    "bool_type": lambda: _("must be true or false, not “%(got)s”."),
    "string_type": lambda: _("must be text, not “%(got)s”."),
    "dict_type": lambda: _("must be an object with named values, not “%(got)s”."),
    "model_type": lambda: _("must be an object with named values, not “%(got)s”."),
    "list_type": lambda: _("must be a list, not “%(got)s”."),
    "string_too_long": lambda: _("is too long. Keep it within %(max_length)d characters."),
    "too_long": lambda: _("has too many entries. Keep at most %(max_length)d."),
    "too_short": lambda: _("has too few entries. It needs at least %(min_length)d."),
    "string_pattern_mismatch": lambda: _("“%(got)s” is not spelt as this property must be."),
    "literal_error": lambda: _("must be one of %(expected)s, not “%(got)s”."),
    "union_tag_invalid": lambda: _("must have one of the types %(expected_tags)s, not “%(tag)s”."),
    "color": lambda: _("must be a colour such as #1a2b3c, not “%(got)s”."),
    "asset": lambda: _("must be the id of a stored picture, not “%(got)s”."),
    "crop": lambda: _("must lie inside the picture: x + w and y + h are at most 1."),
}
