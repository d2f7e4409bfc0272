"""Which ops are taken, and which values they may set (R-D3)."""

import json

import jsonschema
import pytest
from django.utils.translation import override

from assets.document.ops import check_change, check_ops, new_pictures, ops_json_schema
from assets.document.reduce import reduce
from assets.document.schema import check_document
from sparklio.lib.refusal import Refusal
from tests.assets.designs import design


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


@pytest.fixture
def document():
    return design()


def change(document, path, *value, number=2):
    page = document["pages"][0]
    op = {"op": "object.set", "page": page["id"], "id": page["objects"][number]["id"], "path": path}
    if value:
        op["value"] = value[0]
    return reduce(document, check_ops([op]), check=check_change)[0]["pages"][0]["objects"][number]


@pytest.mark.parametrize(
    ("path", "value", "kept"),
    [
        ("transform.cx", 12.0, 12),
        ("style.fill", "#ABC", {"type": "solid", "color": "#aabbcc"}),
        ("style.fill", None, None),
        ("style.stroke", {"color": "#FFFFFF", "width": 2}, {"color": "#ffffff", "width": 2, "dash": []}),
        ("props.text", "빵\r\n집", "빵\n집"),
        ("locks.move", True, True),
        ("visible", False, False),
        ("name", "  두  줄\n이름 ", "두 줄 이름"),
        ("meta.source", "ai", "ai"),
        ("ext.polotno.custom", {"a": [1]}, {"a": [1]}),
    ],
)
def test_a_set_keeps_its_value_in_the_normal_form(document, path, value, kept):
    found = change(check_document(document), path, value)

    for key in path.split("."):
        found = found[key]
    assert found == kept


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("transform.cx", "1", "transform.cx: must be a number"),
        ("transform", {"cx": 1}, "cannot be set"),
        ("props.asset", None, "cannot be set"),
        ("props.fontSize", 1, "at least 4"),
        ("id", "aaaaaaaaaaaa", "cannot be set"),
        ("type", "image", "cannot be set"),
        ("children", [], "cannot be set"),
        ("meta", {}, "cannot be set"),
        ("meta.__proto__", 1, "cannot be set"),
        ("meta.a.constructor.b", 1, "cannot be set"),
        ("style.fill.color", "#000000", "cannot be set"),
        ("props.text", None, "must be text"),
        ("meta.deep", json.loads("[" * 15 + "]" * 15), "levels deep"),
    ],
)
def test_a_set_touches_only_what_the_table_allows(document, path, value, says):
    """R-D3."""
    with pytest.raises(Refusal) as refusal:
        change(check_document(document), path, value)

    assert says in str(refusal.value)


def test_only_free_properties_can_be_taken_away(document):
    document = check_document(document)

    with pytest.raises(Refusal, match="cannot be taken away"):
        change(document, "transform.cx")

    assert "source" not in change(document, "meta.source")["meta"]


def test_an_object_of_unknown_type_is_locked_but_not_stuck(document):
    strange = {"id": "zzzzzzzzzzzz", "type": "hologram", "transform": {"cx": 1}}
    document["pages"][0]["objects"].append(strange)
    document, page = check_document(document), document["pages"][0]["id"]

    with pytest.raises(Refusal, match="cannot be set"):
        change(document, "transform.cx", 5, number=-1)
    hidden = change(document, "visible", False, number=-1)
    removed, inverse = reduce(document, [{"op": "object.remove", "page": page, "id": strange["id"]}])

    assert hidden == {**strange, "visible": False}
    assert reduce(removed, inverse, check=check_change)[0] == document


@pytest.mark.parametrize(
    "op",
    [
        {},
        {"op": "object.explode", "page": "a" * 12, "id": "b" * 12},
        {"op": "object.set", "page": "a" * 12, "id": "b" * 12, "path": "a..b", "value": 1},
        {"op": "object.set", "page": "a" * 12, "id": "b" * 12, "path": "__proto__.x", "value": 1},
        {"op": "object.set", "page": "a" * 12, "path": "name", "value": 1},
        {"op": "object.set", "page": "a" * 12, "id": "b" * 12, "path": "name", "value": 1, "extra": 1},
        {"op": "object.order", "page": "a" * 12, "id": "b" * 12, "index": -1},
        {"op": "object.order", "page": "a" * 12, "id": "b" * 12, "index": 1.5},
        {"op": "object.add", "page": "a" * 12, "object": {"id": "b" * 12}},
        {"op": "page.remove", "id": "<script>"},
        "object.remove",
        None,
    ],
)
def test_an_op_that_is_none_is_refused(op):
    """R-D3; bad input «unknown op»."""
    with pytest.raises(Refusal):
        check_ops([op])


@pytest.mark.parametrize("ops", [[], {}, None, "x", [{"op": "page.remove", "id": "a" * 12}] * 5001])
def test_a_batch_of_ops_is_a_list_of_1_to_5000(ops):
    with pytest.raises(Refusal):
        check_ops(ops)


def test_the_published_schema_of_ops_takes_what_we_take(document):
    page = document["pages"][0]
    ops = [
        {
            "op": "object.add",
            "page": page["id"],
            "object": {**page["objects"][2], "id": "n" * 12},
            "index": 0,
        },
        {"op": "object.set", "page": page["id"], "id": "n" * 12, "path": "transform.cx", "value": 5},
        {"op": "object.set", "page": page["id"], "id": "n" * 12, "path": "meta.source"},
        {
            "op": "page.set",
            "id": page["id"],
            "path": "background",
            "value": {"type": "solid", "color": "#000000"},
        },
        {"op": "document.set", "path": "title", "value": "새 제목"},
    ]
    validator = jsonschema.Draft202012Validator(ops_json_schema())

    assert check_ops(ops) == ops
    assert validator.is_valid(ops)
    assert not validator.is_valid([{"op": "object.explode"}])


def test_the_pictures_that_ops_bring_in_are_found(document):
    page = document["pages"][0]
    asset, other = page["objects"][1]["props"]["asset"], "11111111-2222-4333-8444-555555555555"
    set_asset = {"op": "object.set", "page": page["id"], "id": "b" * 12, "path": "props.asset"}
    ops = [{**set_asset, "value": other}, {**set_asset, "value": None}]

    assert new_pictures(ops) == {other}
    assert new_pictures([{"op": "object.add", "page": page["id"], "object": page["objects"][1]}]) == {asset}
    assert new_pictures([{"op": "page.add", "page": page}]) == {asset}
