"""Designs: whatever copy, kit, picture, format, language: what a layout returns passes preflight."""

import random
import re
from dataclasses import replace
from itertools import cycle

import pytest
from PIL import Image, ImageDraw

from assets.checks import passes, preflight_page
from assets.composition import Composition, CopyText, KitLook
from assets.document import build
from assets.document.schema import check_document
from assets.document.subject import look
from assets.document.view import PageView
from assets.formats import formats
from assets.layout import Layout
from assets.layouts import LAYOUTS, compose_document, known_photos, offer
from assets.sheet import Unfit
from assets.specimens import PICTURES, copies, kits, photo, picture

ENOUGH = 6  # layouts that must suit any brief
ALL = [(slug, name) for slug in formats() for name in copies()]


def brief(format="instagram_square", words="usual", kit="tech", shown=None, mode="", seed=0) -> Composition:
    (copy, lang), (dress, own) = copies()[words], kits()[kit]
    return Composition(formats()[format], copy, dress, shown and photo(shown), mode or own, lang, seed)


def mixes(format: str, words: str) -> list[Composition]:
    """For one format and copy: with and without a photo, light and dark, kits and photos by turns."""
    dice = random.Random(f"{format}/{words}")
    names = dice.sample(list(kits()), 4)
    pictures = cycle(dice.sample(list(PICTURES), 2))
    turns = zip(names, ("light", "dark") * 2, (True, False, False, True), strict=True)
    return [
        brief(format, words, kit, next(pictures) if shown else None, mode, seed=dice.randrange(9))
        for kit, mode, shown in turns
    ]


def composed(composition: Composition) -> dict[str, dict]:
    """The pages of all layouts that take the composition."""
    pages = {}
    for slug, layout in LAYOUTS.items():
        try:
            pages[slug] = layout().compose(composition)
        except Unfit as unfit:
            assert str(unfit)
    return pages


@pytest.mark.parametrize(("format", "words"), ALL[::2])
def test_every_page_of_every_layout_passes_and_enough_layouts_take_any_brief(format, words):
    for composition in mixes(format, words):
        pages = composed(composition)

        faults = {
            slug: found
            for slug, page in pages.items()
            if not passes(found := preflight_page(page, photos=known_photos([composition])))
            or any(each.slug in ("orphan", "overflow", "off_page") for each in found)
        }
        assert faults == {}
        assert len(pages) >= ENOUGH, (composition.mode, composition.look.name, bool(composition.photo))


@pytest.mark.parametrize(("format", "words"), ALL[::9])
def test_no_two_texts_touch_even_by_their_boxes_and_all_boxes_stay_within_the_page(format, words):
    for composition in mixes(format, words)[:2]:
        for slug, page in composed(composition).items():
            items = PageView(page, {}).texts
            for at, item in enumerate(items):
                box = item.spread(item.inked)
                assert box.x >= 0 and box.right <= page["width"], slug
                assert all(box.overlap(other.spread(other.inked)) < 1 for other in items[at + 1 :]), slug


def all_words(page: dict) -> str:
    return " ".join(each["props"]["text"] for each in page["objects"] if each["type"] == "text")


@pytest.mark.parametrize(("format", "words"), ALL[1::5])
def test_nothing_is_said_that_the_copy_does_not_say_and_nothing_left_out_unnoted(format, words):
    composition = mixes(format, words)[1]
    copy = composition.copy
    for slug, page in composed(composition).items():
        said, gone = all_words(page), page["meta"].get("omitted", [])
        kept = [copy.headline, copy.cta, copy.badge, copy.price, copy.legal, *copy.bullets]
        kept += [getattr(copy, name) for name in ("subheadline", "body") if name not in gone]
        assert all(part in said for part in kept), slug

        for part in sorted([*kept, composition.look.name], key=len, reverse=True):
            said = said.replace(part, " ")
        assert re.fullmatch(r"[\s0-3]*", said), slug  # only the numbers of a list are ours
        assert set(gone) <= {"subheadline", "body"}


def test_the_folder_holds_one_layout_per_file_and_each_says_what_it_is_for():
    assert len(LAYOUTS) >= 12
    for slug, layout in LAYOUTS.items():
        assert layout.__module__ == f"assets.layouts.{slug}"
        assert issubclass(layout, Layout) and set(layout.label) == {"ko", "en"}
        assert layout.photo in ("needs", "may", "never") and layout.kin and layout.character


@pytest.mark.parametrize("slug", LAYOUTS)
def test_a_page_is_a_valid_document_with_fields_bound_to_the_copy(slug):
    stored = replace(photo("product"), asset="01234567-89ab-4def-8123-456789abcdef")
    composition = replace(brief(words="full", format="a4_poster"), photo=stored)
    page = LAYOUTS[slug]().compose(composition)

    document = build.document("", [page])
    assert check_document(document) == document
    fields = {each["meta"].get("field") for each in page["objects"] if each["type"] == "text"}
    assert {"headline", "cta", "badge", "price", "bullets.0", "brand"} <= fields
    assert all(each["meta"]["source"] == "ai" for each in page["objects"])


def test_the_same_brief_and_seed_give_the_same_pages():
    one, other = offer(brief(shown="product", seed=4)), offer(brief(shown="product", seed=4))

    assert [each.page for each in one] == [each.page for each in other]


def test_seeds_give_different_choices():
    chosen = {tuple(each.layout for each in offer(brief(shown="product", seed=seed))) for seed in range(8)}

    assert len(chosen) > 3


@pytest.mark.parametrize(("format", "words"), ALL[::4])
def test_three_drafts_differ_in_layout_and_in_kind(format, words):
    found = offer(brief(format, words, shown="portrait", seed=1))

    assert len({each.layout for each in found}) == 3
    assert len({LAYOUTS[each.layout].kin for each in found}) >= 2
    assert all(passes(each.findings) for each in found)


def test_an_offer_avoids_and_prefers_what_it_is_told():
    first = offer(brief(shown="product"))[0].layout

    assert first not in {each.layout for each in offer(brief(shown="product"), avoid={first})}
    assert offer(brief(), prefer=["label_frame"])[0].layout == "label_frame"
    assert "quote" in LAYOUTS[offer(brief(words="quote"), count=1, prefer=["quote"])[0].layout].character


def test_a_price_asks_for_layouts_that_carry_one():
    chosen = [each.layout for seed in range(6) for each in offer(brief(words="price", seed=seed))]

    assert sum("price" in LAYOUTS[slug].character for slug in chosen) > len(chosen) / 2


def test_layouts_that_need_a_picture_say_so():
    for slug, layout in LAYOUTS.items():
        if layout.photo == "needs":
            with pytest.raises(Unfit, match="picture"):
                layout().compose(brief())
        assert slug


def test_a_picture_with_too_few_pixels_is_not_blown_up():
    small = look(picture("product").resize((240, 240)), asset="product")

    composition = replace(brief("a4_poster", shown="product"), photo=small)

    for proposal in offer(composition, count=6):
        assert not any(each["type"] == "image" for each in proposal.page["objects"]) or proposal.findings


@pytest.mark.parametrize("slug", [slug for slug, layout in LAYOUTS.items() if layout.photo != "never"])
def test_a_cut_out_is_shown_whole_on_a_quiet_ground(slug):
    image = Image.new("RGBA", (1200, 1200))
    ImageDraw.Draw(image).ellipse((300, 200, 800, 1100), fill="#1d4d3a")
    composition = replace(brief(words="usual"), photo=look(image, asset="cut"))
    if slug in ("benefit_rows", "fact_grid", "price_hero"):
        composition = replace(composition, copy=copies()["full"][0])

    page = LAYOUTS[slug]().compose(composition)

    assert passes(preflight_page(page, photos=known_photos([composition])))
    for each in page["objects"]:
        if each["type"] == "image":
            shown, crop = composition.photo.subject, each["props"]["crop"]
            assert (crop["x"], crop["w"]) == pytest.approx((shown.x, shown.w), abs=1e-5)
            assert each["transform"]["h"] / each["transform"]["w"] == pytest.approx(900 / 500, rel=0.05)


def test_an_emoji_is_left_out_rather_than_drawn_as_a_box():
    composition = replace(brief(), copy=CopyText("봄이 왔다 🌸", cta="보러 가기 👉"))

    page = offer(composition, count=1)[0].page

    said = all_words(page)
    assert "봄이 왔다" in said and "🌸" not in said and "👉" not in said
    assert page["meta"]["dropped"] == "🌸👉"


def test_copy_is_tidied_on_the_way_in():
    copy = CopyText.of({"headline": " 봄이   왔다\n\n 오늘 ", "bullets": ["하나", " "], "tone": "friendly"})

    assert copy.headline == "봄이 왔다\n오늘" and copy.bullets == ("하나",)


def test_a_brief_without_a_headline_has_no_designs():
    assert offer(replace(brief(), copy=CopyText("", cta="보러 가기"))) == []


def test_a_logo_is_placed_whole_and_on_a_plate_where_it_would_drown():
    image = Image.new("RGBA", (600, 200))
    ImageDraw.Draw(image).rectangle((20, 20, 579, 179), fill="#1f4fd8")
    dress = replace(kits()["tech"][0], logo=look(image, asset="logo"))

    page = LAYOUTS["giant_type"]().compose(replace(brief(), look=dress))

    objects = page["objects"]
    at, logo = next((at, each) for at, each in enumerate(objects) if each["role"] == "logo")
    assert logo["transform"]["w"] / logo["transform"]["h"] == pytest.approx(3, rel=0.01)
    assert objects[at - 1]["type"] == "shape"


def test_a_brand_without_a_name_still_gets_designs():
    nameless = replace(brief(), look=KitLook.of({"colors": {}, "fonts": {}}))

    assert len(offer(nameless)) == 3


def test_one_layout_dresses_all_formats_of_a_document():
    pieces = [brief(slug, "usual", "bakery", "bread") for slug in formats()]

    document = compose_document(pieces, title="봄 신메뉴", lang="ko")

    assert [page["format"] for page in document["pages"]] == list(formats())
    assert {page["meta"]["layout"] for page in document["pages"]} == {document["meta"]["layout"]}


def test_a_document_keeps_a_chosen_layout_and_relates_the_rest():
    pieces = [brief("instagram_square", "full", "bakery"), brief("link_card", "full", "bakery")]

    document = compose_document(pieces, title="", layout="fact_grid")

    assert document["pages"][0]["meta"]["layout"] == "fact_grid"
    assert len(document["pages"]) == 2


def test_a_hundred_pages_take_no_longer_than_a_blink_each():
    import time

    composition = brief("instagram_portrait", "full", "yellow", "street")
    composed(composition)
    start = time.process_time()

    for _ in range(5):
        composed(composition)

    assert (time.process_time() - start) / (5 * len(LAYOUTS)) < 0.06
