"""What layouts measured is what the browser draws: the same lines, widths and heights."""

import pytest

from assets.contact import samples
from assets.document import build
from assets.document.view import PageView
from assets.formats import formats
from assets.layouts import LAYOUTS
from assets.press import Press
from assets.sheet import Unfit

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def press():
    press = Press()
    yield press
    press.close()


@pytest.mark.parametrize("slug", LAYOUTS)
def test_python_and_the_browser_set_the_same_lines(press, slug):
    texts = 0
    for _, composition in samples([slug], formats(), seed=3):
        try:
            page = LAYOUTS[slug]().compose(composition)
        except Unfit:
            continue
        drawn = press.measure(build.document("", [page], lang=composition.lang))
        for item in PageView(page, {}).texts:
            texts += 1
            assert drawn[item.id]["lines"] == [line.text for line in item.lines]
            assert drawn[item.id]["height"] == pytest.approx(item.tall, abs=0.5)
            for width, line in zip(drawn[item.id]["widths"], item.lines, strict=True):
                assert width == pytest.approx(line.box.w, abs=0.5)
    assert texts
