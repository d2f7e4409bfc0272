"""The composer: three arguments from the given facts, in one voice, the same for the same seed."""

import re
import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from agents.gateway.grammar import FOLDER, TONES, patterns, scenes, table
from agents.gateway.grammar.english import formed as english
from agents.gateway.grammar.english import short_name as english_name
from agents.gateway.grammar.english import with_article
from agents.gateway.grammar.korean import formed as korean
from agents.gateway.grammar.korean import short_name as korean_name
from agents.gateway.grammar.points import Point, points, stated
from agents.gateway.lint import lint, obeyed, review
from agents.gateway.lint.given import Given, fields, numbers
from agents.gateway.providers import composer
from agents.gateway.types import LIMITS, CopyText, Direction, Fact, TextTask, Voice
from agents.gateway.wishes import REASONS, WISHES, understood
from brands.claims import find
from brands.intent import read, settle
from brands.menus import MENUS
from sparklio.lib.speech import level, sentences

VECTORS = Path(__file__).parents[1] / "vectors"
BRIEFS = tomllib.loads((VECTORS / "briefs.toml").read_text(encoding="utf-8"))["brief"]
PROMPTS = tomllib.loads((VECTORS / "prompts.toml").read_text(encoding="utf-8"))["prompt"]
EVERY_BRIEF = pytest.mark.parametrize("brief", BRIEFS, ids=[brief["slug"] for brief in BRIEFS])
KINDS = {
    "features": ("feature", "spec"), "offers": ("discount", "offer"), "prices": ("price",),
    "periods": ("period",), "places": ("place",),
}  # fmt: skip


def order(text, *, brand="우리가게", tone="friendly", seed=7, **fields):
    intent = read(text)
    settled = settle(intent, MENUS[intent.menu], {}, brand=brand, tone=tone)
    given = {
        "lang": settled.lang, "tone": tone, "menu": settled.menu, "goal": settled.goal, "seed": seed,
        "product": settled.product, "brand": settled.brand, "audience": settled.audience,
        "channel": settled.channel, "facts": settled.facts, "must_include": settled.must_include,
        "avoid": settled.forbidden,
    }  # fmt: skip
    return TextTask(**(given | fields))


def of_brief(brief, **fields):
    return order(brief["text"], brand=brief["brand"], tone=brief["tone"], **fields)


def written(task):
    """The three pieces of copy of a task."""
    return [composer.copy(task, direction) for direction in composer.concept(task).directions]


def whole(copy):
    return " ".join(line for _, line in fields(copy))


X1 = BRIEFS[0]["text"]


@EVERY_BRIEF
def test_a_brief_is_understood_as_it_was_meant(brief):
    intent = read(brief["text"])

    for name in ("lang", "menu", "product", "formats"):
        assert getattr(intent, name) == brief[name]
    assert intent.audience == brief.get("audience", "")
    assert intent.forbidden == brief.get("forbidden", [])
    assert intent.must_include == brief.get("must_include", [])
    assert [finding.text for finding in intent.claims] == brief.get("claims", [])
    for name, kinds in KINDS.items():
        assert intent.said(*kinds) == brief.get(name, [])


@EVERY_BRIEF
def test_three_directions_differ_in_argument_and_in_hook(brief):
    directions = composer.concept(of_brief(brief)).directions

    assert len({direction.angle for direction in directions}) == 3
    assert len({direction.hook for direction in directions}) == 3
    assert all(direction.argument and direction.name for direction in directions)


@EVERY_BRIEF
@pytest.mark.parametrize("tone", TONES)
def test_every_draft_is_approved_by_the_reviewer(brief, tone):
    task = of_brief(brief).model_copy(update={"tone": tone})

    for copy in written(task):
        verdict = review(copy, task)
        assert [issue for issue in verdict.issues if issue.severity == "error"] == []
        assert verdict.approval_status == "approved", (copy, verdict.issues)


@pytest.mark.parametrize("row", PROMPTS, ids=[row["text"][:30] for row in PROMPTS])
def test_no_prompt_makes_copy_that_breaks_a_rule(row):
    task = order(row["text"], tone=TONES[len(row["text"]) % 5], seed=len(row["text"]))

    for copy in written(task):
        assert [issue for issue in lint(copy, task) if issue.severity == "error"] == []


@EVERY_BRIEF
def test_promises_and_leads_are_quotes_of_the_facts(brief):
    task = of_brief(brief)
    said = {fact.text for fact in task.facts}

    for direction in composer.concept(task).directions:
        assert set(direction.lead) <= said
        assert direction.core_promise == ", ".join(direction.lead)[:160]


def vocabulary(lang):
    """Every word that stands in the grammar of a language itself."""
    text = " ".join(path.read_text(encoding="utf-8") for path in (FOLDER / lang).glob("*.toml"))
    return set(re.findall(r"[가-힣]+|[a-z]+", text.lower()))


VOCABULARY = {lang: vocabulary(lang) for lang in ("ko", "en")}
ARTICLES = {"a", "an", "the", "there", "here", "s", "are", "is", "this", "these", "also", "at", "in"}
PARTICLES = {
    "은", "는", "이", "가", "을", "를", "과", "와", "로", "으로", "의", "에", "에서", "까지", "이라면",
    "라면", "이에요", "예요", "이면", "면", "엔", "도",
}  # fmt: skip
ENDINGS = {"랑", "이랑", "입니다", "이라", "라", "해요", "합니다", "돼요", "됩니다", "께", "에게", "부터"}


@EVERY_BRIEF
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_is_said_but_given_words_and_the_grammars_own(brief, seed):
    task = of_brief(brief, seed=seed)
    given = Given(task)
    known = VOCABULARY[task.lang] | ARTICLES | PARTICLES | ENDINGS
    turned = [stated(point, formal) for point in points(task.facts, task.lang) for formal in (True, False)]
    known |= set(re.findall(r"[가-힣]+|[a-z]+", f"{given.text} {given.name} {' '.join(turned)}".lower()))

    for copy in written(task):
        for name, line in fields(copy):
            if name == "hashtags":
                continue
            assert numbers(line) <= given.numbers
            left = re.findall(r"[가-힣]+|[a-z]+", given.without(line).lower())
            assert [word for word in left if not _is_known(word, known)] == [], line


def _is_known(word, known):
    return word in known or any(word.endswith(p) and word.removesuffix(p) in known for p in PARTICLES)


@EVERY_BRIEF
def test_hashtags_name_what_was_given_or_nothing_in_particular(brief):
    task = of_brief(brief)
    given = re.sub(r"[^\w]", "", Given(task).text).casefold()
    harmless = {tag.casefold() for scene in scenes(task.lang) for tag in scene.tags}

    for copy in written(task):
        assert 3 <= len(copy.hashtags) <= 10
        for tag in copy.hashtags:
            assert tag[1:].casefold() in given or tag[1:].casefold() in harmless


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_there_are_more_than_forty_patterns_over_five_tones(lang):
    every = [*patterns(lang, "headline"), *patterns(lang, "subheadline"), *patterns(lang, "sentence")]
    per_tone = Counter(tone for pattern in every for tone in pattern.tones)

    assert len(every) >= 150
    assert all(per_tone[tone] >= 40 for tone in TONES)


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_no_pattern_makes_a_claim_or_names_a_number(lang):
    fixed = [
        pattern.fixed for kind in ("headline", "subheadline", "sentence") for pattern in patterns(lang, kind)
    ]
    fixed += [words for group in table(lang, "small")["cta"].values() for words in group]
    for scene in scenes(lang):
        fixed += [
            *scene.moments,
            *scene.todays,
            *scene.cta,
            *scene.tries,
            *(s for line in scene.lines for s in line),
        ]

    assert [(text, [finding.text for finding in find(text)]) for text in fixed if find(text)] == []
    assert [text for text in fixed if re.search(r"\d", text)] == []


def test_korean_patterns_keep_the_level_of_their_tone():
    polite, formal = {"friendly", "emotional", "urgent"}, {"professional", "premium"}
    for kind in ("headline", "subheadline", "sentence"):
        for pattern in patterns("ko", kind):
            for sentence in sentences(re.sub(r"\{[^}]*\}", "소금빵", pattern.text)):
                said = level(sentence)
                assert said != "banmal", pattern.text
                assert not (said == "haeyo" and pattern.tones & formal), pattern.text
                assert not (said == "hamnida" and pattern.tones & polite), pattern.text


def test_scene_lines_come_in_both_levels():
    for scene in scenes("ko"):
        for polite, formal in scene.lines:
            assert (level(polite), level(formal)) == ("haeyo", "hamnida"), (polite, formal)


def test_the_same_seed_writes_the_same_words_and_another_other_words():
    assert written(order(X1, seed=1)) == written(order(X1, seed=1))
    assert written(order(X1, seed=1)) != written(order(X1, seed=2))


def test_every_round_brings_other_headlines():
    rounds = [{copy.headline for copy in written(order(X1, round=at))} for at in range(4)]

    assert all(one != other for one, other in pairwise(rounds))
    assert len(set().union(*rounds)) >= 8


def test_different_arguments_lead_with_different_things():
    task = order("겨울 코트 20% 할인 이번 주말만! 특징은 구스 충전재와 방수 원단. 인스타 피드", tone="urgent")
    offer, feature = written(task)[:2]

    assert "20%" in offer.headline
    assert "구스 충전재" in feature.headline or "방수 원단" in feature.headline


def test_forbidden_expressions_never_appear_even_where_the_facts_have_them():
    task = order(X1, voice=Voice(forbidden=["노이즈"]), avoid=["만나"])

    for copy in written(task):
        assert "노이즈" not in whole(copy)
        assert "만나" not in whole(copy)


def test_what_must_be_said_is_said_letter_for_letter():
    task = order("소금빵 포스터", must_include=["매일 아침의 이유", "오늘 구운 빵만"])

    for copy in written(task):
        assert "매일 아침의 이유" in whole(copy)
        assert "오늘 구운 빵만" in whole(copy)


def test_the_brands_key_message_finds_its_place():
    task = order("소금빵 포스터", voice=Voice(key_messages=["밀가루부터 고릅니다"]))

    assert all("밀가루부터 고릅니다" in whole(copy) for copy in written(task))


def test_only_what_is_new_is_greeted_as_new():
    old = composer.copy(
        order("소금빵 포스터"), Direction(angle="newness", name="n", argument="a", hook="h" * 60)
    )
    new = composer.concept(order("신메뉴 딸기라떼 포스터"))

    assert "처음" not in old.headline and "왔어요" not in old.headline
    assert "newness" in [direction.angle for direction in new.directions]


def test_a_product_without_a_short_name_still_gets_a_headline_that_says_more():
    long = "프리미엄 유기농 엑스트라버진 올리브오일 선물세트 프로페셔널 에디션"
    task = TextTask(lang="ko", product=long, seed=3)

    for copy in written(task):
        assert 4 <= len(copy.headline) <= LIMITS["ko"]["headline"].most
        assert "only-a-name" not in {issue.slug for issue in lint(copy, task)}


def test_a_task_without_anything_still_gets_words():
    for lang in ("ko", "en"):
        for copy in written(TextTask(lang=lang)):
            assert copy.headline


def test_lists_with_prices_show_no_single_price():
    copy = written(order("가을 메뉴판 포스터: 밤라떼 6,500원, 무화과 케이크 7,000원"))[0]

    assert copy.price == ""
    assert copy.bullets == ["밤라떼 6,500원", "무화과 케이크 7,000원"]


# Wishes and rejections -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "slugs"),
    [
        ("너무 길어요", ("shorter",)), ("Too long, please trim it", ("shorter",)),
        ("느낌표 빼 주세요", ("no_exclamation",)), ("no exclamation marks", ("no_exclamation",)),
        ("재촉하는 느낌이에요", ("no_urgency",)), ("less pushy", ("no_urgency",)),
        ("가격을 넣어 주세요", ("mention_price",)), ("mention the price", ("mention_price",)),
        ("더 정중하게", ("more_formal",)), ("너무 딱딱해요", ("warmer",)), ("too formal", ("warmer",)),
        ("할인 기간이 안 보여요", ("mention_deal", "mention_period")), ("where is it?", ("mention_place",)),
    ],
)  # fmt: skip
def test_a_reason_in_plain_words_is_understood(reason, slugs):
    assert set(slugs) <= set(understood([reason]).slugs)


def test_words_to_avoid_and_to_use_are_taken_out_of_a_reason():
    asked = understood(["'어때요'라는 말은 빼 주세요. '오늘만'이라는 문구 꼭 넣어 주세요"])

    assert (asked.avoid, asked.include) == (("어때요",), ("오늘만",))


@pytest.mark.parametrize("reason", [reason.slug for reason in REASONS if reason.slug != "mention_price"])
def test_every_ready_reason_is_obeyed_and_shown(reason):
    task = order(X1, tone="urgent", round=1, reasons=[reason])

    for copy in written(task):
        (answer,) = obeyed(copy, task)
        assert answer.kept, (reason, copy)
        assert answer.shown["ko"] and answer.shown["en"]


def test_a_price_that_was_never_given_is_asked_for_and_not_invented():
    task = order(X1, reasons=["mention_price"])
    copy = written(task)[0]

    assert copy.price == ""
    assert obeyed(copy, task)[0].kept is False


def test_a_price_that_was_given_is_shown_when_asked_for():
    task = order("딸기라떼 5,900원 포스터", reasons=["가격이 안 보여요"])

    for copy in written(task):
        assert obeyed(copy, task)[0].kept
        assert copy.price == "5,900원"


def test_a_word_named_in_a_rejection_is_gone_in_the_next_round():
    task = order("소금빵 포스터", reasons=["'어때요'라는 말은 빼 주세요"], round=1)

    for copy in written(task):
        assert "어때요" not in whole(copy)
        assert obeyed(copy, task)[0].kept


# Rewriting -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("wish", [*WISHES, "느낌표 없이", "make it less pushy"])
@pytest.mark.parametrize("field", ["headline", "subheadline", "body", "cta"])
@pytest.mark.parametrize("text", [X1, "소금빵", "20% off winter coats this weekend only, story please"])
def test_a_line_gets_at_least_three_other_wordings_that_break_no_rule(text, field, wish):
    task = order(text)
    copy = written(task)[0]
    line = getattr(copy, field)

    offers = composer.rewrite(line, wish, task, field=field)

    assert 3 <= len({offer.text for offer in offers}) == len(offers)
    for offer in offers:
        changed = copy.model_copy(update={field: offer.text})
        assert offer.text != line
        assert offer.reason["ko"] and offer.reason["en"]
        slugs = {issue.slug for issue in lint(changed, task) if issue.severity == "error"}
        assert slugs <= {"only-a-name"}, (offer.text, slugs)


def test_a_question_is_asked_for_and_given():
    offers = composer.rewrite("노이즈 캔슬링, X1의 기본입니다", "question", order(X1), field="headline")

    assert offers[0].text.endswith("?")


def test_formal_endings_turn_polite_and_back():
    task = order("소금빵 포스터")
    warm = composer.rewrite("소금빵을 소개합니다. 오늘도 굽습니다.", "warmer", task, field="body")
    stiff = composer.rewrite("소금빵을 소개해요.", "more_formal", task, field="body")

    assert warm[0].text == "소금빵을 소개해요. 오늘도 구워요."
    assert stiff[0].text == "소금빵을 소개합니다."


# Grammar ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("noise cancelling", "noise cancelling"), ("24-hour battery", "a 24-hour battery"),
        ("8-hour battery", "an 8-hour battery"), ("ocean view", "an ocean view"),
        ("LED display", "an LED display"), ("USB charger", "a USB charger"),
        ("unique design", "a unique design"), ("hour of peace", "an hour of peace"),
        ("automatic invoices", "automatic invoices"), ("no added sugar", "no added sugar"),
        ("live music", "live music"), ("free trial", "a free trial"), ("20% off", "20% off"),
        ("honest price", "an honest price"), ("European oak", "a European oak"),
    ],
)  # fmt: skip
def test_english_articles(noun, said):
    assert with_article(noun) == said


@pytest.mark.parametrize(
    ("product", "form", "said"),
    [
        ("winter coats", "is", "the winter coats are"), ("X1", "is", "X1 is"),
        ("strawberry latte", "the", "the strawberry latte"), ("Ledgerly", "the", "Ledgerly"),
        ("Sunday pottery class", "the", "the Sunday pottery class"),
        ("winter coats", "this", "these are the winter coats"),
        ("winter coats", "one", "winter coats"), ("yoga class", "one", "the yoga class"),
        ("vetted walkers", "there", "there are vetted walkers"),
        ("rooftop pool", "there", "there's a rooftop pool"),
    ],
)  # fmt: skip
def test_english_agreement(product, form, said):
    assert english(product, form) == said


@pytest.mark.parametrize(
    ("product", "name"),
    [
        ("무선 이어폰 X1", "X1"), ("회계 앱 세모장부", "세모장부"), ("초경량 텐트 바람집", "바람집"),
        ("강아지 수제 간식 브랜드 멍푸드", "멍푸드"), ("카네이션 꽃다발", "카네이션 꽃다발"),
        ("접이식 캠핑 의자", "접이식 캠핑 의자"), ("딸기라떼", "딸기라떼"),
        ("Galaxy Buds 3 Pro 케이스", "Galaxy Buds 3 Pro 케이스"),
    ],
)  # fmt: skip
def test_a_name_is_found_behind_its_kind(product, name):
    assert korean_name(product) == name


def test_english_names_stand_behind_their_kind():
    assert english_name("wireless earbuds X1") == "X1"
    assert english_name("winter coats") == "winter coats"
    assert english_name("Lost & Found Vintage Market") == "Lost & Found Vintage Market"


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("노이즈 캔슬링", "noun"), ("24시간 배터리", "noun"), ("무게 1.8kg", "measure"),
        ("초보자도 가능", "state"), ("겉은 바삭하고 속은 촉촉한", "modifier"),
        ("회의가 끝나면 요약이 도착해요", "clause"), ("예약 필수", "condition"),
    ],
)  # fmt: skip
def test_korean_facts_have_a_shape(text, shape):
    assert points([Fact(kind="feature", text=text)], "ko") == [Point(text, shape)]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("noise cancelling", "noun"), ("waterproof", "adjective"), ("saves 5 hours a week", "verb"),
        ("beginners welcome", "state"), ("baked every morning", "state"), ("16 kg", "measure"),
        ("it folds flat", "clause"), ("truffle ramen $14", "measure"),
    ],
)  # fmt: skip
def test_english_facts_have_a_shape(text, shape):
    assert points([Fact(kind="feature", text=text)], "en") == [Point(text, shape)]


def test_statements_take_the_level_of_the_tone():
    clause, state = Point("요약이 도착해요", "clause"), Point("초보자도 가능", "state")

    assert (stated(clause, False), stated(clause, True)) == ("요약이 도착해요", "요약이 도착합니다")
    assert (stated(state, False), stated(state, True)) == ("초보자도 가능해요", "초보자도 가능합니다")


def test_korean_slots_take_the_right_particle():
    assert korean("X1", "을/를") == "X1을"
    assert korean("X1", "") == "X1"


def test_copy_is_a_value_that_crosses_the_gateway():
    copy = written(order(X1))[0]

    assert CopyText.model_validate(copy.model_dump(mode="json")) == copy
