"""Whatever JSON is sent to the API: an answer with words, never a 5xx, and nothing changed by a no (S14)."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.studio.access import api as rows
from tests.studio.access.knock import call, filled, house, undone
from tests.studio.access.row import Row

EXAMPLES = 18  # of each route: 300 and more in all
ROWS = [row for row in rows.ROWS if row.method == "post" and row.send == "json"]
LISTS = [row for row in rows.ROWS if row.route.endswith("-list") and row.method == "get"]

odd_words = ["", "\x00", "\ud800", "😀", "x" * 5000, "../..", "null", "1e999"]
words = st.text(max_size=30) | st.sampled_from(odd_words)
fields = ["brand", "brief", "root", "state", "status", "round", "kind", "page", "size", "maker"]
leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=10**17, max_value=10**400)
    | st.floats()
    | words
    | st.uuids().map(str)
)
anything = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


def places(value, path=()) -> Iterator[tuple]:
    """Every place in a body, from the whole to the last leaf."""
    yield path
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(part, (*path, key))


def put(value, path, new):
    if not path:
        return new
    first, *rest = path
    if isinstance(value, dict):
        return {**value, first: put(value[first], rest, new)}
    return [put(part, rest, new) if number == first else part for number, part in enumerate(value)]


@pytest.fixture(autouse=True)
def files_of_our_own(world):
    """The world's files lie where the world was built."""


def quietly(examples):
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.parametrize("row", ROWS, ids=str)
@quietly(EXAMPLES)
@given(told=st.data())
def test_a_body_with_anything_in_it_gets_an_answer(world, row, told):
    """A body that works, with one place of it, or all of it, replaced."""
    body = filled(row.body or {}, world.ids)
    path = told.draw(st.sampled_from(list(places(body))), label="place")
    odd = put(body, path, told.draw(anything, label="instead"))
    check(world, row, json.dumps(odd).encode())


@pytest.mark.parametrize("row", ROWS, ids=str)
@quietly(2)
@given(raw=st.binary(max_size=200))
def test_bytes_get_an_answer(world, row, raw):
    check(world, row, raw)


@pytest.mark.parametrize("row", LISTS, ids=lambda row: row.route)
@quietly(5)
@given(told=st.data())
def test_a_list_narrowed_by_anything_gets_an_answer(world, row, told):
    asked = told.draw(
        st.dictionaries(
            st.sampled_from(fields),
            st.text(max_size=20) | st.integers().map(str) | st.uuids().map(str) | words,
            min_size=1,
        )
    )
    asked = {name: value.encode("utf-8", "replace") for name, value in asked.items()}
    with undone():
        answer = world.client("owner").get(f"/api/v1/{row.route[4:].removesuffix('-list')}s/", asked)

    assert answer.status_code in (200, 400, 404)


def check(world, row: Row, raw: bytes):
    with undone():
        sent = Row(**{**vars(row), "body": raw, "send": "raw"})
        answer = call(sent, world.client("owner"), world.ids)
        changed = house() != world.house

    assert answer.status_code < 500
    if answer.status_code >= 400:
        assert answer.json()["detail"]
        assert not changed
