"""What is said about saving is true, nothing is lost with a tab, and nobody overwrites anybody in silence."""

import pytest

from assets.actions.documents import append_ops, restore_version
from assets.models import Document, Event
from brands.models import Membership, Role
from tests.browser.conftest import aside, expected, sign_in
from tests.browser.make_design import saved

pytestmark = pytest.mark.browser
BOX, HEADLINE, PAGE = "box000000001", "headline0001", "page00000001"


@pytest.fixture
def document(brand, ann):
    return saved(brand, ann)


@pytest.fixture
def editor(open_page, ann, document):
    return opened(open_page, ann, document)


def opened(open_page, person, document, **options):
    page = open_page(person, f"/documents/{document.pk}/", **options)
    page.wait_for_selector("#editor[data-ready]")
    return page


def put(page, path, value, id=BOX):
    op = {"op": "object.set", "page": PAGE, "id": id, "path": path, "value": value}
    page.evaluate("(op) => editor.editor.change([op])", op)


def read(page, path, id=BOX):
    return page.evaluate(
        """([id, path]) => {
          const object = editor.editor.page.objects.find((each) => each.id === id)
          return path.split(".").reduce((value, key) => value?.[key], object)
        }""",
        [id, path],
    )


def stored(document, path, id=BOX):
    document.refresh_from_db()
    value = next(each for each in document.content["pages"][0]["objects"] if each["id"] == id)
    for key in path.split("."):
        value = value[key]
    return value


def state(page):
    return page.locator("[data-save-state]").get_attribute("data-save-state")


def wait_for(page, name):
    page.wait_for_selector(f'[data-save-state="{name}"]')


def hint(page, document):
    document.refresh_from_db()
    page.evaluate(
        "(seq) => document.body.dispatchEvent(new CustomEvent('document.changed', { detail: { seq } }))",
        document.seq,
    )


def test_saved_is_said_only_with_the_servers_number(editor, document):
    editor.route("**/ops/", lambda route: None)  # an answer that never comes
    put(editor, "transform.cx", 400)
    editor.wait_for_timeout(300)
    assert state(editor) == "saving"
    assert not Event.objects.exists()
    editor.unroute("**/ops/")
    editor.reload()
    editor.wait_for_selector("#editor[data-ready]")
    wait_for(editor, "saved")

    assert stored(document, "transform.cx") == 400


def test_work_reaches_the_server_within_two_seconds(editor, document):
    put(editor, "transform.cx", 410)
    editor.wait_for_selector('[data-save-state="saved"][data-seq="1"]', timeout=2000)

    assert stored(document, "transform.cx") == 410


def test_offline_is_said_and_made_up_for(editor, document):
    editor.context.set_offline(True)
    put(editor, "transform.cx", 420)
    put(editor, "transform.cy", 430)
    wait_for(editor, "offline")
    assert stored(document, "transform.cx") == 350
    editor.context.set_offline(False)
    editor.evaluate("window.dispatchEvent(new Event('online'))")
    editor.wait_for_selector('[data-save-state="saved"][data-seq="2"]')

    assert (stored(document, "transform.cx"), stored(document, "transform.cy")) == (420, 430)
    expected(editor, "ERR_INTERNET_DISCONNECTED")


def test_a_killed_tab_loses_nothing(editor, document, open_page):
    editor.context.set_offline(True)
    for number in range(5):
        put(editor, "transform.cx", 500 + number)
    editor.evaluate("editor.editor.easel.editText('headline0001', { all: true })")
    editor.keyboard.type("잃지 않는 글")
    editor.wait_for_timeout(1200)
    context = editor.context
    editor.close(run_before_unload=False)
    context.set_offline(False)
    again = opened(open_page, None, document, context=context)
    wait_for(again, "saved")

    assert read(again, "transform.cx") == stored(document, "transform.cx") == 504
    assert stored(document, "props.text", HEADLINE) == "잃지 않는 글"
    assert "5" in again.locator("[data-live]").inner_text() or again.locator("[data-live]").inner_text()


def test_what_was_sent_but_not_answered_is_not_done_twice(editor, document, open_page):
    editor.route("**/ops/", lambda route: (route.fetch(), route.abort()))
    op = {"op": "object.add", "page": PAGE, "object": None}
    editor.evaluate(
        """async (op) => {
          const { copyOf } = await import("canvas/edits")
          editor.editor.change([{ ...op, object: copyOf(editor.editor.page.objects[0], 9) }])
        }""",
        op,
    )
    wait_for(editor, "offline")
    editor.unroute("**/ops/")
    wait_for(editor, "saved")

    assert Event.objects.count() == 1
    document.refresh_from_db()
    assert len(document.content["pages"][0]["objects"]) == 4
    expected(editor, "ERR_FAILED")


def test_another_tab_shows_what_happened_here(editor, document, open_page):
    other = opened(open_page, None, document, context=editor.context)
    put(editor, "transform.cx", 600)
    wait_for(editor, "saved")
    editor.wait_for_selector('[data-seq="1"]')
    hint(other, document)
    other.wait_for_function("() => editor.editor.session.seq === 1")

    assert read(other, "transform.cx") == 600
    drawn = "editor.editor.easel.canvas.getObjects().find(({ id }) => id === 'box000000001').left"
    assert other.evaluate(drawn) == 600


def test_two_tabs_change_different_things_and_both_stay(editor, document, open_page):
    other = opened(open_page, None, document, context=editor.context)
    put(editor, "transform.cx", 610)
    editor.wait_for_selector('[data-save-state="saved"][data-seq="1"]')
    put(other, "style.opacity", 0.5)
    other.wait_for_selector('[data-save-state="saved"][data-seq="2"]')

    assert (stored(document, "transform.cx"), stored(document, "style.opacity")) == (610, 0.5)
    assert (read(other, "transform.cx"), read(other, "style.opacity")) == (610, 0.5)
    assert other.locator("[data-conflicts]").is_hidden()


@pytest.mark.parametrize(("choice", "kept"), [("mine", 720), ("theirs", 610)])
def test_the_same_thing_changed_twice_is_asked_about(editor, document, open_page, choice, kept):
    other = opened(open_page, None, document, context=editor.context)
    put(editor, "transform.cx", 610)
    editor.wait_for_selector('[data-save-state="saved"][data-seq="1"]')
    put(other, "transform.cx", 720)
    dialog = other.locator("[data-conflicts]")
    dialog.wait_for()
    assert "610" in dialog.inner_text()
    assert "720" in dialog.inner_text()
    dialog.locator(f"input[value={choice}]").check()
    dialog.get_by_role("button").last.click()
    wait_for(other, "saved")
    other.wait_for_function("() => !editor.editor.session.unsent")

    assert read(other, "transform.cx") == stored(document, "transform.cx") == kept


def test_what_comes_in_never_disturbs_a_drag_or_a_word(editor, document, ann):
    editor.evaluate("editor.editor.easel.editText('headline0001', { all: true })")
    editor.keyboard.type("반쯤")
    op = {"op": "object.set", "page": PAGE, "id": BOX, "path": "transform.cx", "value": 640}
    wait_for(editor, "saved")
    document.refresh_from_db()
    batch = {"ops": [op], "base_seq": document.seq, "epoch": 1, "client_op_id": "x:1"}
    aside(lambda: append_ops(document=document, by=ann, **batch))
    hint(editor, document)
    editor.wait_for_function("(seq) => editor.editor.session.seq >= seq", arg=document.seq)
    editor.keyboard.type(" 쓴 글")
    editor.keyboard.press("Escape")
    wait_for(editor, "saved")

    assert read(editor, "props.text", HEADLINE) == "반쯤 쓴 글"
    assert editor.evaluate("editor.editor.easel.canvas.item(0).left") == 640


@pytest.mark.parametrize(("choice", "kept"), [("reload", 600), ("keep", 660)])
def test_after_a_restored_version_a_person_decides_about_the_rest(editor, document, ann, choice, kept):
    put(editor, "transform.cx", 650)
    editor.wait_for_selector('[data-save-state="saved"][data-seq="1"]')
    document.refresh_from_db()
    aside(lambda: restore_version(document=document, seq=0, by=ann))
    put(editor, "transform.cy", 660)
    wait_for(editor, "stale")
    editor.locator(f"[data-does={choice}]").click()
    wait_for(editor, "saved")

    assert (read(editor, "transform.cx"), read(editor, "transform.cy")) == (350, kept)
    put(editor, "transform.cx", 670)
    editor.wait_for_function("() => !editor.editor.session.unsent")
    assert (stored(document, "transform.cx"), stored(document, "transform.cy")) == (670, kept)
    expected(editor, "409")


def test_who_lost_the_role_is_told_and_nothing_is_stored(open_page, document, brand, ben):
    page = opened(open_page, ben, document)
    Membership.objects.filter(brand=brand, user=ben).update(role=Role.VIEWER)
    put(page, "transform.cx", 680)
    wait_for(page, "denied")
    assert page.locator("[data-save-problem-words]").inner_text()
    assert stored(document, "transform.cx") == 350
    Membership.objects.filter(brand=brand, user=ben).update(role=Role.EDITOR)
    page.locator("[data-does=again]").click()
    wait_for(page, "saved")

    assert stored(document, "transform.cx") == 680
    expected(page, "403")


def test_who_is_signed_out_keeps_the_work_until_signed_in_again(editor, document, ann, studio, settings):
    editor.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    put(editor, "transform.cx", 690)
    wait_for(editor, "signedOut")
    assert stored(document, "transform.cx") == 350
    sign_in(editor.context, ann, studio)
    editor.locator("[data-does=again]").click()
    wait_for(editor, "saved")

    assert stored(document, "transform.cx") == 690
    expected(editor, "403")


def test_a_change_that_is_refused_is_taken_back_and_said(editor, document):
    put(editor, "transform.cx", 9_999_999)
    editor.locator("[data-save-problem]").wait_for()
    put(editor, "transform.cy", 700)
    editor.wait_for_function("() => !editor.editor.session.unsent")

    assert read(editor, "transform.cx") == 350
    assert (stored(document, "transform.cx"), stored(document, "transform.cy")) == (350, 700)
    assert editor.locator("[data-save-problem-words]").inner_text()
    expected(editor, "422")


def test_leaving_with_unsaved_work_is_asked_about(editor):
    editor.route("**/ops/", lambda route: None)
    put(editor, "transform.cx", 333)
    prevented = """() => {
      const event = new Event("beforeunload", { cancelable: true })
      window.dispatchEvent(event)
      return event.defaultPrevented
    }"""

    assert editor.evaluate(prevented)
    editor.unroute("**/ops/")


def test_saving_is_small(editor, document):
    sizes = []
    editor.on(
        "request", lambda request: sizes.append(len(request.post_data or "")) if "/ops/" in request.url else 0
    )
    put(editor, "transform.cx", 444)
    editor.wait_for_selector('[data-save-state="saved"][data-seq="1"]')

    assert sizes and max(sizes) < 400  # bytes; the whole document is larger by far
    assert Document.objects.get(pk=document.pk).seq == 1


def test_what_another_tab_had_sent_already_does_not_come_back(editor, document, ann, open_page):
    put(editor, "transform.cx", 500)
    editor.wait_for_selector('[data-save-state="saved"][data-seq="1"]')
    stale = Event.objects.get()
    op = {**stale.ops[0], "value": 600}
    aside(
        lambda: append_ops(document=document, ops=[op], base_seq=1, epoch=1, client_op_id="other:1", by=ann)
    )
    entry = {"id": stale.client_op_id, "baseSeq": 0, "epoch": 1, "ops": stale.ops}
    editor.evaluate("(entry) => editor.editor.journal.add(entry)", entry)
    again = opened(open_page, None, document, context=editor.context)
    again.wait_for_function("() => !editor.editor.session.unsent")

    assert read(again, "transform.cx") == stored(document, "transform.cx") == 600
    assert again.evaluate("editor.editor.journal.all()") == []


def test_hangul_in_a_field_is_not_sent_half_typed(editor, document):
    ime = editor.context.new_cdp_session(editor)
    editor.locator("#editor-title").fill("")
    editor.locator("#editor-title").focus()
    for step in ("ㅂ", "바", "밤"):
        ime.send("Input.imeSetComposition", {"text": step, "selectionStart": 1, "selectionEnd": 1})
    editor.wait_for_timeout(1300)
    document.refresh_from_db()
    assert document.title == ""
    ime.send("Input.insertText", {"text": "밤"})
    editor.keyboard.press("Tab")
    editor.wait_for_function("() => !editor.editor.session.unsent")
    document.refresh_from_db()

    assert document.title == "밤"
