"""A sentence is read by rules: what is found was said, and what was not said is not found."""

import time
import tomllib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brands.claims import find
from brands.intent import LONGEST, missing, read, settle
from brands.menus import MENUS
from sparklio.lib.refusal import Refusal

VECTORS = Path(__file__).parents[1] / "vectors" / "prompts.toml"
PROMPTS = tomllib.loads(VECTORS.read_text(encoding="utf-8"))["prompt"]
X1 = (
    "무선 이어폰 X1을 위한 인스타그램 광고 이미지를 만들어줘. "
    "타겟은 2030 직장인이고, 노이즈 캔슬링과 24시간 배터리가 주요 특징이야."
)
KINDS = {
    "features": ("feature", "spec"), "offers": ("discount", "offer"), "prices": ("price",),
    "periods": ("period",), "places": ("place",),
}  # fmt: skip


@pytest.mark.parametrize("row", PROMPTS, ids=[row["text"][:40] for row in PROMPTS])
def test_a_prompt_is_understood(row):
    intent = read(row["text"])

    found = {name: getattr(intent, name) for name in ("lang", "menu", "product", "brand", "audience", "tone")}
    found |= {name: getattr(intent, name) for name in ("channels", "formats", "forbidden", "must_include")}
    found |= {name: intent.said(*kinds) for name, kinds in KINDS.items()}
    found |= {"withhold": intent.withhold, "claims": [finding.text for finding in intent.claims]}
    assert {name: value for name, value in found.items() if value} == {
        k: v for k, v in row.items() if k != "text"
    }


@pytest.mark.parametrize("row", PROMPTS, ids=[row["text"][:40] for row in PROMPTS])
def test_every_fact_is_a_quote_with_its_place(row):
    intent = read(row["text"])

    for fact in intent.facts:
        assert intent.text[fact.start : fact.end] == fact.text


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_and_facts_are_quotes(text):
    try:
        intent = read(text)
    except Refusal:
        return
    for fact in intent.facts:
        assert intent.text[fact.start : fact.end] == fact.text


@pytest.mark.parametrize("text", ["", "   \n ", "!!!", "😊😊", "\x00"])
def test_a_message_without_words_is_refused(text):
    with pytest.raises(Refusal, match=r"product name|상품 이름"):
        read(text)


def test_a_message_of_20_000_characters_is_refused_with_its_length():
    with pytest.raises(Refusal, match="20,000"):
        read("소금빵 포스터 " * 2500)


def test_a_message_of_5_000_characters_is_read_quickly():
    text = ("안녕하세요 저희는 작은 카페인데 이번에 딸기라떼를 새로 출시했어요. 5,900원이에요. " * 120)[
        :LONGEST
    ]
    began = time.perf_counter()

    intent = read(text)

    assert intent.product == "딸기라떼"
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    "text", ["가" * 5000, "1" * 5000, "a, " * 1600, "1,234원 " * 600, "'가' " * 1200, "- a\n" * 1200]
)
def test_no_text_can_make_reading_slow(text):
    began = time.perf_counter()

    read(text[:LONGEST])

    assert time.perf_counter() - began < 10


def test_a_decomposed_message_is_read_as_the_composed_one():
    intent = read(unicodedata.normalize("NFD", X1))

    assert intent.text == X1
    assert intent.features == ["노이즈 캔슬링", "24시간 배터리"]


def test_the_language_of_the_copy_may_be_asked_for():
    assert read("영어로 만들어줘. 소금빵 포스터").lang == "en"
    assert read("salt bread poster in Korean").lang == "ko"
    assert read("소금빵 포스터", lang="en").lang == "en"


def test_the_menu_that_was_picked_on_the_page_stays():
    assert read("소금빵", menu="blog").menu == "blog"
    assert read("소금빵 포스터", menu="nonsense").menu == "sns"


def test_facts_come_from_files_with_their_name():
    lines = [
        "# 동네빵집 소금빵",
        "",
        "특징: 겉바속촉, 프랑스산 버터",
        "- 매일 아침 7시 굽기",
        "가격: 3,200원",
    ]
    sheet = "\n".join([*lines, "국내 최고의 맛"])

    intent = read("첨부한 소개서로 포스터 만들어줘", sources=[("소개서.md", sheet)])

    assert intent.product == "동네빵집 소금빵"
    assert [(fact.kind, fact.text) for fact in intent.facts] == [
        ("feature", "겉바속촉"),
        ("feature", "프랑스산 버터"),
        ("feature", "매일 아침 7시 굽기"),
        ("price", "3,200원"),
    ]
    assert {fact.source for fact in intent.facts} == {"file:소개서.md"}
    assert all(sheet[fact.start : fact.end] == fact.text for fact in intent.facts)
    assert [claim.text for claim in intent.claims] == ["최고의"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("국내 최고 소금빵", "superlative"), ("No.1 카페", "number-one"),
        ("100% 효과", "hundred-percent"),
        ("무조건 합격", "absolute"), ("암이 완치돼요", "medical"), ("부작용 없는 차", "safety"),
        ("타사보다 저렴해요", "competitor"), ("스타벅스보다 맛있는 라떼", "competitor"),
        ("수익 보장", "guarantee"),
        ("세계 최초 AI 칫솔", "first-or-only"), ("world's best coffee", "superlative"),
        ("a guaranteed cure", "guarantee"), ("the #1 app", "number-one"), ("cures acne", "medical"),
        ("no side effects", "safety"), ("better than Samsung", "competitor"),
        ("lowest prices", "first-or-only"),
        ("하루 만에 5kg 빠지는 차", "medical"), ("clinically proven serum", "medical"),
    ],
)  # fmt: skip
def test_a_claim_is_found_with_its_reason_and_something_softer(text, claim):
    findings = find(text)

    assert claim in [finding.slug for finding in findings]
    for finding in findings:
        assert text[finding.start : finding.end] == finding.text
        assert all(finding.why[lang] and finding.softer[lang] for lang in ("ko", "en"))


@pytest.mark.parametrize(
    "text",
    [
        "순면 100% 티셔츠", "100% cotton tee", "최고 기온 30도", "최대 20% 할인", "this weekend only",
        "best before 2026", "1등급 한우", "24시간 배터리", "노이즈 캔슬링", "물리치료사 과정",
        "better sleep", "국내산 쌀", "무료 배송",
    ],
)  # fmt: skip
def test_ordinary_words_are_no_claims(text):
    assert [finding.text for finding in find(text)] == []


def test_what_the_person_forbids_is_no_claim_of_theirs():
    intent = read("'최고'라는 말은 쓰지 말고 소금빵 포스터 만들어줘")

    assert (intent.forbidden, intent.claims) == (["최고"], [])


def test_a_claim_never_becomes_a_fact():
    intent = read("세계 최고의 노이즈 캔슬링과 24시간 배터리가 특징인 이어폰 X1 광고. 부작용 없음!")

    assert all(not find(text) for text in intent.features)
    assert "24시간 배터리" in intent.features


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Soap bars, free delivery on orders over $50", "free delivery on orders over $50"),
        ("Spend over £30 and get a free tote", "Spend over £30 and get a free tote"),
        ("Gifts under $25", "under $25"), ("Gifts up to £40", "up to £40"),
        ("비누 세트, 5만원 이상 구매 시 무료 배송", "5만원 이상 구매 시 무료 배송"),
        ("5만원 미만 선물 세트", "5만원 미만"), ("3만원 이하 와인", "3만원 이하"),
    ],
)  # fmt: skip
def test_an_amount_that_is_a_condition_is_no_price_and_keeps_its_words(text, said):
    intent = read(text)

    assert (intent.price, said in [fact.text for fact in intent.facts]) == ("", True)


@pytest.mark.parametrize(
    ("text", "discount"),
    [
        ("Poster for our bike shop: 15% off helmets until 3 June", "15% off helmets"),
        ("자전거 가게 포스터, 헬멧 15% 할인", "헬멧 15% 할인"),
        ("체험 농장, 어린이 50% 할인", "어린이 50% 할인"),
        ("Pizzas, $10 off orders over $50", "$10 off orders over $50"),
    ],
)
def test_a_discount_on_some_things_is_not_read_as_one_on_everything(text, discount):
    assert read(text).said("discount") == [discount]


def test_only_what_is_missing_is_asked_and_at_most_four():
    known = read(X1)
    bare = read("소금빵")

    assert [question.slug for question in missing(known, MENUS["sns"], {})] == ["offer", "tone"]
    assert [q.slug for q in missing(bare, MENUS["sns"], {})] == ["channel", "features", "offer", "audience"]
    assert missing(known, MENUS["sns"], {"offer": "none", "tone": "premium"}) == []


def test_required_questions_come_first():
    asked = missing(read("광고 기획해줘", menu="brief"), MENUS["brief"], {})

    assert [question.required for question in asked] == [True, True, False, False]


def test_what_is_skipped_is_said():
    settled = settle(read("소금빵"), MENUS["sns"], {}, brand="동네빵집", tone="emotional")

    assert (settled.product, settled.brand, settled.tone) == ("소금빵", "동네빵집", "emotional")
    assert [gap.field for gap in settled.assumed] == ["channel", "features", "offer", "audience", "tone"]
    assert all(gap.text["ko"] and gap.text["en"] for gap in settled.assumed)


def test_answers_become_facts_with_their_place():
    answers = {
        "features": "겉바속촉, 국내산 버터와 우유",
        "offer": "이번 주말만 10% 할인",
        "channel": ["story", "print"],
        "tone": "premium",
    }

    settled = settle(read("소금빵"), MENUS["sns"], answers)

    assert [(fact.kind, fact.text, fact.source) for fact in settled.facts] == [
        ("feature", "겉바속촉", "answer:features"),
        ("feature", "국내산 버터", "answer:features"),
        ("feature", "우유", "answer:features"),
        ("discount", "10% 할인", "answer:offer"),
        ("period", "이번 주말만", "answer:offer"),
    ]
    assert (settled.formats, settled.tone) == (["story", "a4_poster"], "premium")


@pytest.mark.parametrize("nothing", ["없음", "없어요", "None", "no"])
def test_no_offer_is_an_answer_and_no_fact(nothing):
    assert settle(read("소금빵"), MENUS["sns"], {"offer": nothing}).facts == []


def test_claims_in_answers_are_kept_out_and_named():
    settled = settle(read("소금빵"), MENUS["sns"], {"features": "국내 최고의 맛, 프랑스산 버터"})

    assert "프랑스산 버터" in [fact.text for fact in settled.facts]
    assert [claim.text for claim in settled.claims] == ["최고의"]
    assert all(not find(fact.text) for fact in settled.facts)


def test_what_must_not_be_mentioned_is_no_fact_of_the_brief():
    intent = read("제주 감귤 주스 포스터, 12,000원인데 가격은 빼줘")

    assert intent.said("price") == ["12,000원"]
    assert settle(intent, MENUS["sns"], {}).facts == []


def test_a_brief_without_a_product_takes_the_brands_name():
    assert settle(read("포스터 만들어줘"), MENUS["sns"], {}, brand="동네빵집").product == "동네빵집"
