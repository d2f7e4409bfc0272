"""The editor's page and the addresses it talks to: rights at every door, words for every no."""

import io
import json

import pytest
from PIL import Image

from agents.models import Run
from assets.actions.documents import create_document, restore_version
from assets.document import build
from assets.models import Asset, Event
from brands.models import Role
from tests import make

pytestmark = pytest.mark.django_db
BOX = "box000000001"
PAGE = "page00000001"


@pytest.fixture(autouse=True)
def plain_static(settings):
    files = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": files}


@pytest.fixture
def document(brand, ann):
    page = build.page("instagram_square", 1080, 1080, [build.rect((0, 0, 100, 100), id=BOX)], id=PAGE)
    return create_document(brand=brand, content=build.document("가을", [page]), title="가을", by=ann)


def put(value, path="transform.cx"):
    return {"op": "object.set", "page": PAGE, "id": BOX, "path": path, "value": value}


def send(client, document, ops, *, base_seq=0, epoch=1, name="tab:1"):
    body = {"base_seq": base_seq, "epoch": epoch, "client_op_id": name, "ops": ops}
    return client.post(f"/documents/{document.pk}/ops/", json.dumps(body), content_type="application/json")


def addresses(document):
    return [f"/documents/{document.pk}/{part}" for part in ("", "content/", "events/?since=0")]


def test_the_page_brings_all_that_the_editor_needs(client, document, ann):
    client.force_login(ann)
    response = client.get(f"/documents/{document.pk}/")
    text = response.content.decode()
    brought = json.loads(
        text.split('<script id="editor-data" type="application/json">')[1].split("</script>")[0]
    )

    assert brought["document"]["content"] == document.content
    assert brought["may"] == {"edit": True}
    assert brought["urls"]["ops"] == f"/documents/{document.pk}/ops/"
    assert {face["family"] for face in brought["fonts"]} >= {"Pretendard", "Gowun Batang"}
    assert brought["kit"]["colors"]["primary"] == document.brand.kit.primary


def test_hostile_words_in_a_document_stay_words_on_the_page(client, document, ann):
    client.force_login(ann)
    document.content["pages"][0]["objects"].append(build.text("</script><script>alert(1)", (0, 0, 10, 10)))
    document.title = '"><img src=x>'
    document.save()
    text = client.get(f"/documents/{document.pk}/").content.decode()

    assert "<script>alert" not in text
    assert "<img src=x>" not in text


def test_a_stranger_finds_nothing_at_any_address(client, document, cleo):
    client.force_login(cleo)
    answers = [client.get(address) for address in addresses(document)]
    answers.append(send(client, document, [put(5)]))
    answers.append(client.post(f"/documents/{document.pk}/photos/"))
    answers.append(client.post(f"/documents/{document.pk}/export/", "{}", content_type="application/json"))

    assert {answer.status_code for answer in answers} == {404}
    assert not Event.objects.exists()


def test_who_is_not_signed_in_is_sent_to_sign_in(client, document):
    assert {client.get(address).status_code for address in addresses(document)} == {302}


def test_a_viewer_reads_and_changes_nothing(client, document, brand):
    viewer = make.member(brand, "Vera", Role.VIEWER)
    client.force_login(viewer)

    assert [client.get(address).status_code for address in addresses(document)] == [200, 200, 200]
    assert send(client, document, [put(5)]).status_code == 403
    assert client.post(f"/documents/{document.pk}/photos/", {"file": picture()}).status_code == 403
    document.refresh_from_db()
    assert document.seq == 0


def test_ops_are_stored_and_answered_with_the_servers_number(client, document, ann):
    client.force_login(ann)
    answer = send(client, document, [put(500)]).json()
    document.refresh_from_db()

    assert (answer["seq"], document.seq) == (1, 1)
    assert document.content["pages"][0]["objects"][0]["transform"]["cx"] == 500
    assert answer["events"] == [{"seq": 1, "client_op_id": "tab:1", "ops": [put(500)]}]
    assert answer["conflicts"] == []


def test_the_same_batch_twice_is_stored_once(client, document, ann):
    client.force_login(ann)
    first, again = (send(client, document, [put(500)]).json() for _ in range(2))

    assert first == again
    assert Event.objects.count() == 1


def test_who_was_late_hears_what_happened_and_what_clashed(client, document, ann):
    client.force_login(ann)
    send(client, document, [put(500), put("#00ff00", "style.fill")][:1], name="one:1")
    answer = send(client, document, [put(700)], name="two:1").json()

    assert [event["client_op_id"] for event in answer["events"]] == ["one:1", "two:1"]
    (conflict,) = answer["conflicts"]
    assert (conflict["path"], conflict["theirs"], conflict["yours"]) == ("transform.cx", 500, 700)
    assert conflict["restore"]


def test_events_tell_what_came_after_a_number(client, document, ann):
    client.force_login(ann)
    for number in range(3):
        send(client, document, [put(number)], base_seq=number, name=f"tab:{number}")
    answer = client.get(f"/documents/{document.pk}/events/?since=1").json()

    assert [event["seq"] for event in answer["events"]] == [2, 3]
    assert (answer["seq"], answer["epoch"], answer["gap"]) == (3, 1, False)


def test_after_a_restored_version_an_old_tab_is_told_so(client, document, ann):
    client.force_login(ann)
    send(client, document, [put(500)])
    document.refresh_from_db()
    restore_version(document=document, seq=0, by=ann)
    answer = send(client, document, [put(700)], base_seq=1, name="tab:2")

    assert answer.status_code == 409
    assert (answer.json()["epoch"], answer.json()["seq"]) == (2, 2)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"nonsense",
        b'{"ops": []}',
        b'{"base_seq": -1, "epoch": 1, "client_op_id": "a", "ops": []}',
    ],
)
def test_nonsense_is_answered_with_words(client, document, ann, body):
    client.force_login(ann)
    answer = client.post(f"/documents/{document.pk}/ops/", body, content_type="application/json")

    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_an_op_that_is_none_says_so_and_stores_nothing(client, document, ann):
    client.force_login(ann)
    answer = send(client, document, [{"op": "object.explode"}])

    assert answer.status_code == 422
    assert not Event.objects.exists()


def picture(form="PNG"):
    out = io.BytesIO()
    Image.new("RGB", (64, 32), "#ff0000").save(out, form)
    out.seek(0)
    out.name = "빵.png"
    return out


def test_a_picture_is_kept_for_the_brand(client, document, ann):
    client.force_login(ann)
    answer = client.post(f"/documents/{document.pk}/photos/", {"file": picture()}).json()
    asset = Asset.objects.get(pk=answer["id"])

    assert (answer["width"], answer["height"], asset.brand) == (64, 32, document.brand)


def test_a_file_that_is_no_picture_is_refused_with_words(client, document, ann):
    client.force_login(ann)
    wrong = io.BytesIO(b"<html>")
    wrong.name = "wrong.png"
    answers = [client.post(f"/documents/{document.pk}/photos/", data) for data in ({}, {"file": wrong})]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert all(answer.json()["detail"] for answer in answers)


def test_an_export_is_a_run_that_ends_in_a_file(client, document, ann, monkeypatch):
    client.force_login(ann)
    asked = client.post(
        f"/documents/{document.pk}/export/",
        json.dumps({"format": "png", "page": PAGE}),
        content_type="application/json",
    ).json()
    run = Run.objects.get(maker="export")
    asset = Asset.objects.create(
        brand=document.brand, kind=Asset.Kind.EXPORT, name="가을.png", media="image/png"
    )
    Run.objects.filter(pk=run.pk).update(
        state=Run.State.DONE, percent=100, result={"assets": [str(asset.pk)]}
    )
    done = client.get(asked["url"]).json()

    assert asked["state"] == "queued"
    assert run.order == {"document": str(document.pk), "format": "png", "page": PAGE, "scale": 1}
    assert (done["state"], done["name"]) == ("done", "가을.png")
    assert done["file"] == f"/assets/{asset.pk}/?download"


def test_an_export_of_another_document_is_not_found_here(client, document, ann):
    client.force_login(ann)
    client.post(f"/documents/{document.pk}/export/", '{"format": "png"}', content_type="application/json")
    run = Run.objects.get(maker="export")
    other = create_document(brand=document.brand, content=document.content, title="b", by=ann)

    assert client.get(f"/documents/{other.pk}/exports/{run.pk}/").status_code == 404
