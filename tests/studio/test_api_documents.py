"""Documents over the API: read with a version, write only on the newest, repeat without harm, take away."""

import pytest

from agents.models import Run
from assets.actions.documents import append_ops, create_document, restore_version
from assets.document import build
from assets.models import Asset, Document, Event
from brands.models import Role
from tests import make

PAGE, BOX = "page00000001", "box000000001"
NONE = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def document(brand, ann):
    page = build.page("instagram_square", 1080, 1080, [build.rect((0, 0, 100, 100), id=BOX)], id=PAGE)
    return create_document(brand=brand, content=build.document("가을", [page]), title="가을", by=ann)


@pytest.fixture
def send(api, ann, document):
    """send([ops], match='"1-0"') appends as Ann."""

    def sent(ops, *, match='"1-0"', id="tab:1", by=ann):
        headers = {"If_Match": match} if match else {}
        body = {"client_op_id": id, "ops": ops}
        return api(by)("POST", f"documents/{document.pk}/ops/", body, **headers)

    return sent


def put(value, path="transform.cx"):
    return {"op": "object.set", "page": PAGE, "id": BOX, "path": path, "value": value}


def box_of(document):
    document.refresh_from_db()
    return document.content["pages"][0]["objects"][0]


def test_a_list_names_documents_without_their_content(api, ann, document):
    [row] = api(ann)("GET", "documents/").json()["results"]

    assert (row["id"], row["title"], row["seq"], row["epoch"]) == (str(document.pk), "가을", 0, 1)
    assert "content" not in row


def test_a_document_comes_whole_with_its_version(api, ann, document):
    answer = api(ann)("GET", f"documents/{document.pk}/")

    assert answer.headers["ETag"] == '"1-0"'
    assert answer.json()["content"] == document.content


def test_ops_on_the_newest_version_are_kept_and_give_the_next(send, document):
    answer = send([put(300)])

    assert (answer.status_code, answer.headers["ETag"]) == (200, '"1-1"')
    assert answer.json() == {"seq": 1, "epoch": 1, "ops": [put(300)]}
    assert box_of(document)["transform"]["cx"] == 300


def test_writing_without_a_version_is_refused_with_words(send, document):
    answer = send([put(300)], match=None)

    assert (answer.status_code, answer.json()) == (
        428,
        {"detail": "Send If-Match with the ETag that you read."},
    )
    assert not document.events.exists()


@pytest.mark.parametrize("match", ["*", "1-0", '"1"', '"x-y"', '"-1-0"', '"1-0", "1-1"'])
def test_a_version_that_is_none_of_ours_counts_as_none(send, match):
    assert send([put(300)], match=match).status_code == 428


def test_a_stale_version_gets_the_events_that_it_missed(send, document, ben):
    send([put(300)])
    answer = send([put(400)], id="other:1", by=ben)

    told = answer.json()
    assert (answer.status_code, answer.headers["ETag"]) == (412, '"1-1"')
    assert (told["seq"], told["epoch"]) == (1, 1)
    assert [(event["seq"], event["ops"]) for event in told["events"]] == [(1, [put(300)])]
    assert "Read it again" in told["detail"]
    assert box_of(document)["transform"]["cx"] == 300


def test_a_version_from_before_a_restore_is_stale_without_events(send, document, ann):
    send([put(300)])
    restore_version(document=document, seq=0, by=ann)
    answer = send([put(500)], match='"1-1"', id="tab:2")

    assert (answer.status_code, answer.json()["events"], answer.json()["epoch"]) == (412, [], 2)


def test_a_version_that_never_was_is_refused(send):
    assert send([put(300)], match='"1-7"').status_code == 422


def test_the_same_batch_sent_twice_counts_once_and_answers_alike(send, document, ann):
    """A client that lost our answer repeats it, and must not skip what others did since."""
    first = send([put(300)])
    append_ops(
        document=document, ops=[put(1, "style.opacity")], base_seq=1, epoch=1, client_op_id="o:1", by=ann
    )
    again = send([put(300)])

    assert (again.json(), again.headers["ETag"]) == (first.json(), first.headers["ETag"])
    assert Event.objects.filter(document=document).count() == 2


@pytest.mark.parametrize(
    ("ops", "words"),
    [
        ([{"op": "object.explode", "id": BOX}], "object.explode"),
        ([put("left")], "number"),
        ([put(5, "transform.depth")], "transform.depth"),
        ([put("red", "style.fill")], "style.fill"),
        ([{**put(5), "id": "nobody000001"}], "Op 1"),
        ([], "at least 1"),
        ({"op": "object.set"}, "list"),
        ("object.set", "list"),
        ([None], ""),
        ([{"op": "page.remove", "id": PAGE}], ""),
    ],
)
def test_an_op_that_cannot_be_done_is_named_with_what_to_change(send, document, ops, words):
    answer = send(ops)

    assert answer.status_code == 422
    assert words in answer.json()["detail"]
    assert not (ops and isinstance(ops, list)) or answer.json()["detail"].startswith("Op 1")
    assert not document.events.exists()


def test_all_or_nothing(send, document):
    answer = send([put(300), put("left")])

    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("Op 2")
    assert box_of(document)["transform"]["cx"] == 50


@pytest.mark.parametrize("id", ["", "tab one", "가:1", "x" * 54, "tab:1:2", None, {}])
def test_a_batch_needs_a_name_of_its_own(send, document, id):
    assert send([put(300)], id=id).status_code in (400, 422)
    assert not document.events.exists()


def test_a_picture_of_another_brand_is_refused_like_one_that_never_was(send, cleo, document):
    foreign = Asset.objects.create(brand=make.brand(cleo), kind="photo", name="x.webp", media="image/webp")
    tried = []
    for picture in (str(foreign.pk), NONE):
        image = build.image(picture, (0, 0, 10, 10), natural=(10, 10))
        answer = send([{"op": "object.add", "page": PAGE, "object": image, "index": 0}])
        tried.append((answer.status_code, answer.json()["detail"].replace(picture, "…")))

    assert tried[0] == tried[1] and tried[0][0] == 422
    assert len(document.content["pages"][0]["objects"]) == 1


def test_events_after_the_seq_that_one_knows(api, send, ann, document):
    send([put(300)])
    send([put(400)], match='"1-1"', id="tab:2")

    rows = api(ann)("GET", f"documents/{document.pk}/events/?since=1").json()
    assert [(row["seq"], row["client_op_id"]) for row in rows] == [(2, "tab:2")]


@pytest.mark.parametrize("since", ["", "-1", "x", "²", "1e3", "9" * 30])
def test_a_since_that_is_no_number_gives_every_event(api, send, ann, document, since):
    send([put(300)])

    assert len(api(ann)("GET", f"documents/{document.pk}/events/?since={since}").json()) == 1


def test_a_viewer_reads_and_takes_away_but_does_not_write(api, send, brand, document):
    viewer = make.member(brand, "Vera", Role.VIEWER)
    call = api(viewer)

    assert call("GET", f"documents/{document.pk}/").status_code == 200
    assert call("POST", f"documents/{document.pk}/export/", {"format": "png"}).status_code == 202
    answer = send([put(300)], by=viewer)
    assert answer.status_code == 403
    assert "editor" in answer.json()["detail"]


def test_an_export_is_a_run_whose_files_can_be_fetched(api, ann, document):
    call = api(ann)
    answer = call("POST", f"documents/{document.pk}/export/", {"format": "png", "page": PAGE, "scale": 2})
    run = Run.objects.get(pk=answer.json()["id"])
    assert (answer.status_code, answer.json()["files"]) == (202, [])
    assert run.order == {"document": str(document.pk), "format": "png", "page": PAGE, "scale": 2.0, "seq": 0}

    made = make.picture(document.brand, kind="export")
    Run.objects.filter(pk=run.pk).update(state="done", result={"assets": [str(made.pk)]})
    [file] = call("GET", f"runs/{run.pk}/").json()["files"]

    assert file == f"/api/v1/assets/{made.pk}/file/"
    assert b"".join(call("GET", file.removeprefix("/api/v1/"))) == made.file.open().read()


@pytest.mark.parametrize(
    ("order", "status"),
    [
        ({"format": "bmp"}, 400),
        ({}, 400),
        ({"format": "png", "scale": 9}, 422),
        ({"format": "png", "scale": 0}, 422),
        ({"format": "png", "scale": "big"}, 400),
        ({"format": "png", "page": "page99999999"}, 422),
        ({"format": "png", "page": "x" * 99}, 400),
    ],
)
def test_an_export_that_cannot_be_made_says_what_to_change(api, ann, document, order, status):
    answer = api(ann)("POST", f"documents/{document.pk}/export/", order)

    assert (answer.status_code, bool(answer.json()["detail"])) == (status, True)
    assert not Run.objects.exists()


@pytest.mark.parametrize("path", ["", "events/", "ops/", "export/"])
def test_a_stranger_cannot_tell_a_document_from_none(api, cleo, document, path):
    method = "GET" if path in ("", "events/") else "POST"
    call = api(cleo)
    foreign, missing = (call(method, f"documents/{pk}/{path}", {}) for pk in (document.pk, NONE))

    assert (foreign.status_code, foreign.json()) == (missing.status_code, missing.json())
    assert foreign.status_code == 404
    assert Document.objects.get(pk=document.pk).seq == 0
