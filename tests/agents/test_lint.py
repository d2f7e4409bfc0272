"""The reviewer's rules: what may not leave, what costs points, and when a draft is approved."""

import pytest

from agents.gateway.lint import lint, obeyed, review
from agents.gateway.types import CopyText, Fact, TextTask, Voice


def task(**fields):
    facts = [Fact(kind="feature", text="노이즈 캔슬링"), Fact(kind="feature", text="24시간 배터리")]
    given = {
        "lang": "ko",
        "tone": "friendly",
        "product": "무선 이어폰 X1",
        "brand": "사운드룸",
        "facts": facts,
    }
    return TextTask(**(given | fields))


def english(**fields):
    facts = [Fact(kind="feature", text="noise cancelling"), Fact(kind="discount", text="20% off")]
    given = {
        "lang": "en",
        "tone": "friendly",
        "product": "wireless earbuds X1",
        "brand": "Roomtone",
        "facts": facts,
    }
    return TextTask(**(given | fields))


def copy(**fields):
    good = {
        "headline": "출근길엔 X1",
        "subheadline": "노이즈 캔슬링을 갖췄어요",
        "body": "재생 버튼부터 눌러 보세요.",
        "bullets": ["노이즈 캔슬링", "24시간 배터리"],
        "cta": "자세히 보기",
        "hashtags": ["#X1", "#사운드룸"],
    }
    return CopyText(**(good | fields))


def good_english(**fields):
    good = {
        "headline": "Commute, meet X1",
        "subheadline": "X1 wireless earbuds, with noise cancelling",
        "body": "Pick one song to start with.",
        "cta": "Learn more",
    }
    return CopyText(**(good | fields))


def slugs(issues, severity="error"):
    return [issue.slug for issue in issues if issue.severity == severity]


def test_good_copy_has_no_issue_and_is_approved():
    verdict = review(copy(), task())

    assert verdict.issues == []
    assert (verdict.approval_status, verdict.revision_priority, verdict.overall) == ("approved", "low", 10.0)
    assert 1 <= len(verdict.strengths) <= 5


def test_good_english_copy_is_approved():
    assert review(good_english(), english()).approval_status == "approved"


@pytest.mark.parametrize(
    ("fields", "slug"),
    [
        ({"headline": ""}, "empty"),
        ({"headline": "X1"}, "only-a-name"),
        ({"headline": "무선 이어폰 X1!"}, "only-a-name"),
        ({"headline": "최고의 이어폰 X1"}, "claim"),
        ({"body": "부작용 없는 X1을 만나 보세요."}, "claim"),
        ({"headline": "50% 할인 X1"}, "unknown-number"),
        ({"subheadline": "12월 3일부터 만나요"}, "unknown-number"),
        ({"price": "9,900원"}, "unknown-number"),
        ({"headline": "X1는 노이즈 캔슬링"}, "particle"),
        ({"subheadline": "노이즈 캔슬링를 갖췄어요"}, "particle"),
        ({"body": "오늘 X1 같이 듣자. 노이즈 캔슬링이 있어."}, "banmal"),
        ({"subheadline": "부제목"}, "generic"),
        ({"headline": "노이즈 캔슬링과 24시간 배터리를 모두 갖춘 이어폰"}, "length"),
        ({"body": "最新 이어폰이에요."}, "mixed-script"),
        ({"body": "This is a completely English body text."}, "language"),
    ],
)
def test_a_broken_rule_is_an_error(fields, slug):
    assert slug in slugs(lint(copy(**fields), task()))


@pytest.mark.parametrize(
    ("fields", "slug"),
    [
        ({"subheadline": "노이즈 캔슬링을 갖췄습니다"}, "mixed-levels"),
        ({"subheadline": "Bluetooth로 연결해요"}, "unknown-name"),
        (
            {"body": "출근길엔 좋아하는 노래를 골라 보세요.", "subheadline": "좋아하는 노래를 골라 보세요"},
            "echo",
        ),
        ({"body": "재생! 버튼부터! 눌러 보세요!"}, "shouting"),
        ({"headline": "X1!"}, "short"),
    ],
)
def test_a_weakness_is_a_warning(fields, slug):
    assert slug in slugs(lint(copy(**fields), task()), "warning")


@pytest.mark.parametrize(
    ("fields", "slug"),
    [
        ({"headline": "The world's best earbuds"}, "claim"),
        ({"headline": "30% off X1"}, "unknown-number"),
        ({"body": "노이즈 캔슬링이 있어요."}, "language"),
        ({"headline": "X1"}, "only-a-name"),
        ({"headline": "Wireless earbuds X1"}, "only-a-name"),
    ],
)
def test_english_copy_is_held_to_the_same_rules(fields, slug):
    assert slug in slugs(lint(good_english(**fields), english()))


def test_a_capitalised_name_that_nobody_gave_is_noticed_and_days_are_not():
    strange = lint(good_english(body="Tested at Harvard on a Monday."), english())

    assert [issue.message["en"] for issue in strange if issue.slug == "unknown-name"] == [
        "“Harvard” was never given."
    ]


def test_what_was_given_may_be_said_in_any_form():
    given = task(facts=[Fact(kind="price", text="5,900원"), Fact(kind="period", text="이번 주말만")])

    assert (
        lint(copy(headline="이번 주말만, X1 5900원", subheadline="X1을 만나 보세요", bullets=[]), given) == []
    )


def test_given_names_and_claims_of_material_are_no_issues():
    given = task(product="순면 100% 티셔츠", facts=[Fact(kind="feature", text="BASIC 라인")])
    words = CopyText(
        headline="BASIC 라인, 순면 100%", subheadline="순면 100% 티셔츠를 만나요", cta="자세히 보기"
    )

    assert slugs(lint(words, given)) == []


def test_forbidden_expressions_are_found_whatever_the_spacing():
    given = task(voice=Voice(forbidden=["서두 르세요"]), avoid=["Noise"])
    found = lint(copy(cta="서두르세요", body="noise 없이 들어 보세요."), given)

    assert slugs(found).count("forbidden") == 2


def test_a_phrase_that_has_to_appear_is_missed_and_offered():
    (missing,) = [i for i in lint(copy(), task(must_include=["매일의 소리"])) if i.slug == "must-include"]

    assert (missing.severity, missing.fix) == ("error", "매일의 소리")
    assert lint(copy(subheadline="매일의 소리"), task(must_include=["매일의 소리"])) == []


def test_a_wrong_particle_comes_with_the_mended_line():
    (wrong,) = [i for i in lint(copy(headline="이제 X1는 출근길에"), task()) if i.slug == "particle"]

    assert wrong.fix == "이제 X1은 출근길에"


def test_a_discount_without_dates_is_only_hinted_at():
    found = lint(good_english(badge="20% off"), english())

    assert slugs(found, "hint") == ["undated-discount"]
    assert slugs(found) == []


def test_a_topic_may_stand_as_a_headline():
    words = CopyText(
        headline="집에서 드립커피 내리는 법", subheadline="하나씩 함께 살펴봐요", cta="계속 읽기"
    )

    assert slugs(lint(words, task(product="집에서 드립커피 내리는 법", facts=[]))) == []


def test_hurry_in_a_calm_tone_is_off_tone():
    hurried = copy(headline="지금 당장, X1", subheadline="서두르세요, 곧 마감", body="놓치지 마세요.")

    assert "off-tone" in slugs(lint(hurried, task(tone="premium")))
    assert "off-tone" not in slugs(lint(hurried, task(tone="urgent")))


# The verdict (product/03 §3.2) -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "given", "most", "status"),
    [
        ({"headline": "최고의 이어폰 X1"}, {}, 4.0, "needs_revision"),
        ({"headline": "90% 할인 X1"}, {}, 4.0, "needs_revision"),
        ({"cta": "서두르세요"}, {"avoid": ["서두르"]}, 4.0, "needs_revision"),
        ({"headline": "X1"}, {}, 6.9, "needs_revision"),
        ({}, {"must_include": ["매일의 소리"]}, 8.9, "needs_revision"),
        (
            {"headline": "지금 당장, X1", "subheadline": "서두르세요", "body": "놓치지 마세요."},
            {"tone": "premium"}, 3.0, "rejected",
        ),
    ],
)  # fmt: skip
def test_a_risk_caps_the_whole(fields, given, most, status):
    verdict = review(copy(**fields), task(**given))

    assert verdict.overall <= most
    assert verdict.approval_status == status
    assert verdict.approval_reason["ko"] and len(verdict.approval_reason["ko"]) <= 200


def test_off_tone_copy_caps_tone_and_brand():
    words = copy(headline="지금 당장, X1", subheadline="서두르세요", body="놓치지 마세요.")
    verdict = review(words, task(tone="premium"))

    assert verdict.tone_match <= 3.0 and verdict.brand_alignment <= 3.0


def test_a_risk_is_flagged_and_critical():
    verdict = review(copy(headline="최고의 이어폰 X1"), task())

    assert verdict.risk_flags == ["claim"]
    assert verdict.revision_priority == "critical"
    assert verdict.weaknesses and len(verdict.weaknesses) <= 5


def test_status_and_score_never_contradict_each_other():
    for fields in (
        {},
        {"headline": "X1"},
        {"headline": "최고의 X1"},
        {"subheadline": "", "body": "", "cta": ""},
    ):
        verdict = review(copy(**fields), task())
        assert (verdict.overall >= 9) == (verdict.approval_status == "approved")
        assert (verdict.overall < 4) == (verdict.approval_status == "rejected")
        assert not (verdict.risk_flags and verdict.overall > 6)


def test_copy_that_says_nothing_given_persuades_less():
    silent = copy(headline="좋은 하루 보내세요", subheadline="오늘도 반가워요", bullets=[], hashtags=[])

    assert review(silent, task()).persuasiveness <= 6.0


def test_the_verdict_is_the_same_every_time():
    assert review(copy(), task()) == review(copy(), task())


# Wishes kept -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "fields", "kept"),
    [
        ("shorter", {}, True), ("shorter", {"headline": "노이즈 캔슬링과 함께하는 긴 출근길엔 X1"}, False),
        ("no_exclamation", {"headline": "출근길엔 X1!"}, False), ("no_exclamation", {}, True),
        ("no_urgency", {"cta": "지금 사러 가기"}, False), ("question", {"headline": "X1, 어때요?"}, True),
        ("question", {}, False), ("mention_price", {}, False), ("특징이 안 보여요", {}, True),
        ("제품 이름이 안 보여요", {}, True), ("more_formal", {}, False), ("warmer", {}, True),
        ("숫자를 앞세워 주세요", {"headline": "24시간, X1"}, True), ("other_look", {}, True),
        ("'출근길'이라는 말은 빼 주세요", {}, False), ("'퇴근길'이라는 말은 빼 주세요", {}, True),
        ("음… 그냥 별로예요", {}, False),
    ],
)  # fmt: skip
def test_every_reason_gets_an_honest_answer(reason, fields, kept):
    (answer,) = obeyed(copy(**fields), task(reasons=[reason]))

    assert (answer.wish, answer.kept) == (reason, kept)
    assert answer.shown["ko"] and answer.shown["en"]
