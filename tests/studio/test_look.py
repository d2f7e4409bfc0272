"""The look: every pair of ink and ground reads, in light and in dark, and pages stay light."""

import gzip
import re
from itertools import product
from pathlib import Path

import pytest

from assets.document.colour import contrast

STATIC = Path(__file__).parents[2] / "static"
TOKENS = dict(
    re.findall(
        r"--([\w-]+): light-dark\((#[0-9a-f]{6}, #[0-9a-f]{6})\);",
        (STATIC / "css" / "tokens.css").read_text(encoding="utf-8"),
    )
)
GROUNDS = ["sunken", "paper", "surface", "raised", "hover"]
TEXT = [
    *product(["ink", "ink-soft"], GROUNDS),
    *product(["ink-faint", "accent", "good", "warn", "bad"], ["paper", "surface", "raised"]),
    *product(["ink", "accent"], ["accent-soft"]),
    ("on-accent", "accent-fill"),
    ("on-accent", "accent-fill-hover"),
    ("on-bad", "bad-fill"),
    *((name, f"{name}-soft") for name in ("good", "warn", "bad")),
    *(("ink", f"{name}-soft") for name in ("good", "warn", "bad")),
]
EDGES = [*product(["line-strong", "accent", "accent-fill"], ["paper", "surface", "raised"])]


def color(name, mode):
    return TOKENS[name].split(", ")[("light", "dark").index(mode)]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_reads_on_its_ground(ink, ground, mode):
    assert contrast(color(ink, mode), color(ground, mode)) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_controls_are_seen(edge, ground, mode):
    assert contrast(color(edge, mode), color(ground, mode)) >= 3


def test_only_the_tokens_name_colours():
    on_white = {
        "entrance.css": {"#ffffff"},
        "kit.css": {"#e3e6eb", "#f6f7f9"},
    }  # a QR code, a chequered ground
    own_rules = {
        "tokens.css",
        "easel.css",
        "api.css",
    }  # the easel keeps its ground whatever the theme of the interface

    strays = {
        path.name: set(found)
        for path in (STATIC / "css").rglob("*.css")
        if path.name not in own_rules
        and (found := re.findall(r"#[0-9a-f]{3,8}\b", path.read_text(encoding="utf-8")))
    }
    assert strays == on_white


def test_every_import_of_the_style_sheet_is_there():
    main = (STATIC / "css" / "main.css").read_text(encoding="utf-8")

    missing = [
        name for name in re.findall(r'@import url\("([^"]+)"\)', main) if not (STATIC / "css" / name).exists()
    ]
    assert not missing


def test_a_list_page_loads_little_javascript():
    names = ["main", "words", "problem", *(f"behaviors/{name}" for name in LOADED)]
    packages = Path(__file__).parents[2] / "node_modules"
    files = [
        packages / "htmx.org" / "dist" / "htmx.esm.min.js",
        *(STATIC / "js" / f"{name}.js" for name in names),
    ]

    size = sum(len(gzip.compress(path.read_bytes())) for path in files)
    assert size <= 24 * 1024, f"{size} bytes"


LOADED = [
    "index",
    "menu",
    "theme",
    "upload",
    "dropzone",
    "autosize",
    "enter-sends",
    "fill",
    "close",
    "confirm",
]
