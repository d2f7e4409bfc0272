"""A page while a layout composes it: margins, a type scale, and a pen for every kind of object."""

from dataclasses import dataclass
from typing import Any

from assets.composition import Composition
from assets.document import build
from assets.document.fit import Fitted, Type
from assets.document.fonts import families, family
from assets.document.palette import Surface
from assets.document.subject import Box, Photo, crop, sharp_enough

ROLES = {
    "headline": ("headline", "헤드라인", "Headline"),
    "subheadline": ("subheadline", "서브 헤드라인", "Subheadline"),
    "body": ("body", "본문", "Body"),
    "bullets": ("info-text", "핵심 항목", "Point"),
    "cta": ("cta-text", "버튼 문구", "Button label"),
    "badge": ("badge", "배지", "Badge"),
    "price": ("price", "가격", "Price"),
    "legal": ("disclaimer", "유의 사항", "Fine print"),
    "brand": ("label", "브랜드 이름", "Brand name"),
    "number": ("step-number", "번호", "Number"),
}


class Unfit(Exception):
    """This copy, picture or format does not suit this layout. The message says why."""


@dataclass(frozen=True)
class Edge:
    """Where a text block ended up: the ink's box in px."""

    x: float
    y: float
    w: float
    h: float

    @property
    def bottom(self) -> float:
        return self.y + self.h


class Sheet:
    """One page in the making. px everywhere; all sizes follow from `rem`, the format's reading size."""

    def __init__(self, brief: Composition, slug: str) -> None:
        self.brief, self.slug = brief, slug
        self.copy, self.palette, self.format = brief.copy, brief.palette, brief.format
        self.w, self.h, self.rem = brief.format.width, brief.format.height, brief.format.body
        self.shape = brief.format.shape
        self.dice = brief.dice(slug)
        self.paint: Any = self.palette.paper.fill
        self.objects: list[dict[str, Any]] = []
        self.area = self._area()
        self.shown = 1.0  # share of the photo's subject that can be seen

    # What there is ------------------------------------------------------------------------------------
    @property
    def photo(self) -> Photo:
        if self.brief.photo is None:
            raise Unfit("It needs a picture.")
        return self.brief.photo

    @property
    def quiet(self) -> Surface:
        """A ground for a cut-out, seen against the page."""
        return self.palette.paper if self.paint == self.palette.tint.fill else self.palette.tint

    @property
    def dark(self) -> bool:
        return self.brief.mode == "dark"

    @property
    def wide(self) -> bool:
        return self.shape == "wide"

    @property
    def slim(self) -> bool:
        return self.shape == "slim"

    @property
    def page_box(self) -> Box:
        return Box(0, 0, self.w, self.h)

    def least(self, kind: str = "text") -> int:
        return self.format.least[kind]

    # Type ---------------------------------------------------------------------------------------------
    def heading(self, *, serif: bool = False, leading: float | None = None) -> Type:
        """The headline's type. serif: prefer the kit's serif if it has one."""
        name = (self.brief.serif if serif else None) or self.brief.heading
        face = family(name)
        usual = 1.3 if face.category == "serif" else 1.2 if self.brief.lang == "ko" else 1.12
        tracking = face.tracking if self.brief.lang == "ko" else face.tracking * 0.6
        return Type(name, face.heading, leading or usual, round(tracking, 4), balance=True)

    def text(self, weight: int = 400, *, leading: float = 1.5, balance: bool = False) -> Type:
        """Running text in the kit's body family, in the nearest weight that it has."""
        name = self.brief.running
        weights = families()[name].weights
        nearest = min(weights, key=lambda each: (abs(each - weight), each))
        tracking = -0.01 if families()[name].category == "sans-serif" else 0.0
        return Type(name, nearest, leading if self.brief.lang == "ko" else leading - 0.06, tracking, balance)

    # Drawing ------------------------------------------------------------------------------------------
    def fill(
        self, box: Box, color: Any, *, radius: float = 0, angle: float = 0, name: str = "", **more: Any
    ) -> None:
        more = {"role": "decoration", **more}
        self.add(build.rect(_of(box), fill=color, radius=radius, angle=angle, name=name, **self.own(more)))

    def ellipse(self, box: Box, color: Any, *, name: str = "", **more: Any) -> None:
        more = {"role": "decoration", **more}
        self.add(build.ellipse(_of(box), fill=color, name=name, **self.own(more)))

    def circle(self, x: float, y: float, radius: float, color: Any, **more: Any) -> None:
        self.ellipse(Box(x - radius, y - radius, radius * 2, radius * 2), color, **more)

    def ring(self, x: float, y: float, radius: float, color: str, width: float) -> None:
        self.circle(x, y, radius, None, stroke=build.stroke(color, width))

    def shape_of(self, kind: str, box: Box, color: Any, **more: Any) -> None:
        self.add(build.shape(kind, _of(box), fill=color, **self.own(more)))

    def rule(
        self, x: float, y: float, length: float, color: str, *, thick: float = 0, role: str = "divider"
    ) -> None:
        self.fill(Box(x, y, length, thick or self.hair), color, role=role)

    def post(self, x: float, y: float, length: float, color: str, *, thick: float = 0) -> None:
        """A rule that stands."""
        self.fill(Box(x, y, thick or self.hair, length), color, role="divider")

    def dashes(self, x: float, y: float, length: float, color: str, *, standing: bool = False) -> None:
        thick = self.hair * 1.6
        box = (x - length / 2, y + length / 2, length, thick) if standing else (x, y, length, thick)
        dash = (self.rem * 0.28, self.rem * 0.28)
        self.add(build.line(box, fill=color, dash=dash, angle=90 if standing else 0, **self.own({})))

    @property
    def hair(self) -> float:
        return max(2.0, round(self.rem / 18, 1))

    def picture(
        self,
        box: Box,
        *,
        radius: float = 0,
        towards: tuple[float, float] = (0.5, 0.5),
        close: float = 0.0,
        role: str = "hero-image",
    ) -> Box:
        """The photo in a box, cut around its subject; gives the crop. Raises Unfit if it would be coarse."""
        photo = self.photo
        if photo.cut_out:
            box, part, radius = self._stood(box, radius, towards), photo.subject, 0
        else:
            part = crop(photo, box.w / box.h, towards=towards, close=close)
        subject = photo.subject
        self.shown = min(self.shown, part.overlap(subject) / (subject.w * subject.h))
        density = part.w * photo.width / box.w
        if not sharp_enough(density, self.format.dpi):
            raise Unfit("The picture has too few pixels for this place.")
        shown = {"x": part.x, "y": part.y, "w": part.w, "h": part.h}
        self.add(
            build.image(
                photo.asset,
                _of(box),
                natural=(photo.width, photo.height),
                crop={key: round(value, 6) for key, value in shown.items()},
                alt=photo.alt,
                role=role,
                radius=radius,
                name=self.say("사진", "Photo"),
                **self.own({}),
            )
        )
        return part

    def on_page(self, part: Box) -> Box:
        """Where a part (0–1) of the photo drawn last stands on the page."""
        image = next(each for each in reversed(self.objects) if each["type"] == "image")
        place, cut = image["transform"], image["props"]["crop"]
        left, top = place["cx"] - place["w"] / 2, place["cy"] - place["h"] / 2
        across, down = place["w"] / cut["w"], place["h"] / cut["h"]
        return Box(
            left + (part.x - cut["x"]) * across,
            top + (part.y - cut["y"]) * down,
            part.w * across,
            part.h * down,
        )

    def cover(self, box: Box) -> None:
        """Notes that something lies over the photo; what it hides of the subject counts against the page."""
        subject = self.on_page(self.photo.subject)
        self.shown *= 1 - subject.overlap(box) / (subject.w * subject.h)

    def words(
        self,
        fitted: Fitted,
        field: str,
        x: float,
        y: float,
        width: float,
        color: str,
        *,
        align: str = "left",
    ) -> Edge:
        """Text whose ink starts at (x, y): the metric's rim and the letter's own bearing are taken off."""
        left = x + (width - fitted.frame) * {"left": 0, "center": 0.5, "right": 1}[align]
        if align == "left":
            left = max(left - fitted.bearing, min(left, self.format.safe.left))
        top = y - fitted.top
        role, korean, english = ROLES[field.split(".")[0]]
        type = fitted.type
        self.add(
            build.text(
                fitted.text,
                (left, top, fitted.frame, fitted.height),
                role=role,
                font=type.family,
                size=fitted.size,
                weight=type.weight,
                fill=color,
                align=align,
                line_height=type.leading,
                letter_spacing=type.tracking,
                balance=type.balance,
                uppercase=type.uppercase,
                name=self.say(korean, english),
                meta={"field": field},
                **self.own({}),
            )
        )
        return Edge(x, y, fitted.width, fitted.seen)

    def page(self) -> dict[str, Any]:
        meta = {"layout": self.slug, "mode": self.brief.mode, "seed": self.brief.seed}
        if self.brief.omitted:
            meta["omitted"] = list(self.brief.omitted)
        if self.brief.photo is not None and any(each["type"] == "image" for each in self.objects):
            meta["subject"] = round(self.shown, 3)
        label = self.format.label[self.brief.lang if self.brief.lang in self.format.label else "en"]
        return build.page(
            self.format.slug,
            self.w,
            self.h,
            self.objects,
            background=self.paint,
            name=label,
            meta=meta,
            rng=self.dice,
        )

    def _stood(self, box: Box, radius: float, towards: tuple[float, float]) -> Box:
        """A cut-out does not fill its place: it stands there whole, on a quiet ground. Gives its own box."""
        self.fill(
            box, self.quiet.fill, radius=radius, role="background-shape", name=self.say("바탕", "Ground")
        )
        left, top = max(box.x, 0), max(box.y, 0)
        seen = Box(left, top, min(box.right, self.w) - left, min(box.bottom, self.h) - top)
        inset = 0.15 if radius * 2 >= min(box.w, box.h) * 0.9 else 0.09
        room = Box(
            seen.x + seen.w * inset,
            seen.y + seen.h * inset,
            seen.w * (1 - 2 * inset),
            seen.h * (1 - 2 * inset),
        )
        across, down = self.photo.subject.w * self.photo.width, self.photo.subject.h * self.photo.height
        scale = min(room.w / across, room.h / down)
        w, h = across * scale, down * scale
        x = min(max(box.x + box.w * towards[0] - w / 2, room.x), room.right - w)
        y = min(max(box.y + box.h * towards[1] - h / 2, room.y), room.bottom - h)
        return Box(x, y, w, h)

    # Within -------------------------------------------------------------------------------------------
    def _area(self) -> Box:
        safe, breath = self.format.safe, self.rem * 2.1
        left, right = max(safe.left + self.rem * 0.4, breath), max(safe.right + self.rem * 0.4, breath)
        top, bottom = max(safe.top + self.rem * 0.4, breath), max(safe.bottom + self.rem * 0.4, breath)
        return Box(left, top, self.w - left - right, self.h - top - bottom)

    def own(self, more: dict[str, Any]) -> dict[str, Any]:
        return {"source": "ai", "rng": self.dice, **more}

    def add(self, made: dict[str, Any]) -> None:
        self.objects.append(made)

    def say(self, korean: str, english: str) -> str:
        return korean if self.brief.lang == "ko" else english


def _of(box: Box) -> tuple[float, float, float, float]:
    return (box.x, box.y, box.w, box.h)
