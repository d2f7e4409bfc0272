"""The work page: one sentence in, a short form, a plan with its price, and work that explains itself."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agents.actions.work import open_brief
from agents.models import Run
from brands.models import Brief, Message
from studio.regions import REGIONS
from tests import make
from tests.studio.work_page import HTMX, page_of, post, words_of, worker

SENTENCE = (
    "무선 이어폰 X1을 위한 인스타그램 광고 이미지를 만들어줘. "
    "타겟은 2030 직장인이고, 노이즈 캔슬링과 24시간 배터리가 주요 특징이야."
)


@pytest.fixture
def asked(brand, ann):
    """A brief as the front door opens it."""
    return open_brief(brand=brand, text=SENTENCE, by=ann)


@pytest.fixture
def at_work(brief, ann):
    return worker(brief, ann)


def test_a_sentence_opens_a_brief_and_leads_to_its_page(client, brand, ann):
    answer = post(client, ann, "ask", brand.pk, text=SENTENCE)

    brief = Brief.objects.get()
    assert answer.headers["HX-Redirect"] == reverse("studio:brief", args=[brief.pk])
    assert brief.messages.first().text == SENTENCE


def test_without_htmx_the_same_sentence_leads_there_too(client, brand, ann):
    client.force_login(ann)
    answer = client.post(reverse("studio:ask", args=[brand.pk]), {"text": SENTENCE})

    assert answer.url == reverse("studio:brief", args=[Brief.objects.get().pk])


@pytest.mark.parametrize("text", ["", "   ", "가" * 20_000])
def test_a_sentence_that_cannot_be_taken_is_refused_in_place_and_nothing_is_kept(client, brand, ann, text):
    answer = post(client, ann, "ask", brand.pk, text=text)

    assert (answer.status_code, answer.headers["HX-Retarget"]) == (422, "#problem")
    assert not Brief.objects.exists()


def test_a_file_that_is_not_what_it_says_is_refused_and_no_brief_is_left(client, brand, ann):
    fake = SimpleUploadedFile("photo.png", b"<html><script>alert(1)</script>", content_type="image/png")
    answer = post(client, ann, "ask", brand.pk, text=SENTENCE, uploads=[fake])

    assert answer.status_code == 422
    assert not Brief.objects.exists()


def test_the_page_marks_the_facts_in_the_persons_own_words(client, asked, ann):
    html = page_of(client, ann, asked).content.decode()

    marked = re.findall(r'<mark class="said__fact"[^>]*>([^<]+)</mark>', html)
    assert "노이즈 캔슬링" in marked
    assert "24시간 배터리" in marked
    assert all(text in SENTENCE for text in marked)


def test_the_plan_says_who_where_how_long_and_how_much_before_anything_is_spent(client, asked, ann):
    ann.language = "en"
    ann.save()
    page = words_of(page_of(client, ann, asked))

    for word in ["What will happen", "Strategist", "Copywriter", "Reviewer", "this machine", "₩0"]:
        assert word in page
    assert not Run.objects.exists()


def test_generate_now_is_there_whatever_is_missing(client, asked, ann):
    html = page_of(client, ann, asked).content.decode()

    assert 'name="skip"' in html


def test_the_form_asks_nothing_that_was_said(client, asked, ann):
    html = page_of(client, ann, asked).content.decode()
    form = html[html.index('id="form"') : html.index("</form>", html.index('id="form"'))]

    assert 'id="ask-audience"' not in form
    assert 'id="ask-features"' not in form


def test_answering_and_starting_is_one_click(client, asked, ann):
    answer = post(client, ann, "answer", asked.pk, **{"pick-tone": "premium"})

    asked.refresh_from_db()
    assert (asked.tone, asked.state) == ("premium", "making")
    assert Run.objects.get(brief=asked, maker="pm").state == "queued"
    assert "runs.changed" in answer.headers["HX-Trigger"]


def test_own_words_win_over_a_ready_answer(client, asked, ann):
    post(client, ann, "answer", asked.pk, **{"pick-audience": "대학생", "own-audience": "야근하는 팀장"})

    asked.refresh_from_db()
    assert asked.audience == "야근하는 팀장"


def test_skipping_takes_no_answer_and_starts(client, asked, ann):
    post(client, ann, "answer", asked.pk, **{"pick-tone": "premium", "skip": "yes"})

    asked.refresh_from_db()
    assert asked.tone != "premium"
    assert Run.objects.filter(brief=asked, maker="pm").exists()


def test_two_clicks_start_one_round(client, asked, ann):
    post(client, ann, "answer", asked.pk, skip="yes")
    post(client, ann, "answer", asked.pk, skip="yes")

    assert Run.objects.filter(brief=asked, maker="pm").count() == 1


def test_what_was_understood_can_be_changed_in_place(client, asked, ann):
    answer = post(client, ann, "amend", asked.pk, question="audience", **{"own-audience": "자취생"})

    asked.refresh_from_db()
    assert asked.audience == "자취생"
    assert "자취생" in answer.content.decode()


def test_saving_nothing_says_what_to_do(client, asked, ann):
    assert post(client, ann, "amend", asked.pk, question="audience").status_code == 422


def test_a_text_put_to_the_brief_is_listed_and_its_facts_are_marked_by_file(client, asked, ann):
    text = SimpleUploadedFile("spec.txt", "무게는 4.2g입니다.".encode(), content_type="text/plain")
    answer = post(client, ann, "add_files", asked.pk, uploads=[text])

    assert answer.status_code == 200
    assert "spec.txt" in answer.content.decode()


def test_the_talk_is_kept_in_order(client, asked, ann):
    Message.objects.create(brief=asked, speaker="person", by=ann, text="가격을 먼저 보여줘")
    page = words_of(page_of(client, ann, asked))

    assert page.index("무선 이어폰 X1을 위한") < page.index("가격을 먼저 보여줘")


@pytest.mark.parametrize("name", REGIONS)
def test_a_region_drawn_alone_is_the_same_part_as_on_the_page(client, asked, ann, name):
    page = page_of(client, ann, asked).content.decode()
    alone = client.get(reverse("studio:region", args=[asked.pk, name]), headers=HTMX).content.decode()

    assert squeezed(alone) in squeezed(page)


def squeezed(html):
    return re.sub(r"\s+", " ", html[html.index("<") :]).strip()


def test_a_region_that_does_not_exist_is_not_found(client, asked, ann):
    page_of(client, ann, asked)

    assert client.get(reverse("studio:region", args=[asked.pk, "nothing"])).status_code == 404


def addresses(brief, run):
    yield "get", "brief", brief.pk, {}
    for name in REGIONS:
        yield "get", "region", (brief.pk, name), {}
    yield "post", "answer", brief.pk, {"skip": "yes"}
    yield "post", "amend", brief.pk, {"question": "audience", "own-audience": "x"}
    yield "post", "add_files", brief.pk, {}
    yield "post", "regenerate", brief.pk, {}
    yield "post", "cancel_run", run.pk, {}
    yield "post", "ask_run_again", run.pk, {}
    yield "post", "ask", brief.brand_id, {"text": SENTENCE}


def test_a_stranger_finds_none_of_it_and_changes_nothing(client, brief, cleo, at_work):
    run = at_work()
    client.force_login(cleo)
    before = list(Brief.objects.values())

    for verb, name, key, fields in addresses(brief, run):
        keys = key if isinstance(key, tuple) else [key]
        answer = getattr(client, verb)(reverse(f"studio:{name}", args=keys), fields)
        assert answer.status_code == 404, name
    run.refresh_from_db()
    assert (list(Brief.objects.values()), run.state, Run.objects.count()) == (before, "running", 1)


def test_a_viewer_sees_everything_and_makes_nothing(client, brief, brand, at_work):
    run = at_work()
    vera = make.member(brand, "Vera", role="viewer")
    client.force_login(vera)

    for verb, name, key, fields in addresses(brief, run):
        keys = key if isinstance(key, tuple) else [key]
        answer = getattr(client, verb)(reverse(f"studio:{name}", args=keys), fields, headers=HTMX)
        assert answer.status_code == (200 if verb == "get" else 403), name
    assert "hx-post" not in client.get(reverse("studio:brief", args=[brief.pk])).content.decode()


def test_the_anonymous_are_asked_to_sign_in(client, brief):
    answer = client.get(reverse("studio:brief", args=[brief.pk]))

    assert answer.status_code == 302
    assert "login" in answer.url


def test_the_page_takes_the_same_queries_however_long_the_story(
    client, brief, ann, at_work, django_assert_max_num_queries
):
    at_work("strategist", "done", at_work(state="done"))
    page_of(client, ann, brief)
    with django_assert_max_num_queries(40) as few:
        page_of(client, ann, brief)
    for _ in range(3):
        root = at_work(state="done")
        for maker in ["strategist", "copywriter", "designer", "reviewer"]:
            at_work(maker, "done", root)
    Message.objects.bulk_create(
        Message(brief=brief, speaker="person", by=ann, text=f"말 {number}") for number in range(40)
    )
    with django_assert_max_num_queries(40) as many:
        page_of(client, ann, brief)

    assert len(many.captured_queries) == len(few.captured_queries)


def test_a_small_screen_opens_with_the_talk_while_asking_and_with_the_result_after(
    client, asked, brief, ann, at_work
):
    at_work()

    assert 'data-shown="talk"' in page_of(client, ann, asked).content.decode()
    assert 'data-shown="result"' in page_of(client, ann, brief).content.decode()
