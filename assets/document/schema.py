"""The neutral document's schema: what is kept, and the sentence for what is not (R-D3).

An object of a type that we do not know is kept word for word, as a locked box; it is never dropped.
"""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal

from django.utils.translation import gettext as _
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    TypeAdapter,
    ValidationError,
)

from assets.document.complaint import complaint
from assets.document.plain import check_size, clean
from assets.document.values import (
    Between,
    Coordinate,
    Crop,
    Dash,
    Family,
    Fraction,
    Free,
    Ident,
    Length,
    Name,
    Natural,
    Paint,
    Picture,
    Role,
    Shadow,
    Slug,
    Strict,
    Stroke,
    Words,
)
from sparklio.lib.refusal import Refusal

MAX_OBJECTS = 20_000
MAX_PAGES = 200
MAX_NESTING = 6  # groups inside groups
MAX_FREE_DEPTH = 12  # levels inside meta and ext


class Transform(Strict):
    """Where the object stands: page pixels, the centre, the unturned box, degrees clockwise."""

    cx: Coordinate
    cy: Coordinate
    w: Length
    h: Length
    angle: Annotated[float, Between(-360, 360)] = 0
    flipX: bool = False
    flipY: bool = False


class Style(Strict):
    opacity: Fraction = 1
    fill: Paint | None = None
    stroke: Stroke | None = None
    radius: Annotated[float, Between(0, 8_000)] = 0
    shadow: Shadow | None = None


class Locks(Strict):
    select: bool = False
    move: bool = False
    resize: bool = False
    remove: bool = False
    content: bool = False
    style: bool = False


class TextProps(Strict):
    """letterSpacing is a fraction of fontSize; lineHeight a multiple of it."""

    text: Words
    fontFamily: Family = "Pretendard"
    fontSize: Annotated[float, Between(4, 2_000)] = 40
    fontWeight: Annotated[int, Field(ge=100, le=900, multiple_of=100)] = 400
    fontStyle: Literal["normal", "italic"] = "normal"
    align: Literal["left", "center", "right"] = "left"
    verticalAlign: Literal["top", "middle", "bottom"] = "top"
    lineHeight: Annotated[float, Between(0.5, 4)] = 1.3
    letterSpacing: Annotated[float, Between(-0.5, 2)] = 0
    underline: bool = False
    balance: bool = False
    uppercase: bool = False


class ImageProps(Strict):
    """`asset` is null while the place waits for a picture; never an address."""

    asset: Picture | None = None
    natural: Natural
    crop: Crop = Crop()
    alt: Annotated[Words, Field(max_length=1_000)] = ""


class ShapeProps(Strict):
    kind: Literal["rect", "ellipse", "triangle", "polygon", "star", "arrow"]
    points: Annotated[int, Field(ge=3, le=64)] | None = None
    inner: Fraction | None = None


class LineProps(Strict):
    """The thickness is the height of the object's box."""

    dash: Dash = []
    startHead: Literal["none", "arrow", "dot", "bar"] = "none"
    endHead: Literal["none", "arrow", "dot", "bar"] = "none"


class GroupProps(Strict):
    pass


def _free(value: Free) -> Free:
    clean(value, MAX_FREE_DEPTH)
    return value


FreeField = Annotated[Free, AfterValidator(_free)]


class Common(Strict):
    id: Ident
    role: Role = ""
    name: Name = ""
    transform: Transform
    style: Style = Style()
    locks: Locks = Locks()
    visible: bool = True
    meta: FreeField = {}
    ext: FreeField = {}


class Childless(Common):
    children: Annotated[list[Any], Field(max_length=0)] = []


class Text(Childless):
    type: Literal["text"]
    props: TextProps


class Image(Childless):
    type: Literal["image"]
    props: ImageProps


class Shape(Childless):
    type: Literal["shape"]
    props: ShapeProps


class Line(Childless):
    type: Literal["line"]
    props: LineProps = LineProps()


class Group(Common):
    """Its children stay in page coordinates and are drawn bottom first."""

    type: Literal["group"]
    props: GroupProps = GroupProps()
    children: "list[Object]" = []


KNOWN: dict[str, type[Common]] = {"text": Text, "image": Image, "shape": Shape, "line": Line, "group": Group}


class Unknown(BaseModel):
    """An object of a type from elsewhere: kept word for word and shown as a locked box."""

    model_config = ConfigDict(extra="allow", strict=True)

    id: Ident
    type: Annotated[
        str,
        Field(pattern=r"^[A-Za-z][A-Za-z0-9_.-]{0,63}$", json_schema_extra={"not": {"enum": list(KNOWN)}}),
    ]


def _object_type(found: Any) -> str:
    kind = found.get("type") if isinstance(found, dict) else getattr(found, "type", None)
    return kind if isinstance(kind, str) and kind in KNOWN else "unknown"


Object = Annotated[
    Annotated[Text, Tag("text")]
    | Annotated[Image, Tag("image")]
    | Annotated[Shape, Tag("shape")]
    | Annotated[Line, Tag("line")]
    | Annotated[Group, Tag("group")]
    | Annotated[Unknown, Tag("unknown")],
    Discriminator(_object_type),
]


class Page(Strict):
    """One page; its objects stand bottom first."""

    id: Ident
    name: Name = ""
    format: Slug = "custom"
    width: Annotated[int, Field(ge=16, le=8_000)]
    height: Annotated[int, Field(ge=16, le=8_000)]
    background: Paint
    objects: list[Object] = []
    meta: FreeField = {}
    ext: FreeField = {}


class Document(Strict):
    """The whole document. Sizes in page pixels, colours as #rrggbb or #rrggbbaa, pictures as asset ids."""

    schema_: Annotated[Literal["sparklio.doc/1"], Field(alias="schema")]
    title: Name = ""
    lang: Literal["ko", "en"] = "ko"
    pages: Annotated[list[Page], Field(min_length=1, max_length=MAX_PAGES)]
    meta: FreeField = {}
    ext: FreeField = {}


def document_json_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of a document in its normal form."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Document.model_json_schema()}


def check_document(raw: Any) -> dict[str, Any]:
    """`raw` in its normal form: every default written out. Raises Refusal: what to change, where."""
    document: dict[str, Any] = checked(Document, clean(raw))
    check_ids(document)
    check_size(document)
    return document


def check_ids(document: dict[str, Any]) -> None:
    """Raises Refusal for an id that is used twice, too many objects, or groups nested too deeply."""
    seen: set[str] = set()
    count = 0
    for page in document["pages"]:
        for found, nesting in [(page, 0), *walk(page["objects"])]:
            count += 1
            if found["id"] in seen:
                raise Refusal(
                    _("The id %(id)s is used twice. Give one of them a new id.") % {"id": found["id"]}
                )
            if nesting > MAX_NESTING:
                raise Refusal(
                    _("Groups stand more than %(depth)d deep. Ungroup some.") % {"depth": MAX_NESTING}
                )
            seen.add(found["id"])
    if count - len(document["pages"]) > MAX_OBJECTS:
        raise Refusal(_("A document holds at most %(limit)d objects.") % {"limit": MAX_OBJECTS})


def walk(objects: list[dict[str, Any]], nesting: int = 0) -> Iterator[tuple[dict[str, Any], int]]:
    """Every object with how many groups it stands in, parents before their children."""
    for found in objects:
        yield found, nesting
        if found["type"] == "group":
            yield from walk(found["children"], nesting + 1)


def asset_ids(document: dict[str, Any]) -> set[str]:
    """The ids of all pictures that a document shows."""
    return set().union(*(pictures_on(page) for page in document["pages"]))


def pictures_on(page: dict[str, Any]) -> set[str]:
    """The ids of all pictures that stand on a page, in groups too."""
    images = (found["props"] for found, _nesting in walk(page["objects"]) if found["type"] == "image")
    return {props["asset"] for props in images if props["asset"]}


def checked(kind: Any, value: Any) -> Any:
    """`value` in the normal form of a pydantic type. Raises Refusal."""
    adapter = _adapter(kind)
    try:
        return adapter.dump_python(adapter.validate_python(value), by_alias=True)
    except ValidationError as error:
        raise Refusal(complaint(error, value)) from None


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
