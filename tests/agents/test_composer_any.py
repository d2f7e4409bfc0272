"""Whatever a person types and answers, copy comes out of it: nothing raises, breaks a limit or is lost."""

from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from agents.gateway.lint import lint, review
from agents.gateway.providers import composer
from agents.gateway.types import LIMITS, Concept, TextTask, Tone
from brands.facts import Fact, FactKind
from brands.intent import read, settle
from brands.menus import MENUS
from sparklio.lib.refusal import Refusal

slow = settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None
)
words = some.text(some.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=60)
phrases = words | some.sampled_from(
    [
        "소금빵",
        "X1",
        "50,000원",
        "20% 할인",
        "2030 직장인",
        "noise cancelling",
        "to 24",
        "은/는",
        "{name}",
        "의",
        "a",
    ]
)
facts = some.builds(
    Fact, kind=some.sampled_from(get_args(FactKind)), text=phrases.filter(lambda text: text.strip())
)
tasks = some.builds(
    TextTask,
    lang=some.sampled_from(["ko", "en"]),
    tone=some.sampled_from(get_args(Tone)),
    product=phrases,
    brand=phrases,
    audience=phrases,
    goal=words.map(lambda text: text[:40]),
    facts=some.lists(facts, max_size=8),
    must_include=some.lists(phrases, max_size=3),
    avoid=some.lists(phrases, max_size=3),
    keywords=some.lists(phrases, max_size=3),
    reasons=some.lists(phrases, max_size=3),
    seed=some.integers(0, 9),
)


@slow
@given(tasks)
def test_any_order_becomes_three_copies_within_limits(task: TextTask):
    concept = composer.concept(task)
    for direction in Concept.model_validate(concept.model_dump()).directions:
        copy = composer.copy(task, direction)
        for field in ("headline", "subheadline", "body", "cta", "badge", "price", "legal"):
            assert len(getattr(copy, field)) <= LIMITS[task.lang][field].most, (field, getattr(copy, field))
        lint(copy, task)
        review(copy, task)


@slow
@given(
    phrases, some.sampled_from(["shorter", "warmer", "formal", "number", "question", "아무거나", ""]), tasks
)
def test_any_line_can_be_rewritten(line: str, wish: str, task: TextTask):
    for suggestion in composer.rewrite(line, wish, task, field="headline"):
        assert suggestion.text.strip()


@slow
@given(some.lists(phrases, min_size=1, max_size=12), some.sampled_from(sorted(MENUS)))
def test_any_message_settles_into_an_order(said: list[str], menu: str):
    try:
        intent = read(" ".join(said), menu=menu)
    except Refusal:
        return
    settled = settle(intent, MENUS[menu], {}, brand="동네")
    composer.concept(
        TextTask(
            lang=settled.lang, tone=settled.tone, product=settled.product, brand=settled.brand,
            audience=settled.audience, facts=settled.facts, must_include=settled.must_include,
            avoid=settled.forbidden, keywords=settled.keywords,
        )
    )  # fmt: skip


@pytest.mark.parametrize("length", [500, 5000])
def test_a_very_long_wish_list_still_fits_an_order(length: int):
    message = (
        "소금빵, " + "“맛있다” 쓰지 마, " * 400 + "특징은 " + ", ".join(f"특징 {n}" for n in range(300))
    )[:length]
    settled = settle(read(message), MENUS["sns"], {"offer": "1+1"}, brand="동네")
    assert len(settled.facts) <= 60
    assert any(fact.source == "answer:offer" for fact in settled.facts)


def settled_order(menu: str, message: str, **answers: str) -> TextTask:
    settled = settle(read(message, menu=menu), MENUS[menu], answers, brand="동네")
    return TextTask(
        lang=settled.lang, menu=settled.menu, tone=settled.tone, goal=settled.goal, product=settled.product,
        brand=settled.brand, audience=settled.audience, facts=settled.facts, avoid=settled.forbidden,
        must_include=settled.must_include, keywords=settled.keywords,
    )  # fmt: skip


def first_copy(task: TextTask):
    return composer.copy(task, composer.concept(task).directions[0])


def test_words_to_be_found_by_become_hashtags():
    task = settled_order("blog", "집에서 드립커피 내리는 법", keywords="홈카페, 드립커피")
    assert {"#홈카페", "#드립커피"} <= set(first_copy(task).hashtags)
    assert not [issue for issue in lint(first_copy(task), task) if issue.severity == "error"]


@pytest.mark.parametrize(
    ("message", "source", "line"),
    [
        ("동네 카페 이용 조사 카드", "자체 조사", "출처: 자체 조사"),
        ("Card about how people use our café", "Our own survey", "Source: Our own survey"),
    ],
)
def test_the_source_of_material_stands_in_the_small_print(message, source, line):
    task = settled_order("data_collection", message, points="아침 방문이 많다", source=source)
    assert line in first_copy(task).legal


def test_small_print_keeps_what_fits_where_not_all_of_it_does():
    said = [("period", "5월 8일"), ("place", "성수동 " * 40), ("other", "02-123-4567")]
    task = TextTask(product="꽃다발", facts=[Fact(kind=kind, text=text) for kind, text in said])
    assert first_copy(task).legal == "기간: 5월 8일 · 문의: 02-123-4567"


def test_a_slogan_that_no_design_could_hold_is_refused():
    with pytest.raises(Refusal, match="80"):
        MENUS["brand_kit"].clean({"slogan": "가" * 81})


def test_a_period_beside_a_discount_is_never_said_of_the_price():
    task = settled_order("sns", "소금빵 3,200원, 이번 주말만 20% 할인")
    every = composer.begin(task, "offer", []).candidates("headline", {"offer"})
    assert every and not [line for line in every if "주말" in line and "3,200원" in line]


def test_what_a_bare_name_is_counts_as_no_feature():
    task = settled_order("sns", "Tidepool, booking software for dive shops")
    drafts = [composer.begin(task, angle, []).slots for angle in ("feature", "moment")]
    assert all(slots.get("n1") != "booking software for dive shops" for slots in drafts)


def test_a_topic_is_read_and_not_visited():
    task = settled_order("blog", "집에서 드립커피 내리는 법")
    for seed in range(8):
        copy = first_copy(task.model_copy(update={"seed": seed}))
        assert "오시는 길" not in copy.body and "들러" not in copy.body
