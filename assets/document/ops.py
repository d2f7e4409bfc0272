"""The ops: every change of a document, by hand, chat, agent or API, is a list of these (R-D3).

A `set` without `value` takes the property away; only meta and ext hold properties that may be missing.
"""

from functools import cache
from typing import Annotated, Any, Literal

from django.utils.translation import gettext as _
from pydantic import Field, TypeAdapter

from assets.document.plain import FORBIDDEN_KEYS, MAX_BYTES, canonical, clean, too_large
from assets.document.schema import (
    KNOWN,
    MAX_FREE_DEPTH,
    Document,
    Object,
    Page,
    checked,
    pictures_on,
)
from assets.document.values import Ident, Strict
from sparklio.lib.refusal import Refusal

MAX_OPS = 5_000  # in one batch
FREE = ("meta", "ext")

Index = Annotated[int, Field(ge=0, le=1_000_000)]
Path = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9_-]{1,64}){0,8}$")]


class ObjectAdd(Strict):
    """Put an object on a page (or into the group `parent`) at `index` from the bottom; no index: on top."""

    op: Literal["object.add"]
    page: Ident
    object: Object
    index: Index | None = None
    parent: Ident | None = None


class ObjectRemove(Strict):
    op: Literal["object.remove"]
    page: Ident
    id: Ident


class ObjectSet(Strict):
    """Change one property, such as transform.cx, style.fill or props.text."""

    op: Literal["object.set"]
    page: Ident
    id: Ident
    path: Path
    value: Any = None


class ObjectOrder(Strict):
    """Move an object among its siblings; `index` counts from the bottom, after it was taken out."""

    op: Literal["object.order"]
    page: Ident
    id: Ident
    index: Index


class PageAdd(Strict):
    op: Literal["page.add"]
    page: Page
    index: Index | None = None


class PageRemove(Strict):
    op: Literal["page.remove"]
    id: Ident


class PageSet(Strict):
    op: Literal["page.set"]
    id: Ident
    path: Path
    value: Any = None


class PageOrder(Strict):
    op: Literal["page.order"]
    id: Ident
    index: Index


class DocumentSet(Strict):
    op: Literal["document.set"]
    path: Path
    value: Any = None


Op = Annotated[
    ObjectAdd
    | ObjectRemove
    | ObjectSet
    | ObjectOrder
    | PageAdd
    | PageRemove
    | PageSet
    | PageOrder
    | DocumentSet,
    Field(discriminator="op"),
]
Ops = Annotated[list[Op], Field(min_length=1, max_length=MAX_OPS)]

OPTIONAL = {"object.add": ("index", "parent"), "page.add": ("index",)}


def ops_json_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of a list of ops."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(Ops).json_schema()}


def check_ops(raw: Any) -> list[dict[str, Any]]:
    """`raw` as ops in their normal form, as far as can be said without the document. Raises Refusal."""
    cleaned = clean(raw)
    if len(canonical(cleaned)) > MAX_BYTES:
        raise too_large()
    ops: list[dict[str, Any]] = checked(Ops, cleaned)
    for given, op in zip(cleaned, ops, strict=True):
        if "value" in op and "value" not in given:
            del op["value"]
        for key in OPTIONAL.get(op["op"], ()):
            if op[key] is None:
                del op[key]
    return ops


def new_pictures(ops: list[dict[str, Any]]) -> set[str]:
    """The ids of all pictures that ops in their normal form bring in."""
    found: set[str] = set()
    for op in ops:
        if op["op"] == "object.add":
            found |= pictures_on({"objects": [op["object"]]})
        elif op["op"] == "page.add":
            found |= pictures_on(op["page"])
        elif op["op"] == "object.set" and op["path"] == "props.asset" and op["value"]:
            found.add(op["value"])
    return found


def check_change(op: dict[str, Any], target: dict[str, Any]) -> dict[str, Any]:
    """A set op with its value in the normal form that `target` wants, for reduce(…, check=check_change).

    Raises Refusal for a property or value that `target`, an object, page or document, does not take.
    """
    first, *rest = op["path"].split(".")
    kind = op["op"].split(".")[0]
    kind = target["type"] if kind == "object" else kind
    if not FORBIDDEN_KEYS.isdisjoint(rest):
        raise _not_settable(kind, op)
    if first in FREE and rest and kind in (*KNOWN, "page", "document"):
        clean(op.get("value"), MAX_FREE_DEPTH - len(rest))
        return op
    wanted = settable(kind).get(op["path"])
    if wanted is not None and "value" not in op and kind not in (*KNOWN, "page", "document"):
        return op  # an object of unknown type may have come without a name; undo takes ours away again
    if wanted is None or "value" not in op:
        raise _not_settable(kind, op)
    try:
        return {**op, "value": checked(wanted, op["value"])}
    except Refusal as refusal:
        raise Refusal(f"{op['path']}: {refusal}") from None


@cache
def settable(kind: str) -> dict[str, Any]:
    """Which paths a set may touch on an object type, "page" or "document", and the type each value must have.

    An object of unknown type is locked: it can be named, hidden, moved in the stack and removed, no more.
    """
    if kind == "page":
        return _fields(Page, ("name", "format", "width", "height", "background"))
    if kind == "document":
        return _fields(Document, ("title", "lang"))
    if kind not in KNOWN:
        return _fields(KNOWN["group"], ("name", "visible"))
    model = KNOWN[kind]
    paths = _fields(model, ("role", "name", "visible"))
    for part in ("transform", "style", "locks", "props"):
        inner = model.model_fields[part].annotation
        for name, wanted in _fields(inner, tuple(inner.model_fields)).items():  # type: ignore[union-attr]
            paths[f"{part}.{name}"] = wanted
    return paths


def _fields(model: Any, names: tuple[str, ...]) -> dict[str, Any]:
    found = {name: model.model_fields[name] for name in names}
    return {
        name: Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation  # type: ignore[valid-type]
        for name, field in found.items()
    }


def _not_settable(kind: str, op: dict[str, Any]) -> Refusal:
    if "value" not in op and op["path"] in settable(kind):
        return Refusal(_("“%(path)s” cannot be taken away. Give it a value.") % {"path": op["path"]})
    words = {"kind": kind, "path": op["path"]}
    return Refusal(_("“%(path)s” cannot be set on “%(kind)s”. Use a property from the schema.") % words)
