"""Changes made side by side become one document, and nothing is lost in silence (R-D4)."""

import random

import pytest

from assets.document import build
from assets.document.merge import Change, merge
from assets.document.ops import check_change
from assets.document.reduce import reduce
from assets.document.schema import check_document
from sparklio.lib.refusal import Refusal


@pytest.fixture
def document():
    rng = random.Random(3)
    texts = [build.text(words, (0, 0, 100, 40), id=id * 12) for id, words in (("a", "하나"), ("b", "둘"))]
    group = build.group([build.rect((0, 0, 9, 9), id="c" * 12)], id="g" * 12)
    pages = [
        build.page("custom", 100, 100, [*texts, group], id="p" * 12),
        build.page("custom", 100, 100, id="q" * 12, rng=rng),
    ]
    return check_document(build.document("둘이서", pages))


def put(id, path, value):
    return {"op": "object.set", "page": "p" * 12, "id": id * 12, "path": path, "value": value}


def remove(id):
    return {"op": "object.remove", "page": "p" * 12, "id": id * 12}


def found(document, id):
    hits = [one for page in document["pages"] for one in [page, *page["objects"]] if one["id"] == id * 12]
    return hits[0] if hits else None


def met(document, theirs, yours):
    """Ben's ops arrive after Ann's, made on the same document."""
    return merge(document, [Change("ann", theirs)], yours, client="ben", check=check_change)


def test_different_properties_of_one_object_both_stay(document):
    merged = met(document, [put("a", "transform.cx", 1)], [put("a", "transform.cy", 2)])

    assert (merged.results, merged.conflicts) == (["merged"], [])
    transform = found(merged.document, "a")["transform"]
    assert (transform["cx"], transform["cy"]) == (1, 2)


def test_different_objects_do_not_meet(document):
    merged = met(document, [put("a", "name", "가")], [put("b", "name", "나")])

    assert (merged.results, merged.conflicts) == (["applied"], [])


def test_of_two_values_the_later_wins_and_the_loser_is_kept(document):
    """R-D4."""
    merged = met(document, [put("a", "props.text", "앤")], [put("a", "props.text", "벤")])

    assert merged.results == ["conflict"]
    assert found(merged.document, "a")["props"]["text"] == "벤"
    [record] = merged.conflicts
    assert (record["kind"], record["id"], record["path"]) == ("overwritten", "a" * 12, "props.text")
    assert (record["theirs"], record["yours"]) == ("앤", "벤")
    assert found(reduce(merged.document, record["restore"])[0], "a")["props"]["text"] == "앤"


def test_the_same_value_twice_is_no_conflict(document):
    merged = met(document, [put("a", "style.fill", "#FFFFFF")], [put("a", "style.fill", "#fff")])
    white = {"type": "solid", "color": "#ffffff"}
    merged_again = met(document, [put("a", "style.fill", white)], [put("a", "style.fill", "#fff")])

    assert merged_again.conflicts == []
    assert merged.results == ["conflict"]  # Ann's op would not be in the log in that spelling


def test_a_whole_and_a_part_of_it_meet(document):
    merged = met(document, [put("a", "ext.x", {"y": 1})], [put("a", "ext.x.y", 2)])

    assert [record["theirs"] for record in merged.conflicts] == [1]


def test_own_changes_that_are_still_on_their_way_are_no_conflict(document):
    merged = merge(
        document,
        [Change("ann", [put("a", "name", "앤")]), Change("ben", [put("a", "name", "벤 하나")])],
        [put("a", "name", "벤 둘")],
        client="ben",
    )

    assert merged.conflicts == []


def test_a_change_of_something_removed_is_kept_and_can_be_brought_back(document):
    merged = met(document, [remove("a")], [put("a", "props.text", "벤"), put("b", "name", "나")])

    assert merged.results == ["kept", "applied"]
    [record] = merged.conflicts
    assert (record["kind"], record["yours"]) == ("kept", put("a", "props.text", "벤"))
    restored = found(reduce(merged.document, record["restore"])[0], "a")
    assert restored["props"]["text"] == "벤"


def test_a_removal_of_something_changed_meanwhile_keeps_the_changed_thing(document):
    merged = met(document, [put("a", "props.text", "앤")], [remove("a")])

    assert merged.results == ["conflict"]
    assert found(merged.document, "a") is None
    [record] = merged.conflicts
    assert record["theirs"]["props"]["text"] == "앤"
    assert found(reduce(merged.document, record["restore"])[0], "a")["props"]["text"] == "앤"


def test_removing_a_page_that_others_worked_on_keeps_their_work(document):
    add = {"op": "object.add", "page": "p" * 12, "object": build.text("새 글", (0, 0, 9, 9), id="n" * 12)}
    merged = met(document, [add], [{"op": "page.remove", "id": "p" * 12}])

    [record] = merged.conflicts
    assert [one["id"] for one in record["theirs"]["objects"]][-1] == "n" * 12


def test_both_removing_the_same_is_agreement(document):
    merged = met(document, [remove("a")], [remove("a")])

    assert (merged.results, merged.ops, merged.conflicts) == (["merged"], [], [])


def test_a_change_follows_its_object_into_a_group_and_to_another_page(document):
    moved = found(document, "a")
    group = {"op": "object.add", "page": "q" * 12, "object": build.group([moved], id="k" * 12)}
    merged = met(document, [remove("a"), group], [put("a", "name", "따라감")])

    assert merged.results == ["merged"]
    assert merged.ops == [{**put("a", "name", "따라감"), "page": "q" * 12}]
    assert found(merged.document, "k")["children"][0]["name"] == "따라감"


def test_an_object_for_a_page_that_went_is_kept_with_the_page(document):
    add = {"op": "object.add", "page": "p" * 12, "object": build.text("늦음", (0, 0, 9, 9), id="n" * 12)}
    late = {**put("n", "name", "늦은 이름")}
    merged = met(document, [{"op": "page.remove", "id": "p" * 12}], [add, late])

    assert merged.results == ["kept", "kept"]
    restored = reduce(merged.document, merged.conflicts[1]["restore"])[0]
    assert found(restored, "n")["name"] == "늦은 이름"


def test_a_change_of_a_group_that_was_taken_apart_comes_back_as_a_copy(document):
    child = found(document, "g")["children"][0]
    apart = [remove("g"), {"op": "object.add", "page": "p" * 12, "object": child}]
    merged = met(document, apart, [put("g", "name", "묶음")])

    assert merged.results == ["kept"]
    restored = reduce(merged.document, merged.conflicts[0]["restore"])[0]
    copy = restored["pages"][0]["objects"][
        -1 if restored["pages"][0]["objects"][-1]["type"] == "group" else 2
    ]
    assert (copy["name"], copy["type"]) == ("묶음", "group")
    assert copy["id"] != "g" * 12


def test_the_last_page_stays_when_two_people_remove_one_each(document):
    merged = met(document, [{"op": "page.remove", "id": "p" * 12}], [{"op": "page.remove", "id": "q" * 12}])

    assert merged.results == ["kept"]
    assert len(merged.document["pages"]) == 1


def test_two_orders_of_one_object_are_a_conflict(document):
    order = {"op": "object.order", "page": "p" * 12, "id": "a" * 12}
    merged = met(document, [{**order, "index": 2}], [{**order, "index": 1}])

    assert [(r["path"], r["theirs"], r["yours"]) for r in merged.conflicts] == [("index", 2, 1)]


def test_a_wrong_value_is_refused_whatever_others_did(document):
    """R-D3."""
    with pytest.raises(Refusal):
        met(document, [put("b", "name", "x")], [put("a", "transform.cx", "far")])
