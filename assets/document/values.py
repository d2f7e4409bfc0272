"""The kinds of value that a document holds: each with its range, its pattern and its normal form."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError, core_schema

MAX_TEXT = 10_000
MAX_NAME = 200

COLOR = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
BREAKS = re.compile(r"\r\n?|[\v\f\u0085\u2028\u2029]")
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


class Strict(BaseModel):
    """Nothing is guessed: no unknown keys, no text where a number belongs."""

    model_config = ConfigDict(extra="forbid", strict=True)


@dataclass(frozen=True)
class Between:
    """A finite number from low to high; whole numbers come out as int, so that 12.0 and 12 are one JSON."""

    low: float
    high: float

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        number = core_schema.float_schema(ge=self.low, le=self.high, allow_inf_nan=False, strict=True)
        return core_schema.no_info_after_validator_function(_whole, number)


def _whole(number: float) -> float:
    return int(number) if number == int(number) else number


def _color(value: Any) -> str:
    color = value.lower() if isinstance(value, str) else ""
    if not COLOR.fullmatch(color):
        raise PydanticCustomError("color", "must be a colour such as #1a2b3c")
    return color if len(color) > 5 else "#" + "".join(letter * 2 for letter in color[1:])


def _words(text: str) -> str:
    return unicodedata.normalize("NFC", CONTROLS.sub("", BREAKS.sub("\n", text).replace("\t", " ")))


def _one_line(text: str) -> str:
    return " ".join(_words(text).split())


def _asset(value: Any) -> str:
    try:
        return str(UUID(value))
    except (ValueError, AttributeError, TypeError):
        raise PydanticCustomError("asset", "must be the id of a stored picture") from None


Color = Annotated[
    str,
    BeforeValidator(_color),
    WithJsonSchema({"type": "string", "pattern": "^#[0-9a-f]{6}([0-9a-f]{2})?$"}),
]
Words = Annotated[str, Field(max_length=MAX_TEXT), AfterValidator(_words)]
Name = Annotated[str, Field(max_length=MAX_NAME), AfterValidator(_one_line)]
Ident = Annotated[str, Field(pattern=r"^[a-z0-9]{12}$")]
Role = Annotated[str, Field(pattern=r"^([a-z][a-z0-9_-]{0,39})?$")]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Family = Annotated[str, Field(pattern=r"""^[^\x00-\x20"'\\;:{}<>()/,][^\x00-\x1f"'\\;:{}<>()/,]{0,63}$""")]
Picture = Annotated[str, BeforeValidator(_asset), WithJsonSchema({"type": "string", "format": "uuid"})]
Free = dict[str, Any]

Coordinate = Annotated[float, Between(-20_000, 20_000)]
Length = Annotated[float, Between(0.1, 20_000)]
Fraction = Annotated[float, Between(0, 1)]
Dash = Annotated[list[Annotated[float, Between(0, 1_000)]], Field(max_length=16)]


class Stop(Strict):
    at: Fraction
    color: Color


Stops = Annotated[list[Stop], Field(min_length=2, max_length=16)]


class Solid(Strict):
    type: Literal["solid"] = "solid"
    color: Color


class Linear(Strict):
    type: Literal["linear"]
    angle: Annotated[float, Between(-360, 360)] = 0
    stops: Stops


class Radial(Strict):
    type: Literal["radial"]
    stops: Stops


def _paint(paint: Any) -> Any:
    return {"type": "solid", "color": paint} if isinstance(paint, str) else paint


def _paint_type(paint: Any) -> str:
    kind = paint.get("type", "solid") if isinstance(paint, dict) else getattr(paint, "type", "solid")
    return str(kind)


Paint = Annotated[
    Annotated[Solid, Tag("solid")] | Annotated[Linear, Tag("linear")] | Annotated[Radial, Tag("radial")],
    Discriminator(_paint_type),
    BeforeValidator(_paint),
]


class Stroke(Strict):
    color: Color
    width: Annotated[float, Between(0, 1_000)]
    dash: Dash = []


class Shadow(Strict):
    x: Annotated[float, Between(-1_000, 1_000)] = 0
    y: Annotated[float, Between(-1_000, 1_000)] = 0
    blur: Annotated[float, Between(0, 1_000)] = 0
    color: Color


class Natural(Strict):
    """Size of the stored picture in its own pixels."""

    w: Annotated[float, Between(1, 20_000)]
    h: Annotated[float, Between(1, 20_000)]


class Crop(Strict):
    """The part of the picture that is shown, in fractions of its natural size."""

    x: Fraction = 0
    y: Fraction = 0
    w: Annotated[float, Between(0.0001, 1)] = 1
    h: Annotated[float, Between(0.0001, 1)] = 1

    @model_validator(mode="after")
    def _inside(self) -> "Crop":
        if self.x + self.w > 1.00001 or self.y + self.h > 1.00001:
            raise PydanticCustomError("crop", "must lie inside the picture: x + w and y + h are at most 1")
        return self
