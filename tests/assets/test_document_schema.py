"""What a document may hold, and what is said when it may not (R-D3)."""

import json
from copy import deepcopy
from uuid import uuid4

import jsonschema
import pytest
from django.utils.translation import override

from assets.document import build
from assets.document.plain import canonical, digest, load
from assets.document.schema import asset_ids, check_document, document_json_schema
from sparklio.lib.refusal import Refusal
from tests.assets.designs import design


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


@pytest.fixture
def document():
    return design()


def at(document, path):
    *way, last = path.split(".")
    for key in way:
        document = document[int(key) if key.isdigit() else key]
    return document, int(last) if last.isdigit() else last


def test_what_the_builders_make_is_already_in_its_normal_form(document):
    assert check_document(document) == document
    assert check_document(json.loads(canonical(document))) == document


def test_a_short_object_gets_every_default_written_out(document):
    short = {"id": "abcdefghijkl", "type": "text", "transform": {"cx": 1.0, "cy": 2, "w": 3, "h": 4}}
    document["pages"][0]["objects"] = [{**short, "props": {"text": "가"}}]

    found = check_document(document)["pages"][0]["objects"][0]

    assert found["transform"] == {
        "cx": 1,
        "cy": 2,
        "w": 3,
        "h": 4,
        "angle": 0,
        "flipX": False,
        "flipY": False,
    }
    assert (found["style"]["opacity"], found["locks"]["move"], found["children"]) == (1, False, [])
    assert found["props"]["fontSize"] == 40


@pytest.mark.parametrize(
    ("given", "kept"),
    [("#FFF", "#ffffff"), ("#1A2B3C", "#1a2b3c"), ("#1a2b3c80", "#1a2b3c80"), ("#FfF8", "#ffffff88")],
)
def test_colours_are_kept_in_one_spelling(document, given, kept):
    """R-D3."""
    document["pages"][0]["background"] = {"type": "solid", "color": given}

    assert check_document(document)["pages"][0]["background"]["color"] == kept


def test_text_is_kept_composed_with_plain_line_breaks(document):
    document["pages"][0]["objects"][2]["props"]["text"] = "따뜻\r\n빵\u2028끝\v.\t\x07!"

    assert check_document(document)["pages"][0]["objects"][2]["props"]["text"] == "따뜻\n빵\n끝\n. !"


def test_an_object_of_unknown_type_is_kept_word_for_word(document):
    strange = {"id": "zzzzzzzzzzzz", "type": "hologram", "odd": [1, {"two": [2.5, None]}], "children": "none"}
    document["pages"][0]["objects"].append(strange)

    assert check_document(document)["pages"][0]["objects"][-1] == strange


BAD = [
    ("pages.0.objects.2.props.fontSize", 3, "fontSize: must be at least 4"),
    ("pages.0.objects.2.props.fontSize", 2001, "at most 2000"),
    ("pages.0.objects.2.props.fontSize", "40", "must be a number"),
    ("pages.0.objects.2.props.fontSize", True, "must be a number"),
    ("pages.0.objects.2.props.fontWeight", 450, "multiple of 100"),
    ("pages.0.objects.2.props.fontFamily", 'x";}body{', "fontFamily"),
    ("pages.0.objects.2.props.text", "가" * 10_001, "within 10000 characters"),
    ("pages.0.objects.2.props.align", "justify", "must be one of"),
    ("pages.0.objects.2.transform.cx", 20_001, "at most 20000"),
    ("pages.0.objects.2.transform.cx", float("nan"), "number"),
    ("pages.0.objects.2.transform.cx", float("inf"), "number"),
    ("pages.0.objects.2.transform.cx", None, "must be a number"),
    ("pages.0.objects.2.transform.angle", 361, "at most 360"),
    ("pages.0.objects.2.transform.w", 0, "at least 0.1"),
    ("pages.0.objects.2.style.opacity", 1.5, "at most 1"),
    ("pages.0.objects.2.style.fill", "red", "a colour such as #1a2b3c"),
    ("pages.0.objects.2.style.fill", {"type": "conic", "stops": []}, "one of the types"),
    ("pages.0.objects.2.style.shadow", {"color": "#000;x"}, "a colour such as"),
    ("pages.0.objects.2.visible", 1, "true or false"),
    ("pages.0.objects.2.id", "Too-Short", "not spelt"),
    ("pages.0.objects.2.onclick", "alert(1)", "not a property we know"),
    ("pages.0.objects.1.props.asset", "https://x.test/a.png", "id of a stored picture"),
    ("pages.0.objects.1.props.src", "data:image/png;base64,AA", "not a property we know"),
    ("pages.0.objects.1.props.crop", {"x": 0.5, "y": 0, "w": 0.6, "h": 1}, "inside the picture"),
    ("pages.0.objects.2.children", [{"id": "a"}], "at most 0"),
    ("pages.0.width", 8, "at least 16"),
    ("pages.0.width", 8001, "at most 8000"),
    ("pages.0.width", 100.5, "whole number"),
    ("pages", [], "at least 1"),
    ("lang", "jp", "must be one of"),
    ("schema", "sparklio.doc/2", "must be"),
    ("meta.__proto__", {"x": 1}, "name of a property"),
    ("meta.constructor", 1, "name of a property"),
    ("meta.big", 10**16, "no number that we can keep"),
    ("meta.nul", "a\0b", "NUL"),
    ("meta.half", "\ud800", "surrogate"),
]


@pytest.mark.parametrize(
    ("path", "value", "says"), BAD, ids=[f"{path}={value!s:.20}" for path, value, _ in BAD]
)
def test_what_must_not_be_kept_is_refused_with_the_place_and_the_change(document, path, value, says):
    """R-D3."""
    found, key = at(document, path)
    found[key] = value

    with pytest.raises(Refusal) as refusal:
        check_document(document)

    assert says in str(refusal.value)


def test_a_refusal_names_page_and_object(document):
    document["pages"][0]["objects"][2]["props"]["fontSize"] = 3

    with pytest.raises(Refusal) as refusal:
        check_document(document)

    assert (
        str(refusal.value) == "Page 1 “표지”, object 3 “headline”, props.fontSize: must be at least 4, not 3."
    )


def test_an_id_is_used_once_in_a_document(document):
    document["pages"][0]["objects"][0]["id"] = document["pages"][0]["objects"][4]["children"][0]["id"]

    with pytest.raises(Refusal, match="used twice"):
        check_document(document)


def test_deep_nesting_is_refused_before_it_can_hurt(document):
    document["meta"]["deep"] = json.loads("[" * 900 + "]" * 900)

    with pytest.raises(Refusal, match="levels deep"):
        check_document(document)


def test_groups_stand_at_most_six_deep(document):
    nested = build.rect((0, 0, 1, 1))
    for _ in range(7):
        nested = build.group([nested])
    document["pages"][0]["objects"].append(nested)

    with pytest.raises(Refusal, match="Ungroup"):
        check_document(document)


def test_a_document_holds_at_most_20_000_objects(document):
    document["pages"][0]["objects"] = [build.rect((0, 0, 1, 1)) for _ in range(20_001)]

    with pytest.raises(Refusal, match="20000 objects"):
        check_document(document)


@pytest.mark.parametrize(
    "raw",
    [
        b'{"a": NaN}',
        b'{"a": 1e999}',
        b"{",
        b"[" * 100_000,
        b'{"a": ' + b"9" * 5000 + b"}",
        b"x" * 10_000_001,
        b"\xff",
    ],
    ids=["NaN", "1e999", "cut", "nested", "long number", "11 MB", "no UTF-8"],
)
def test_json_that_is_no_json_for_us_is_refused(raw):
    with pytest.raises(Refusal):
        load(raw)


def test_equal_documents_have_one_digest(document):
    other = json.loads(json.dumps(document, sort_keys=True))

    assert digest(check_document(other)) == digest(check_document(document))


def test_the_pictures_of_a_document_are_found_and_nothing_else(document):
    page = document["pages"][0]
    asset = page["objects"][1]["props"]["asset"]
    inside = build.group([build.image(uuid4(), (0, 0, 9, 9)), build.image(None, (0, 0, 9, 9))])
    page["objects"] += [inside, {"id": "z" * 12, "type": "hologram", "asset": "none of ours"}]
    page["ext"] = {"polotno": {"type": "image", "asset": "x"}}

    assert asset_ids(check_document(document)) == {asset, inside["children"][0]["props"]["asset"]}


def test_the_published_schema_says_yes_and_no_like_we_do(document):
    validator = jsonschema.Draft202012Validator(document_json_schema())
    assert validator.is_valid(document)

    wrong = []
    for path, value, _says in BAD:
        broken = deepcopy(document)
        found, key = at(broken, path)
        found[key] = value
        if validator.is_valid(broken):
            wrong.append(path)

    beyond = {"meta.__proto__", "meta.constructor", "meta.big", "meta.nul", "meta.half"}
    numbers = {
        "pages.0.objects.2.transform.cx",
        "pages.0.objects.1.props.crop",
        "pages.0.objects.1.props.asset",
    }
    assert set(wrong) <= beyond | numbers | {"pages.0.objects.2.style.fill"}
