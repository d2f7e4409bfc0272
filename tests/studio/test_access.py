"""The access matrix (T1, T2, S6, S12): every route has a row, and every row holds for every actor."""

import pytest

from tests.studio.access.knock import call, house, matches, undone, variants
from tests.studio.access.routes import ROWS, routes
from tests.studio.access.row import ACTORS, SAFE, Row

METHODS = ("get", "post", "put", "patch", "delete")
OFFICE_METHODS = ("post", "put")  # Django's admin takes all others for a GET
# One row stands for its route where it is asked with a method that has no row of its own.
LEADING = list({row.route: row for row in reversed(ROWS)}.values())
UNSAFE = [row for row in ROWS if row.method not in SAFE]


@pytest.fixture(autouse=True)
def files_of_our_own(world):
    """The world's files lie where the world was built."""


def test_every_route_has_a_row():
    without = sorted(set(routes()) - {row.route for row in ROWS})

    assert not without, f"Say in tests/studio/access/ who may call: {', '.join(without)}"


def test_every_row_has_a_route():
    assert not sorted({row.route for row in ROWS} - set(routes()))


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_every_actor_gets_what_the_row_says_and_changes_no_more(world, row):
    wrong = []
    for actor in ACTORS:
        if row.expect[actor] is None:
            continue
        with undone():
            answer = call(row, world.client(actor), world.ids, world.sessions.get(actor, ""))
            changed = house() != world.house
        if not matches(answer, row.expect[actor]):
            given = f"{answer.status_code} {answer.headers.get('Location', '')}"
            wrong.append(f"{actor}: {given} is not {row.expect[actor]}")
        if changed and actor not in row.changers:
            wrong.append(f"{actor}: changed something")

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("row", LEADING, ids=lambda row: row.route)
def test_a_method_without_a_row_changes_nothing(world, row):
    """The one who may most asks with every other method."""
    listed = {each.method for each in ROWS if each.route == row.route}
    wrong = []
    for method in OFFICE_METHODS if strongest(row) == "superuser" else METHODS:
        if method in listed or row.expect["superuser"] is None:
            continue
        with undone():
            asked = Row(row.route, method, {}, row.args, path=row.path)
            answer = call(asked, world.client(strongest(row)), world.ids, world.sessions["owner"])
            if answer.status_code >= 500 or house() != world.house:
                wrong.append(f"{method}: {answer.status_code}, or changed something")

    assert not wrong, "\n".join(wrong)


SWAPPED = [
    row for row in ROWS if row.route.startswith(("studio:", "api:")) and (row.body or len(row.args) > 1)
]


@pytest.mark.parametrize("row", SWAPPED, ids=str)
def test_an_id_of_another_brand_inside_a_call_is_refused(world, row):
    """T2: ids in bodies and second places are checked like the one that leads; the owner asks."""
    wrong = []
    for place, swapped in variants(row, world):
        with undone():
            answer = call(swapped, world.client("owner"), world.ids)
            if answer.status_code not in (400, 404, 422) or house() != world.house:
                wrong.append(f"{place}: {answer.status_code}, or changed something")

    assert not wrong, "\n".join(wrong)


def test_ids_inside_calls_are_found(world):
    """Or the test above would look at nothing."""
    found = {f"{row} {place}" for row in SWAPPED for place, _ in variants(row, world)}

    assert found >= {
        "POST api:brief-list brand",
        "POST api:asset-list brand",
        "POST api:asset-list brief",
        "POST api:document-ops ops.1.object.props.asset",
        "POST studio:document_ops ops.1.object.props.asset",
        "GET studio:document_exported argument 1",
    }


@pytest.mark.parametrize("row", [row for row in UNSAFE if not row.route.startswith("headless:")], ids=str)
def test_a_page_of_another_site_changes_nothing(world, row):
    """S6: every unsafe call with a session wants its token; the one who may most asks without."""
    with undone():
        client = world.client(strongest(row), enforce_csrf_checks=True)
        answer = call(row, client, world.ids)

        assert answer.status_code == 403
        assert house() == world.house


@pytest.mark.parametrize("row", [row for row in UNSAFE if row.route.startswith("headless:")], ids=str)
def test_a_cookie_means_nothing_to_the_door_for_programs(world, row):
    """It takes no CSRF token, so it must not take a cookie either."""
    with undone():
        answer = call(row, world.client("owner"), world.ids)

        assert matches(answer, row.expect["anonymous"])
        assert house() == world.house


def strongest(row: Row) -> str:
    return "superuser" if row.route.startswith("admin") else "owner"
