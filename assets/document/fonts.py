"""Which font files exist: the one table that measuring, drawing and the kit's menus share."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ROOT / "node_modules"
FALLBACK = "Pretendard"


@dataclass(frozen=True)
class Face:
    """One weight of a family. `files` stand in drawing order: the last one that has a character draws it."""

    weight: int
    span: tuple[int, int]
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Family:
    """One typeface as a designer speaks of it; `heading` and `body` are the weights to take for each."""

    name: str
    category: str
    label: dict[str, str]
    character: tuple[str, ...]
    licence: str
    package: str
    heading: int
    body: int
    tracking: float
    faces: tuple[Face, ...]

    @property
    def weights(self) -> tuple[int, ...]:
        return tuple(face.weight for face in self.faces)

    def face(self, weight: int) -> Face:
        """The face that a browser takes for CSS `weight`."""
        for face in self.faces:
            if face.span[0] <= weight <= face.span[1]:
                return face
        raise ValueError(f"{self.name} has no face for weight {weight}; use 1 to 1000.")


@cache
def families() -> dict[str, Family]:
    """Every design font by family name, in the order of the menu."""
    table = tomllib.loads((ROOT / "assets" / "fonts.toml").read_text(encoding="utf-8"))
    return {row["name"]: _family(row) for row in table["family"]}


def family(name: str) -> Family:
    """The family called `name`; the fall-back family if a kit names one we do not have."""
    return families().get(name) or families()[FALLBACK]


def browser_table(url: Callable[[str], str]) -> list[dict]:
    """What the browser registers, in order: [{family, weight, span, files: [url, …]}].

    url  gives the address of a path inside node_modules
    """
    return [
        {
            "family": each.name,
            "category": each.category,
            "weight": face.weight,
            "span": list(face.span),
            "files": [{"role": role, "url": url(file)} for role, file in face.files],
        }
        for each in families().values()
        for face in each.faces
    ]


def _family(row: dict) -> Family:
    faces = tuple(
        Face(
            face["weight"], tuple(face["span"]), tuple((file["role"], file["file"]) for file in face["files"])
        )
        for face in row["face"]
    )
    facts = {key: row[key] for key in ("name", "category", "label", "licence", "package", "heading", "body")}
    return Family(**facts, character=tuple(row["character"]), tracking=row["tracking"], faces=faces)
