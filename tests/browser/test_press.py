"""The press draws what the editor shows, at exact sizes, and survives its browser."""

import io
import os
import signal
import threading
import time
from pathlib import Path

import pytest
from PIL import Image

from assets.chromium import NoChromium
from assets.document import build
from assets.document.measure import block_height
from assets.document.wrap import wrap_styled
from assets.press import Press
from sparklio.lib.refusal import Refusal

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def press():
    made = Press()
    yield made
    made.close()


def no_pictures(asset):
    return None


def square(*objects, **options):
    return build.document(
        "Test", [build.page("instagram_square", 1080, 1080, objects, id="page00000001", **options)]
    )


def draw(press, document, **options):
    content = press.render(document, document["pages"][0]["id"], **{"images": no_pictures, **options})
    return Image.open(io.BytesIO(content))


def png(color, size=(8, 8)):
    out = io.BytesIO()
    Image.new("RGB", size, color).save(out, "PNG")
    return out.getvalue(), "image/png"


@pytest.mark.parametrize(("form", "kind"), [("png", "PNG"), ("jpeg", "JPEG"), ("webp", "WEBP")])
def test_a_page_comes_out_in_the_format_and_size_asked_for(press, form, kind):
    picture = draw(press, square(build.rect((0, 0, 540, 1080), fill="#ff0000")), format=form)

    assert (picture.format, picture.size) == (kind, (1080, 1080))
    red, white = picture.convert("RGB").getpixel((200, 500)), picture.convert("RGB").getpixel((800, 500))
    assert red[0] > 250 and max(red[1:]) < 6
    assert min(white) > 250


def test_a_poster_for_print_has_every_pixel(press):
    page = build.page("a4_poster", 2480, 3508, [build.rect((2380, 3408, 100, 100), fill="#00ff00")])
    picture = draw(press, build.document("Poster", [page]))

    assert picture.size == (2480, 3508)
    assert picture.convert("RGB").getpixel((2479, 3507)) == (0, 255, 0)


def test_a_thumbnail_may_be_asked_for_by_width(press):
    assert draw(press, square(), width=320).size == (320, 320)


def test_a_picture_fills_its_box_with_its_crop(press):
    half = Image.new("RGB", (100, 50), "#0000ff")
    half.paste("#ff0000", (50, 0, 100, 50))
    out = io.BytesIO()
    half.save(out, "PNG")
    shown = build.image("a", (0, 0, 400, 400), natural=(100, 50), crop={"x": 0.5, "y": 0, "w": 0.5, "h": 1})
    picture = draw(press, square(shown), images=lambda asset: (out.getvalue(), "image/png")).convert("RGB")

    assert picture.getpixel((60, 200)) == (255, 0, 0)
    assert picture.getpixel((380, 390)) == (255, 0, 0)
    assert picture.getpixel((420, 200)) == (255, 255, 255)


def test_the_same_asset_id_with_other_content_is_never_mixed_up(press):
    document = square(build.image("same-id", (0, 0, 1080, 1080)))
    seen = [
        draw(press, document, images=lambda asset, color=color: png(color))
        .convert("RGB")
        .getpixel((500, 500))
        for color in ("#ff0000", "#00ff00")
    ]

    assert seen == [(255, 0, 0), (0, 255, 0)]


def test_a_missing_picture_leaves_a_place_holder_and_the_rest_of_the_page(press):
    document = square(build.image("gone", (0, 0, 300, 300)), build.rect((600, 600, 100, 100), fill="#123456"))
    picture = draw(press, document).convert("RGB")

    assert picture.getpixel((5, 5)) == (0xE8, 0xEA, 0xEE)
    assert picture.getpixel((650, 650)) == (0x12, 0x34, 0x56)


def test_the_browser_breaks_lines_where_python_does(press):
    words = "출근길 소음, 이제는 안녕. 노이즈 캔슬링과 24시간 배터리로 하루가 조용해집니다"
    texts = [
        build.text(
            words,
            (50, 50, width, 400),
            size=size,
            weight=weight,
            font=font,
            balance=balance,
            letter_spacing=spacing,
        )
        for font, weight in [
            ("Pretendard", 800),
            ("Gowun Batang", 400),
            ("Jua", 400),
            ("Black Han Sans", 400),
        ]
        for width, size in [(300, 48), (700, 64), (90, 40)]
        for balance in (False, True)
        for spacing in (0, -0.025)
    ]
    seen = press.measure(square(*texts))

    for each in texts:
        props = each["props"]
        wanted = wrap_styled(words, each["transform"]["w"], props)
        box = seen[each["id"]]
        assert box["lines"] == wanted
        assert box["height"] == pytest.approx(
            block_height(len(wanted), props["fontSize"], props["lineHeight"])
        )


def test_a_size_nobody_could_open_is_refused(press):
    with pytest.raises(Refusal):
        draw(press, square(), scale=100)


def test_a_browser_that_dies_is_started_again(press):
    document = square()
    draw(press, document)
    for pid in browsers():
        os.kill(pid, signal.SIGKILL)

    assert draw(press, document).size == (1080, 1080)


def test_many_threads_share_one_press(press):
    sizes = []
    threads = [
        threading.Thread(target=lambda w=w: sizes.append(draw(press, square(), width=w).size))
        for w in range(101, 107)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert sorted(sizes) == [(w, w) for w in range(101, 107)]


def test_a_press_without_a_browser_says_what_to_install():
    with pytest.raises(NoChromium, match="Install one"):
        draw(Press(chromium="/nowhere/chromium"), square())


def test_a_tab_is_opened_anew_after_some_pages():
    small = Press(recycle_after=2)
    assert [draw(small, square(), width=50).size for _ in range(5)] == [(50, 50)] * 5
    small.close()


def test_a_warm_page_takes_a_blink(press):
    document = square(build.text("빠르게", (100, 100, 800, 300), size=120), build.rect((0, 900, 1080, 180)))
    draw(press, document, format="jpeg")
    took = []
    for _ in range(9):
        start = time.perf_counter()
        draw(press, document, format="jpeg")
        took.append(time.perf_counter() - start)

    assert sorted(took)[0] < 0.1  # 20–40 ms on a quiet machine; the best of nine forgives a busy one


def browsers():
    """Chromium processes that this test run started."""
    ours = {os.getpid()}
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(") ", 1)[1].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(fields[1])
    grown = True
    while grown:
        more = {pid for pid, parent in parents.items() if parent in ours} - ours
        grown, ours = bool(more), ours | more
    return [pid for pid in ours if pid != os.getpid() and "chromium" in command(pid)]


def command(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().split("\0")[0]
    except OSError:
        return ""
