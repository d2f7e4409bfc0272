"""Hangul comes syllable by syllable through an input method: nothing is lost, doubled or ended too early."""

import pytest

from tests.browser.make_design import heading, saved

pytestmark = pytest.mark.browser


@pytest.fixture
def editor(open_page, ann, brand):
    page = open_page(ann, f"/documents/{saved(brand, ann, heading()).pk}/")
    page.wait_for_selector("#editor[data-ready]")
    page.ime = page.context.new_cdp_session(page)
    page.evaluate("editor.editor.easel.editText('headline0001')")
    page.evaluate("Object.assign(editor.editor.easel.editing, { selectionStart: 9, selectionEnd: 9 })")
    page.evaluate("editor.editor.easel.editing._updateTextarea()")
    return page


def compose(page, *steps):
    for step in steps:
        page.ime.send(
            "Input.imeSetComposition", {"text": step, "selectionStart": len(step), "selectionEnd": len(step)}
        )


def commit(page, text):
    page.ime.send("Input.insertText", {"text": text})


def escape(page, *, composing=False):
    """Escape as a browser sends it; an input method swallows it and the page only sees code 229."""
    code = 229 if composing else 27
    key = {"key": "Process" if composing else "Escape", "code": "Escape", "windowsVirtualKeyCode": code}
    page.ime.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    page.ime.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})


def typed(page):
    return page.evaluate("editor.editor.easel.editing?.text")


def kept(page):
    return page.evaluate("editor.editor.page.objects[0].props.text")


def test_a_syllable_grows_jamo_by_jamo_and_stands_once(editor):
    compose(editor, "ㅎ", "하", "한")
    assert typed(editor) == "오늘 구운 밤식빵한"
    commit(editor, "한")
    compose(editor, "ㄱ", "그", "글")
    commit(editor, "글")
    escape(editor)

    assert kept(editor) == "오늘 구운 밤식빵한글"


def test_escape_while_composing_only_cancels_the_syllable(editor):
    compose(editor, "ㅎ", "하")
    escape(editor, composing=True)
    assert typed(editor) is not None
    compose(editor, "")
    assert typed(editor) == "오늘 구운 밤식빵"
    escape(editor)

    assert typed(editor) is None
    assert kept(editor) == "오늘 구운 밤식빵"


def test_a_syllable_replaces_what_is_selected(editor):
    editor.evaluate("editor.editor.easel.editing.selectAll()")
    compose(editor, "ㅂ", "바", "밤")
    commit(editor, "밤")
    escape(editor)

    assert kept(editor) == "밤"


def test_leaving_in_the_middle_of_a_syllable_keeps_it_once(editor):
    compose(editor, "ㅎ", "하", "한")
    editor.evaluate("editor.editor.easel.stopEditing()")

    assert kept(editor) == "오늘 구운 밤식빵한"


def test_nothing_is_sent_while_a_syllable_is_composed(editor):
    seqs = "editor.editor.session.seq"
    before = editor.evaluate(seqs)
    compose(editor, "ㅎ", "하", "한")
    editor.wait_for_timeout(1500)
    assert editor.evaluate(seqs) == before
    assert editor.locator("[data-save-state]").get_attribute("data-save-state") == "saving"
    commit(editor, "한")
    escape(editor)
    editor.wait_for_selector('[data-save-state="saved"][data-seq="1"]')

    assert editor.evaluate(seqs) == before + 1


def test_a_session_of_typing_is_one_step_back(editor):
    for syllable in ("한", "글", "날"):
        compose(editor, "ㅎ", syllable)
        commit(editor, syllable)
    editor.keyboard.type(" 2026")
    escape(editor)
    assert kept(editor) == "오늘 구운 밤식빵한글날 2026"
    editor.evaluate("editor.editor.run('undo')")

    assert kept(editor) == "오늘 구운 밤식빵"


def test_pieces_of_hangul_from_a_mac_are_put_together(editor):
    editor.evaluate(
        """() => {
          const field = editor.editor.easel.editing.hiddenTextarea
          field.value += "\\u1112\\u1161\\u11ab\\r\\n"
          field.dispatchEvent(new InputEvent("input", { bubbles: true }))
        }"""
    )
    escape(editor)

    assert kept(editor) == "오늘 구운 밤식빵한\n"
