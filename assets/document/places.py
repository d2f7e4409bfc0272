"""Where everything stands: an index from ids to pages and groups, kept up to date while ops are applied."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from sparklio.lib.refusal import Refusal

Json = dict[str, Any]


class Misfit(Refusal):
    """The document, as it is now, cannot take this op: its target is gone, its id is taken, its path ends."""


class Place(NamedTuple):
    """Where an object stands: its page, and the groups around it from the outside in."""

    page: str
    groups: tuple[str, ...] = ()


class Places:
    """Every id of a document and where it stands."""

    def __init__(self, document: Json) -> None:
        self.pages: set[str] = set()
        self.groups: set[str] = set()
        self.objects: dict[str, Place] = {}
        for page in document["pages"]:
            self.put_page(page)

    def put_page(self, page: Json) -> None:
        self.pages.add(page["id"])
        for found in page["objects"]:
            self.put(found, Place(page["id"]))

    def take_page(self, page: Json) -> None:
        self.pages.remove(page["id"])
        for found in page["objects"]:
            self.take(found)

    def put(self, found: Json, place: Place) -> None:
        self.objects[found["id"]] = place
        if found["type"] == "group":
            self.groups.add(found["id"])
            for child in found["children"]:
                self.put(child, Place(place.page, (*place.groups, found["id"])))

    def take(self, found: Json) -> None:
        for id in ids_of(found):
            del self.objects[id]
            self.groups.discard(id)

    def holds(self, id: str) -> bool:
        return id in self.objects or id in self.pages

    def page(self, id: str) -> str:
        """`id`, if it is a page. Raises Misfit."""
        if id not in self.pages:
            raise missing(id)
        return id

    def object(self, page: str, id: str) -> Place:
        """Where the object stands on that page. Raises Misfit."""
        place = self.objects.get(id)
        if place is None or place.page != page:
            raise missing(id)
        return place

    def inside(self, page: str, group: str | None) -> Place:
        """Where the children of `group`, or of the page itself, stand. Raises Misfit."""
        if group is None:
            return Place(self.page(page))
        around = self.object(page, group)
        if group not in self.groups:
            raise missing(group)
        return Place(page, (*around.groups, group))

    def check_new(self, ids: list[str]) -> None:
        """Raises Misfit where an id is taken, or comes twice."""
        seen: set[str] = set()
        for id in ids:
            if id in seen or self.holds(id):
                raise Misfit(_("The id %(id)s is taken. Give the new one another id.") % {"id": id})
            seen.add(id)


def ids_of(found: Json) -> Iterator[str]:
    """The id of a page or object and of all that stands in it; inside unknown types we do not look."""
    yield found["id"]
    for child in found["objects"] if "type" not in found else children(found):
        yield from ids_of(child)


def children(found: Json) -> list[Json]:
    kids: list[Json] = found["children"] if found["type"] == "group" else []
    return kids


def find(document: Json, places: Places, id: str) -> Json:
    """The object or page with this id. Raises Misfit."""
    if id in places.pages:
        return document["pages"][index_of(document["pages"], id)]
    if id not in places.objects:
        raise missing(id)
    found = siblings(document, places.objects[id])
    return found[index_of(found, id)]


def siblings(document: Json, place: Place) -> list[Json]:
    """The list that `place` names, bottom first."""
    found: list[Json] = document["pages"][index_of(document["pages"], place.page)]["objects"]
    for group in place.groups:
        found = found[index_of(found, group)]["children"]
    return found


def index_of(items: list[Json], id: str) -> int:
    for index, found in enumerate(items):
        if found["id"] == id:
            return index
    raise missing(id)


def value_at(found: Json, path: str) -> Any:
    """The value at a dotted path, or None."""
    value: Any = found
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def missing(id: str) -> Misfit:
    return Misfit(_("There is no %(id)s there any more. Load the document again.") % {"id": id})
