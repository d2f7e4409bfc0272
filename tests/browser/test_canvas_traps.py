"""Every trap of Fabric 7 that was proved before we built on it (F1–F17), each held shut by a test."""

import json
from pathlib import Path

import pytest

from assets.document import build
from assets.document.fonts import PACKAGES
from tests.browser.conftest import WATCH, complains, problems_of
from tests.browser.easel_page import SCRIPTS, serve

pytestmark = pytest.mark.browser
ASSET = "11111111-1111-4111-8111-111111111111"


@pytest.fixture(scope="module")
def address():
    url, stop = serve()
    yield url
    stop()


@pytest.fixture
def easel(chromium, address):
    """A page with an easel that is not open yet; it must not break the policy or log an error."""
    page = chromium.new_page()
    page.errors = []
    page.add_init_script(WATCH)
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda line: page.errors.append(line.text) if complains(line) else None)
    page.goto(address)
    page.wait_for_function("() => window.ready")
    yield page
    problems = [problem for problem in problems_of(page) if "404" not in problem]
    page.close()
    assert not problems, problems


def paper(*objects, **options):
    return build.page("custom", 600, 600, objects, id="page00000001", **options)


def box(id="box000000001", left=100, top=100, **options):
    return build.rect((left, top, 100, 100), id=id, **{"fill": "#ff0000", **options})


def words(text="글자", **options):
    return build.text(text, (50, 50, 400, 80), id="words0000001", **{"size": 40, **options})


def show(easel, page, **options):
    return easel.evaluate("([page, options]) => openEasel(page, options)", [page, options])


def told(easel, name):
    return [each for each in easel.evaluate("told") if each["name"] == name]


def place(easel, x, y):
    """Window pixels of a page point."""
    return easel.evaluate(
        """([x, y]) => {
          const [zoom, , , , left, top] = window.easel.canvas.viewportTransform
          const { left: at, top: from } = window.easel.host.getBoundingClientRect()
          return [at + left + x * zoom, from + top + y * zoom]
        }""",
        [x, y],
    )


def drag(easel, start, end, *, release=True):
    easel.mouse.move(*place(easel, *start))
    easel.mouse.down()
    for step in (1, 2, 3, 4):
        part = step / 4
        easel.mouse.move(*place(easel, *[a + (b - a) * part for a, b in zip(start, end, strict=True)]))
    if release:
        easel.mouse.up()


def pixels(easel, page, points):
    return easel.evaluate(
        """async ([page, points]) => {
          const canvas = await stage.paint(page, resources)
          const ctx = canvas.getContext("2d")
          return points.map(([x, y]) => [...ctx.getImageData(x, y, 1, 1).data])
        }""",
        [page, points],
    )


def test_f1_a_picture_that_does_not_load_keeps_its_place_and_its_id(easel):
    picture = build.image(ASSET, (100, 300, 200, 200), id="picture00001")
    show(easel, paper(box(), picture))
    drag(easel, (150, 150), (190, 150))

    kept = easel.evaluate("window.easel.canvas.getObjects().map(({neutral}) => neutral)")
    assert kept[1] == picture
    assert pixels(easel, paper(picture), [(110, 310)]) == [[0xE8, 0xEA, 0xEE, 255]]


def test_f2_an_unknown_type_is_a_locked_box_and_everything_else_is_drawn(easel):
    stranger = {**box("stranger0001", 300, 300), "type": "hologram"}
    bare = {"id": "bare00000001", "type": "com.elsewhere.Thing"}

    assert show(easel, paper(box(), stranger, bare)) == 3
    drag(easel, (350, 350), (450, 450))
    assert told(easel, "carried") == []
    assert pixels(easel, paper(box(), stranger), [(150, 150)]) == [[255, 0, 0, 255]]


def test_f3_data_with_a_type_of_its_own_is_not_taken_for_an_object(easel):
    tagged = box(meta={"type": "text", "nested": {"type": "Rect"}}, ext={"polotno": {"type": "figure"}})
    show(easel, paper(tagged))
    drag(easel, (150, 150), (180, 150))

    kept = easel.evaluate("window.easel.canvas.getObjects()[0].neutral")
    assert (kept["meta"], kept["ext"]) == (tagged["meta"], tagged["ext"])


def test_f4_what_moves_in_a_selection_is_told_in_page_pixels(easel):
    show(easel, paper(box(), box("box000000002", 300, 300)))
    easel.evaluate("window.easel.select(['box000000001', 'box000000002'])")
    easel.keyboard.down("Control")  # no snapping
    drag(easel, (150, 150), (170, 190))
    easel.keyboard.up("Control")

    (carried,) = told(easel, "carried")
    motion = carried["motion"]
    assert sorted(carried["ids"]) == ["box000000001", "box000000002"]
    assert motion["to"]["x"] - motion["from"]["x"] == pytest.approx(20, abs=1)
    assert motion["to"]["y"] - motion["from"]["y"] == pytest.approx(40, abs=1)
    assert (motion["scale"], motion["turned"]) == (1, 0)


def test_f5_locks_live_in_the_document_and_hold(easel):
    show(easel, paper(box(locks=["move", "resize"]), box("box000000002", 300, 300, locks=["select"])))
    drag(easel, (150, 150), (250, 250))
    drag(easel, (350, 350), (450, 450))

    assert told(easel, "carried") == []
    assert (
        easel.evaluate("window.easel.selected") == []
    )  # a rubber band from there takes nothing locked either


def test_f6_the_page_has_its_own_size_whatever_the_canvas_has(easel):
    show(easel, paper(box()))
    size = easel.evaluate(
        "(page) => stage.paint(page, resources).then(({ width, height }) => [width, height])",
        build.page("custom", 2480, 3508),
    )

    assert size == [2480, 3508]


def test_f7_a_picture_can_be_made_in_the_middle_of_a_drag_with_guides(easel):
    show(easel, paper(box(left=248)))
    drag(easel, (300, 150), (302, 250), release=False)

    assert pixels(easel, paper(box()), [(150, 150)]) == [[255, 0, 0, 255]]
    easel.mouse.up()


def test_f8_the_rubber_band_stays_when_something_is_drawn_meanwhile(easel):
    show(easel, paper(box(left=450, top=450)))
    drag(easel, (50, 50), (300, 300), release=False)
    count = """() => {
      const top = window.easel.canvas.contextTop
      const { data } = top.getImageData(0, 0, top.canvas.width, top.canvas.height)
      return data.filter((value, at) => at % 4 === 3 && value > 0).length
    }"""
    before = easel.evaluate(count)
    easel.evaluate("window.easel.canvas.renderAll()")

    assert before > 10_000
    assert easel.evaluate(count) == before
    easel.mouse.up()
    assert easel.evaluate(count) == 0


def test_f9_a_colour_that_is_none_paints_nothing_and_breaks_nothing(easel):
    bad = {"type": "linear", "angle": 90, "stops": [{"at": 0, "color": "url(#x)"}, {"at": 1, "color": "red"}]}
    broken = {
        **box(),
        "style": {**box()["style"], "fill": bad, "shadow": {"x": 1, "y": 1, "blur": 2, "color": "?"}},
    }

    assert pixels(easel, paper(broken, box("box000000002", 300, 300)), [(150, 150), (350, 350)]) == [
        [255, 255, 255, 255],
        [255, 0, 0, 255],
    ]


def test_f10_words_can_be_typed_in_a_modal_dialog(easel):
    easel.evaluate("document.getElementById('dialog').append(document.getElementById('easel'))")
    easel.evaluate("document.getElementById('dialog').showModal()")
    show(easel, paper(words()))
    easel.evaluate("window.easel.editText('words0000001', { all: true })")
    easel.keyboard.type("typed")

    assert easel.evaluate("window.easel.editing.text") == "typed"
    assert easel.evaluate("document.activeElement.closest('dialog') !== null")


def test_f11_nothing_stays_behind_when_the_easel_is_closed(easel):
    show(easel, paper(words()))
    easel.evaluate("window.easel.editText('words0000001')")
    assert easel.locator("textarea").count() == 1
    easel.evaluate("window.easel.close()")

    assert easel.locator("textarea").count() == 0


def test_f12_words_are_measured_with_their_own_font_even_if_it_comes_late(easel):
    text = words("스파클 AVATAR", font="Black Han Sans")
    width = "window.easel.canvas.getObjects()[0].getLineWidth(0)"
    show(easel, paper(words("스파클 AVATAR")))
    early = easel.evaluate(width)
    easel.evaluate("(page) => window.easel.sync(page)", paper(text))  # nobody waits for the font here
    easel.wait_for_function("() => !resources.fonts.pending(window.easel.page.objects)")
    easel.wait_for_timeout(100)
    fresh = easel.evaluate(
        "async (page) => (await stage.measure(page, resources)).words0000001.widths[0]", paper(text)
    )

    assert easel.evaluate(width) == pytest.approx(fresh)
    assert fresh != pytest.approx(early, abs=1)


def test_f13_the_browser_takes_every_design_font(easel):
    states = easel.evaluate(
        """async () => {
          const table = await (await fetch("/fonts.json")).json()
          await Promise.all(table.map(({ family, weight }) => resources.fonts.load(family, weight)))
          return [...document.fonts].map(({ status }) => status)
        }"""
    )

    assert len(states) > 15
    assert set(states) == {"loaded"}


def test_f14_the_canvas_can_be_reached_and_says_what_it_is(easel):
    show(easel, paper(box()))
    easel.keyboard.press("Tab")

    assert easel.evaluate("document.activeElement === window.easel.canvas.upperCanvasEl")
    assert easel.evaluate(
        "['role', 'aria-label'].map((name) => document.activeElement.getAttribute(name))"
    ) == [
        "application",
        "Page",
    ]


def test_f15_keys_typed_in_words_do_not_reach_the_page(easel):
    show(easel, paper(words("abc")))
    easel.evaluate("window.easel.editText('words0000001')")
    strokes = easel.evaluate(
        """async () => {
          const { isTyping } = await import("canvas/keys")
          window.seen = []
          document.addEventListener("keydown", (event) => seen.push([event.key, isTyping(event)]))
        }"""
    )
    for key in ("Delete", "Control+z", "Control+g", "t"):
        easel.keyboard.press(key)
    strokes = easel.evaluate("seen.filter(([key]) => key !== 'Control')")

    assert strokes
    assert all(typing for _key, typing in strokes)


def test_f16_fabric_is_new_enough_and_its_own_formats_are_never_used():
    version = json.loads((PACKAGES / "fabric" / "package.json").read_text())["version"]
    sources = "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS.rglob("*.js"))

    assert tuple(map(int, version.split("."))) >= (7, 4, 0)
    for name in ("toSVG", "toObject(", "toJSON", "loadFromJSON", "loadSVG", "enlivenObjects", "toDataURL"):
        assert name not in sources


def test_f16_only_the_stage_knows_fabric():
    knowing = [path for path in SCRIPTS.rglob("*.js") if 'from "fabric"' in path.read_text(encoding="utf-8")]

    allowed = {Path("canvas/stage.js")} | {
        p.relative_to(SCRIPTS) for p in (SCRIPTS / "canvas/stage").glob("*.js")
    }
    assert {path.relative_to(SCRIPTS) for path in knowing} <= allowed


def test_f17_handles_guides_and_veil_are_never_in_the_picture(easel):
    page = paper(box(), box("box000000002", 550, 550))
    show(easel, page)
    points = [(100, 100), (150, 95), (100, 150), (596, 596), (300, 20)]
    before = pixels(easel, page, points)
    easel.evaluate("window.easel.select(['box000000001'])")
    drag(easel, (150, 150), (153, 150), release=False)

    assert pixels(easel, page, points) == before
    easel.mouse.up()


def test_a_word_longer_than_its_box_does_not_widen_the_box(easel):
    long = build.text("초고속무선충전보조배터리", (50, 50, 120, 300), size=40, id="words0000001")
    show(easel, paper(long))

    made = easel.evaluate(
        "(({ width, height, textLines }) => ({ width, height, textLines }))(window.easel.canvas.item(0))"
    )
    assert (made["width"], made["height"]) == (120, 300)
    assert len(made["textLines"]) > 3
