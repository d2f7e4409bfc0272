"""What an op does to a document, and the ops that undo it. The twin is static/js/canvas/ops.js.

Documents are never changed in place: what an op does not touch is shared with the document before it.
Vectors that both sides pass: tests/vectors/ops.json.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _

from assets.document.places import Json, Misfit, Place, Places, find, ids_of, index_of, siblings
from sparklio.lib.refusal import Refusal

__all__ = ["Misfit", "apply", "reduce", "step"]

Check = Callable[[Json, Json], Json]


def reduce(document: Json, ops: Iterable[Json], *, check: Check | None = None) -> tuple[Json, list[Json]]:
    """The document after `ops`, and the ops that lead back. `document` itself stays as it was.

    check  called with (op, what it sets) before each set; returns the op to apply
    Raises Misfit where the document cannot take an op, Refusal where there is no such op.
    """
    places = Places(document)
    inverse: list[Json] = []
    for op in ops:
        document, back, _applied = step(document, places, op, check)
        inverse.append(back)
    return document, inverse[::-1]


def apply(document: Json, op: Json, *, check: Check | None = None) -> list[Json]:
    """Apply one op to `document` in place. Gives the ops that undo it."""
    changed, inverse = reduce(document, [op], check=check)
    document.clear()
    document.update(changed)
    return inverse


def step(document: Json, places: Places, op: Json, check: Check | None = None) -> tuple[Json, Json, Json]:
    """(document after, op that undoes it, op as applied). `places` is changed along."""
    change = CHANGES.get(op.get("op", ""))
    if change is None:
        raise Refusal(_("There is no op “%(op)s”. See the schema of the ops.") % {"op": op.get("op")})
    if check and op["op"].endswith(".set"):
        op = check(op, _target(document, places, op))
    after, back = change(document, places, op)
    return after, back, op


def _target(document: Json, places: Places, op: Json) -> Json:
    if op["op"] == "document.set":
        return document
    if op["op"] == "page.set":
        return find(document, places, places.page(op["id"]))
    places.object(op["page"], op["id"])
    return find(document, places, op["id"])


def _object_add(document: Json, places: Places, op: Json) -> tuple[Json, Json]:
    added, place = op["object"], places.inside(op["page"], op.get("parent"))
    places.check_new(list(ids_of(added)))
    places.put(added, place)
    changed = _at(document, place, lambda items: _inserted(items, added, op.get("index")))
    return changed, {"op": "object.remove", "page": op["page"], "id": added["id"]}


def _object_remove(document: Json, places: Places, op: Json) -> tuple[Json, Json]:
    place = places.object(op["page"], op["id"])
    items = siblings(document, place)
    index = index_of(items, op["id"])
    places.take(items[index])
    back = {"op": "object.add", "page": op["page"], "object": items[index], "index": index}
    if place.groups:
        back["parent"] = place.groups[-1]
    return _at(document, place, lambda items: items[:index] + items[index + 1 :]), back


def _object_set(document: Json, places: Places, op: Json) -> tuple[Json, Json]:
    place = places.object(op["page"], op["id"])
    items = siblings(document, place)
    index = index_of(items, op["id"])
    changed, back = _set(items[index], op)
    return _at(document, place, lambda items: _replaced(items, index, changed)), back


def _object_order(document: Json, places: Places, op: Json) -> tuple[Json, Json]:
    place = places.object(op["page"], op["id"])
    index = index_of(siblings(document, place), op["id"])
    return _at(document, place, lambda items: _moved(items, index, op["index"])), {**op, "index": index}


def _page_add(document: Json, places: Places, op: Json) -> tuple[Json, Json]:
    page = op["page"]
    places.check_new(list(ids_of(page)))
    places.put_page(page)
    pages = _inserted(document["pages"], page, op.get("index"))
    return {**document, "pages": pages}, {"op": "page.remove", "id": page["id"]}


def _page_remove(document: Json, places: Places, op: Json) -> tuple[Json, Json]:
    pages = document["pages"]
    index = index_of(pages, op["id"])
    if len(pages) == 1:
        raise Misfit(_("A document keeps at least one page. Add another one before you remove this."))
    places.take_page(pages[index])
    back = {"op": "page.add", "page": pages[index], "index": index}
    return {**document, "pages": pages[:index] + pages[index + 1 :]}, back


def _page_set(document: Json, places: Places, op: Json) -> tuple[Json, Json]:
    pages = document["pages"]
    index = index_of(pages, op["id"])
    changed, back = _set(pages[index], op)
    return {**document, "pages": _replaced(pages, index, changed)}, back


def _page_order(document: Json, places: Places, op: Json) -> tuple[Json, Json]:
    index = index_of(document["pages"], op["id"])
    return {**document, "pages": _moved(document["pages"], index, op["index"])}, {**op, "index": index}


def _document_set(document: Json, places: Places, op: Json) -> tuple[Json, Json]:
    return _set(document, op)


CHANGES: dict[str, Callable[[Json, Places, Json], tuple[Json, Json]]] = {
    "object.add": _object_add,
    "object.remove": _object_remove,
    "object.set": _object_set,
    "object.order": _object_order,
    "page.add": _page_add,
    "page.remove": _page_remove,
    "page.set": _page_set,
    "page.order": _page_order,
    "document.set": _document_set,
}


def _set(found: Json, op: Json) -> tuple[Json, Json]:
    """`found` with op's value at op's path, and the op back: to the old value, or to there being none."""
    changed, old = _put(found, op["path"].split("."), op)
    return changed, {**{key: part for key, part in op.items() if key != "value"}, **old}


def _put(found: Any, keys: list[str], op: Json) -> tuple[Json, Json]:
    """Parts that are missing on the way are made; the way back then removes the topmost of them."""
    if not isinstance(found, dict):
        raise Misfit(
            _("“%(path)s” leads into a value that has no parts. Set the whole.") % {"path": op["path"]}
        )
    key, *rest = keys
    if rest and key in found:
        inner, old = _put(found[key], rest, op)
        return {**found, key: inner}, old
    all_keys = op["path"].split(".")
    path = ".".join(all_keys[: len(all_keys) - len(rest)])
    old = {"path": path, "value": found[key]} if key in found else {"path": path}
    if "value" not in op:
        return {name: part for name, part in found.items() if name != key}, old
    value = op["value"]
    for name in reversed(rest):
        value = {name: value}
    return {**found, key: value}, old


def _at(document: Json, place: Place, change: Callable[[list[Json]], list[Json]]) -> Json:
    """The document with `change` done to the list that `place` names."""

    def inside(items: list[Json], groups: tuple[str, ...]) -> list[Json]:
        if not groups:
            return change(items)
        index = index_of(items, groups[0])
        kids = inside(items[index]["children"], groups[1:])
        return _replaced(items, index, {**items[index], "children": kids})

    pages = document["pages"]
    index = index_of(pages, place.page)
    page = {**pages[index], "objects": inside(pages[index]["objects"], place.groups)}
    return {**document, "pages": _replaced(pages, index, page)}


def _replaced(items: list[Json], index: int, changed: Json) -> list[Json]:
    return [*items[:index], changed, *items[index + 1 :]]


def _inserted(items: list[Json], added: Json, index: int | None) -> list[Json]:
    at = len(items) if index is None else min(index, len(items))
    return [*items[:at], added, *items[at:]]


def _moved(items: list[Json], index: int, goal: int) -> list[Json]:
    return _inserted(items[:index] + items[index + 1 :], items[index], goal)
