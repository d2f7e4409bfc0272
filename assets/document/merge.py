"""How changes made side by side become one document: per object and property, nothing lost in silence (R-D4).

Later wins. What lost against it, and what came too late for something removed, is recorded with the ops that
bring it back, so that a person can.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from assets.document.build import new_id
from assets.document.places import Json, Misfit, Places, children, find, ids_of
from assets.document.reduce import Check, step
from sparklio.lib.refusal import Refusal

ABSENT = object()  # there is no such property; not the same as null
WHOLE = ""  # the path that stands for an object as such
INDEX = "index"  # the path that stands for its place in the stack


class Change(NamedTuple):
    """One event of the log, as far as merging cares."""

    client: str
    ops: Sequence[Json]


class Merged(NamedTuple):
    """What came of a batch.

    ops  what was applied, in normal form: the event for the log
    results  per op sent: "applied", "merged" (others touched the same thing), "conflict" or "kept"
    conflicts  {"kind", "id", "page", "path", "theirs", "yours", "restore": [ops]}; kind is
        "overwritten"  `theirs` lost against `yours`
        "removed"      `theirs`, changed by others meanwhile, was removed
        "kept"         `yours`, an op, was not applied: what it changes is gone, or its place is taken
    """

    document: Json
    ops: list[Json]
    results: list[str]
    conflicts: list[Json]


def merge(
    base: Json, since: Sequence[Change], ops: Sequence[Json], *, client: str, check: Check | None = None
) -> Merged:
    """Put `ops`, which `client` made on `base`, on top of what happened `since`.

    Raises Refusal only where `check` does: what others did never makes an op an error.
    """
    desk = _Desk(base, client, check)
    for change in since:
        for op in change.ops:
            desk.replay(op, change.client)
    outcomes = [desk.take_numbered(number, op) for number, op in enumerate(ops, 1)]
    return Merged(
        desk.document,
        [op for outcome in outcomes for op in outcome.ops],
        [outcome.result for outcome in outcomes],
        [record for outcome in outcomes for record in outcome.conflicts],
    )


class _Outcome(NamedTuple):
    result: str
    ops: list[Json] = []
    conflicts: list[Json] = []


class _Desk:
    """The document while it is merged, who touched what since `base`, and what was removed."""

    def __init__(self, base: Json, client: str, check: Check | None) -> None:
        self.base, self.base_places = base, Places(base)
        self.document, self.places = base, Places(base)
        self.client, self.check = client, check
        self.touched: dict[str, dict[str, str]] = {}  # id → path → client, newest last
        self.removed: dict[str, Json] = {}  # id → the add that brings it back

    def replay(self, op: Json, client: str) -> None:
        """An op of the log: it fitted then, so it fits now."""
        self.document, back, _applied = step(self.document, self.places, op)
        self._note(op, back, client)

    def take_numbered(self, number: int, op: Json) -> _Outcome:
        """Like take; a Refusal says which op of the batch it is about."""
        try:
            return self.take(op)
        except Refusal as refusal:
            raise Refusal(_("Op %(number)d: %(why)s") % {"number": number, "why": refusal}) from None

    def take(self, op: Json) -> _Outcome:
        """One op of ours, as far as it still fits."""
        op = self._follow(op)
        if self._is_done(op):
            return _Outcome("merged")
        try:
            self.document, back, applied = step(self.document, self.places, op, self.check)
        except Misfit as misfit:
            return _Outcome("kept", conflicts=[self._kept(op, str(misfit))])
        conflicts = self._conflicts(applied, back)
        result = "conflict" if conflicts else "merged" if self._met(target_id(op)) else "applied"
        self._note(applied, back, self.client)
        return _Outcome(result, [applied], conflicts)

    def _note(self, op: Json, back: Json, client: str) -> None:
        if op["op"].endswith(".set"):
            self._touch(target_id(op), op["path"], client)
        elif op["op"].endswith(".order"):
            self._touch(target_id(op), INDEX, client)
        elif op["op"].endswith(".add"):
            for id in ids_of(_part(op)):
                self._touch(id, WHOLE, client)
                self.removed.pop(id, None)
        else:
            self.removed.update(dict.fromkeys(ids_of(_part(back)), back))
        if op["op"] in ("object.add", "object.remove"):
            self._touch(op.get("parent") or back.get("parent") or op["page"], "children", client)

    def _touch(self, id: str, path: str, client: str) -> None:
        paths = self.touched.setdefault(id, {})
        paths.pop(path, None)
        paths[path] = client

    def _met(self, id: str) -> bool:
        """Did anyone else touch it since `base`?"""
        return any(client != self.client for client in self.touched.get(id, {}).values())

    def _lost(self, id: str, path: str) -> bool:
        """Was someone else the last to touch that path of it since `base`?"""
        touches = self.touched.get(id, {}).items()
        clients = [client for touched, client in touches if touched == WHOLE or _overlap(touched, path)]
        return bool(clients) and clients[-1] != self.client

    def _follow(self, op: Json) -> Json:
        """The op on the page where its object, or its group, stands by now."""
        if not op["op"].startswith("object."):
            return op
        place = self.places.objects.get(op.get("parent", "") if op["op"] == "object.add" else op["id"])
        return {**op, "page": place.page} if place else op

    def _is_done(self, op: Json) -> bool:
        """Others have done the very same: removed it too, or brought the same thing back."""
        id = target_id(op)
        if op["op"].endswith(".remove"):
            return not self.places.holds(id)
        return (
            op["op"].endswith(".add")
            and self.places.holds(id)
            and find(self.document, self.places, id) == _part(op)
        )

    def _conflicts(self, op: Json, back: Json) -> list[Json]:
        """What `op` overrode that its client had not seen; `back` undoes it."""
        id = target_id(op)
        theirs: Any
        if op["op"].endswith(".set"):
            theirs = back.get("value", ABSENT) if back["path"] == op["path"] else ABSENT
            before = _look(self._at_base(id), op["path"])
            yours, path = op.get("value", ABSENT), op["path"]
        elif op["op"].endswith(".order"):
            theirs, before, yours, path = back["index"], ABSENT, op["index"], INDEX
        elif op["op"].endswith(".remove"):
            theirs, before, yours, path = _part(back), self._at_base(id), ABSENT, WHOLE
        else:
            return []
        lost = any(map(self._met, ids_of(theirs))) if path == WHOLE else self._lost(id, path)
        if not lost or theirs in (yours, before):
            return []
        kind = "removed" if path == WHOLE else "overwritten"
        return [_record(kind, op, path, theirs, yours, [back])]

    def _at_base(self, id: str) -> Any:
        if not id:
            return self.base
        return find(self.base, self.base_places, id) if self.base_places.holds(id) else ABSENT

    def _kept(self, op: Json, why: str) -> Json:
        restore, wanted = [op], target_id(op)
        if op["op"] == "object.add":
            wanted = op.get("parent") or op["page"]
        while wanted and not self.places.holds(wanted) and wanted in self.removed:
            back = self.removed[wanted]
            restore.insert(0, back)
            wanted = (back.get("parent") or back["page"]) if back["op"] == "object.add" else ""
        taken = any(
            self.places.holds(id) for add in restore if "add" in add["op"] for id in ids_of(_part(add))
        )
        restore = _with_new_ids(restore) if taken else restore
        if op["op"].endswith(".add"):
            self.removed.update(dict.fromkeys(ids_of(_part(op)), op))
        return {**_record("kept", op, op.get("path", WHOLE), ABSENT, op, restore), "why": why}


def target_id(op: Json) -> str:
    """The id that an op is about; of the document itself, ""."""
    id: str = _part(op)["id"] if op["op"].endswith(".add") else op.get("id", "")
    return id


def _part(add: Json) -> Json:
    """The object or page that an add op carries."""
    part: Json = add["object"] if add["op"] == "object.add" else add["page"]
    return part


def _overlap(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _look(found: Any, path: str) -> Any:
    for key in path.split("."):
        if not isinstance(found, dict) or key not in found:
            return ABSENT
        found = found[key]
    return found


def _record(kind: str, op: Json, path: str, theirs: Any, yours: Any, restore: list[Json]) -> Json:
    page = op.get("page")
    return {
        "kind": kind,
        "id": target_id(op),
        "page": page if isinstance(page, str) else None,
        "path": path,
        "theirs": None if theirs is ABSENT else theirs,
        "yours": None if yours is ABSENT else yours,
        "restore": restore,
    }


def _with_new_ids(ops: list[Json]) -> list[Json]:
    """The same ops about a copy: every id that they add is new."""
    fresh = {id: new_id() for op in ops if op["op"].endswith(".add") for id in ids_of(_part(op))}

    def renamed(found: Json) -> Json:
        copy = {**found, "id": fresh[found["id"]]}
        if "type" not in found:
            copy["objects"] = [renamed(child) for child in found["objects"]]
        elif children(found):
            copy["children"] = [renamed(child) for child in children(found)]
        return copy

    def about_copy(op: Json) -> Json:
        names: Json = {
            key: fresh.get(op[key], op[key]) for key in ("id", "page", "parent") if _named(op, key)
        }
        if op["op"].endswith(".add"):
            names["object" if op["op"] == "object.add" else "page"] = renamed(_part(op))
        return {**op, **names}

    return [about_copy(op) for op in ops]


def _named(op: Json, key: str) -> bool:
    return isinstance(op.get(key), str)
