"""The work page under real hands: lines save themselves, hints disturb nobody, keys reach everything."""

import re

import pytest
from playwright.sync_api import expect

from agents.models import Run
from assets.models import Draft, Suggestion
from brands.models import Brief
from tests import make
from tests.browser.conftest import PHONE, expected, serious

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def english(ann):
    ann.language = "en"
    ann.save()


@pytest.fixture
def drafts(brief):
    Brief.objects.filter(pk=brief.pk).update(state="reviewing")
    return [make.draft(brief, place=place) for place in (1, 2, 3)]


@pytest.fixture
def page(open_page, ann, brief, drafts):
    opened = open_page(ann, f"/briefs/{brief.pk}/")
    expect(opened.locator(".draft")).to_have_count(3)
    return opened


def line(page, draft, name):
    return page.locator(f"#words-{draft.pk}-{name}")


def saved(page, draft):
    return page.locator(f"#draft-{draft.pk}-saved")


def hint(page, name):
    page.evaluate("name => document.body.dispatchEvent(new CustomEvent(name))", name)


def copy_of(draft):
    return Draft.objects.get(pk=draft.pk).copy


def test_a_line_saves_itself_and_the_caret_stays(page, drafts):
    field = line(page, drafts[0], "headline")
    field.fill("조용한 하루")
    field.press("ArrowLeft")

    expect(saved(page, drafts[0])).to_have_text("Saved")
    assert copy_of(drafts[0])["headline"] == "조용한 하루"
    assert field.evaluate("area => [area === document.activeElement, area.selectionStart]") == [True, 5]


def test_leaving_a_line_saves_it_at_once(page, drafts):
    line(page, drafts[0], "cta").fill("지금 보기")
    line(page, drafts[0], "headline").focus()

    expect(saved(page, drafts[0])).to_have_text("Saved")
    assert copy_of(drafts[0])["cta"] == "지금 보기"


def test_two_lines_changed_quickly_are_both_saved(page, drafts):
    line(page, drafts[0], "headline").fill("조용한 하루")
    line(page, drafts[0], "cta").fill("지금 보기")
    line(page, drafts[1], "headline").focus()

    expect(page.locator(f"#draft-{drafts[0].pk}")).to_have_attribute("data-version", "3")
    expect(saved(page, drafts[0])).to_have_text("Saved")
    assert (copy_of(drafts[0])["headline"], copy_of(drafts[0])["cta"]) == ("조용한 하루", "지금 보기")


def test_what_the_studio_tidies_up_is_shown_when_the_line_is_left(page, drafts):
    field = line(page, drafts[0], "bullets")
    field.fill("하나\n\n둘 ")
    line(page, drafts[0], "headline").focus()

    expect(field).to_have_value("하나\n둘")
    expect(saved(page, drafts[0])).to_have_text("Saved")


def test_who_comes_second_chooses_between_both_texts(page, drafts):
    field = line(page, drafts[0], "headline")
    field.focus()
    Draft.objects.filter(pk=drafts[0].pk).update(copy={**make.COPY, "headline": "벤의 제목"}, version=2)
    field.fill("앤의 제목")

    clash = page.locator(".clash")
    expect(clash).to_contain_text("벤의 제목")
    expect(clash).to_contain_text("앤의 제목")
    assert copy_of(drafts[0])["headline"] == "벤의 제목"
    expected(page, "409")
    clash.get_by_role("button", name="Take mine").click()
    expect(clash).to_have_count(0)
    assert copy_of(drafts[0])["headline"] == "앤의 제목"


def test_a_change_of_another_line_meanwhile_is_no_clash(page, drafts):
    line(page, drafts[0], "headline").focus()
    Draft.objects.filter(pk=drafts[0].pk).update(copy={**make.COPY, "cta": "벤의 버튼"}, version=2)
    line(page, drafts[0], "headline").fill("앤의 제목")

    expect(saved(page, drafts[0])).to_have_text("Saved")
    expect(line(page, drafts[0], "cta")).to_have_value("벤의 버튼")
    assert copy_of(drafts[0])["headline"] == "앤의 제목"


def test_a_clash_is_found_even_if_a_hint_came_while_writing(page, drafts):
    field = line(page, drafts[0], "headline")
    field.press_sequentially("!")
    Draft.objects.filter(pk=drafts[0].pk).update(copy={**make.COPY, "headline": "벤의 제목"}, version=2)
    hint(page, "drafts.changed")
    expect(page.locator(f"#draft-{drafts[0].pk}")).to_have_attribute("data-version", "2")

    expect(page.locator(".clash")).to_contain_text("벤의 제목")
    assert copy_of(drafts[0])["headline"] == "벤의 제목"
    expected(page, "409")


def test_a_refused_line_keeps_what_was_typed(page, drafts):
    field = line(page, drafts[0], "headline")
    field.fill("가나다라마바사 " * 12)

    expect(page.locator("#problem")).to_contain_text("60")
    expect(field).to_have_value("가나다라마바사 " * 12)
    expect(saved(page, drafts[0])).to_contain_text("Not saved yet")
    expected(page, "422")


def test_a_studio_that_does_not_answer_loses_no_word(page, drafts):
    page.route("**/edit/", lambda route: route.abort())
    field = line(page, drafts[0], "headline")
    field.fill("조용한 하루")
    expect(saved(page, drafts[0])).to_contain_text("Not saved yet")
    page.unroute("**/edit/")

    expect(saved(page, drafts[0])).to_have_text("Saved", timeout=10_000)
    assert copy_of(drafts[0])["headline"] == "조용한 하루"
    expected(page, "ERR_FAILED", "Failed to fetch")


def test_nothing_is_approved_while_a_line_is_not_saved(page, drafts):
    page.route("**/edit/", lambda route: route.abort())
    line(page, drafts[0], "headline").fill("조용한 하루")
    page.locator(f"#decide-{drafts[0].pk} [data-verb=approve] button").click()

    expect(saved(page, drafts[0])).to_contain_text("Not approved")
    assert Draft.objects.get(pk=drafts[0].pk).status == "draft"
    page.unroute("**/edit/")
    expect(saved(page, drafts[0])).to_have_text("Saved", timeout=10_000)
    expected(page, "ERR_FAILED", "Failed to fetch")


def test_a_syllable_is_not_saved_before_it_is_done(page, drafts):
    field = line(page, drafts[0], "cta")
    field.fill("")
    keys = page.context.new_cdp_session(page)
    sent = []
    page.on("request", lambda request: sent.append(request.post_data) if "/edit/" in request.url else None)
    keys.send("Input.imeSetComposition", {"text": "하", "selectionStart": 1, "selectionEnd": 1})
    page.wait_for_timeout(1600)
    assert not sent
    keys.send("Input.insertText", {"text": "한"})

    expect(saved(page, drafts[0])).to_have_text("Saved")
    assert copy_of(drafts[0])["cta"] == "한"


def test_a_redraw_leaves_open_what_a_person_opened(page, drafts):
    fold = page.locator(f"#draft-{drafts[0].pk}-more")
    fold.locator("summary").click()
    Draft.objects.filter(pk=drafts[1].pk).update(
        direction={"name": "새 이름", "argument": "x", "angle": "offer"}
    )
    hint(page, "drafts.changed")

    expect(page.locator(f"#draft-{drafts[1].pk}-name")).to_have_text("새 이름")
    expect(fold).to_have_attribute("open", "")


def test_a_new_round_waits_while_somebody_writes(page, brief, drafts):
    line(page, drafts[0], "headline").focus()
    Draft.objects.update(status="superseded")
    make.draft(brief, round=2)
    hint(page, "drafts.changed")

    page.get_by_role("button", name="Show it").click()
    expect(page.locator(".rounds__link[aria-current]")).to_have_text("Round 2")


def test_a_new_round_shows_itself_when_nobody_writes(page, brief, drafts):
    Draft.objects.update(status="superseded")
    make.draft(brief, round=2)
    hint(page, "drafts.changed")

    expect(page.locator(".rounds__link[aria-current]")).to_have_text("Round 2")


def test_a_suggestion_arrives_at_its_line_and_is_taken_with_one_click(page, drafts):
    Suggestion.objects.create(
        draft=drafts[0], field="cta", before=make.COPY["cta"], after="들어 보기", reason="짧게"
    )
    hint(page, "drafts.changed")
    page.locator(".offer").get_by_role("button", name="Use it").click()

    expect(line(page, drafts[0], "cta")).to_have_value("들어 보기")
    assert copy_of(drafts[0])["cta"] == "들어 보기"


def test_a_picture_opens_large_and_the_arrows_walk_through_the_drafts(open_page, ann, brief, drafts):
    for draft in drafts:
        picture = make.picture(brief.brand)
        draft.look = {"thumbnails": {draft.content["pages"][0]["id"]: str(picture.pk)}}
        draft.save()
    page = open_page(ann, f"/briefs/{brief.pk}/")
    button = page.locator(f"#draft-{drafts[0].pk} .draft__picture")
    button.click()
    name = page.locator("#preview-name")
    expect(name).to_have_text(drafts[0].direction["name"])
    page.keyboard.press("ArrowRight")
    expect(name).to_have_text(drafts[1].direction["name"])
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(name).to_have_text(drafts[2].direction["name"])

    page.keyboard.press("Escape")
    expect(page.locator(f"#draft-{drafts[2].pk} .draft__picture")).to_be_focused()


def test_starting_by_keyboard_leads_the_focus_to_the_drafts(open_page, ann, brief):
    page = open_page(ann, f"/briefs/{brief.pk}/")
    page.locator("#form button[name=skip]").focus()
    page.keyboard.press("Enter")

    expect(page.locator("#drafts")).to_be_focused()
    assert Run.objects.filter(brief=brief, maker="pm").exists()


def test_on_a_phone_one_column_shows_at_a_time_and_the_result_comes_first(open_page, ann, brief, drafts):
    page = open_page(ann, f"/briefs/{brief.pk}/", viewport=PHONE)
    expect(page.locator("#drafts")).to_be_visible()
    expect(page.locator("#context")).to_be_hidden()
    page.get_by_role("button", name="Brief", exact=True).click()

    expect(page.locator("#context")).to_be_visible()
    expect(page.locator("#drafts")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_a_socket_the_page_asks_by_itself_after_15_seconds(open_page, ann, brief, drafts):
    page = open_page(ann, "/")
    page.add_init_script("addEventListener('socket.lost', () => (window.lost = true), {capture: true})")
    page.clock.install()
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/regions/" in request.url else None)
    page.goto(f"/briefs/{brief.pk}/")
    while not page.evaluate("window.lost"):
        page.wait_for_timeout(50)
    page.clock.run_for(14_000)
    assert not asked
    page.clock.run_for(12_000)

    assert {re.search(r"regions/(\w+)/", url)[1] for url in asked} == {"stage", "runs", "drafts", "talk"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [None, PHONE], ids=["desktop", "phone"])
def test_the_work_page_has_no_serious_finding(open_page, ann, brief, drafts, scheme, viewport):
    Suggestion.objects.create(draft=drafts[0], field="cta", before="x", after="들어 보기", reason="짧게")
    page = open_page(ann, f"/briefs/{brief.pk}/", viewport=viewport, color_scheme=scheme)
    for column in ["context", "result", "talk"]:
        page.evaluate("name => document.querySelector('.workroom__floor').dataset.shown = name", column)
        page.evaluate("document.querySelectorAll('main details').forEach((each) => (each.open = true))")
        assert not serious(page)


def test_the_page_that_asks_has_no_serious_finding(open_page, ann, brief):
    page = open_page(ann, f"/briefs/{brief.pk}/")

    assert not serious(page)
