"""The rules, each a function from copy and what was given to the issues it finds."""

from collections.abc import Callable, Iterator

from agents.gateway.lint import language, truth
from agents.gateway.lint.given import Given, fields, issue
from agents.gateway.types import LIMITS, CopyText, Issue, TextTask

Rule = Callable[[CopyText, Given], Iterator[Issue]]
_LABELS = {
    "부제목", "서브헤드라인", "서브카피", "설명", "본문", "제목", "헤드라인", "내용", "소개", "상세 설명",
    "subheadline", "subtitle", "sub headline", "description", "tagline", "headline", "title", "body",
    "text here",
}  # fmt: skip
_ORDER = {"error": 0, "warning": 1, "hint": 2}


def lint(copy: CopyText, task: TextTask) -> list[Issue]:
    """Everything that is wrong with the words, the worst first."""
    given = Given(task)
    found = [each for rule in RULES for each in rule(copy, given)]
    return sorted(found, key=lambda each: _ORDER[each.severity])


def empty(copy: CopyText, given: Given) -> Iterator[Issue]:
    if not copy.headline:
        yield issue("empty", "headline", "error", "헤드라인이 비었어요.", "The headline is empty.")


def lengths(copy: CopyText, given: Given) -> Iterator[Issue]:
    for name, line in fields(copy):
        limit = LIMITS[given.task.lang][name]
        if len(line) > limit.most:
            yield issue(
                "length", name, "error",
                f"{len(line)}자예요. {limit.most}자 안으로 줄여 주세요.",
                f"{len(line)} characters; at most {limit.most} fit.",
            )  # fmt: skip
        elif len(line) > limit.target and name in {"headline", "cta"}:
            yield issue(
                "long", name, "hint",
                f"{limit.target}자 안이면 더 잘 읽혀요.", f"Reads better within {limit.target} characters.",
            )  # fmt: skip
        elif len(line) < limit.least and name in {"headline", "subheadline", "body"}:
            yield issue("short", name, "warning", "너무 짧아 뜻이 서지 않아요.", "Too short to say anything.")


def only_a_name(copy: CopyText, given: Given) -> Iterator[Issue]:
    """The headline must say more than what the thing is called; a topic is a title by itself."""
    bare = _bare(copy.headline)
    names = {_bare(given.task.product), _bare(given.task.brand), _bare(given.name)}
    if bare and bare in names and not truth.is_topic(given.task):
        yield issue(
            "only-a-name", "headline", "error",
            "헤드라인이 상품 이름뿐이에요.", "The headline is only the product's name.",
        )  # fmt: skip


def generic(copy: CopyText, given: Given) -> Iterator[Issue]:
    for name in ("headline", "subheadline", "body"):
        if getattr(copy, name).strip(" .:").lower() in _LABELS:
            yield issue("generic", name, "error", "자리 이름만 적혀 있어요.", "This is a label, not a line.")


def must_include(copy: CopyText, given: Given) -> Iterator[Issue]:
    whole = " ".join(line for _, line in fields(copy)).casefold()
    for phrase in given.task.must_include:
        if phrase.casefold() not in whole:
            yield issue(
                "must-include", "body", "error",
                f"꼭 넣기로 한 ‘{phrase}’가 없어요.", f"“{phrase}” has to appear and does not.", fix=phrase,
            )  # fmt: skip


def _bare(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


RULES: list[Rule] = [
    empty,
    truth.forbidden,
    truth.claimed,
    truth.unknown_numbers,
    truth.unknown_names,
    truth.undated_discount,
    must_include,
    only_a_name,
    generic,
    lengths,
    language.mixed_scripts,
    language.share_of_language,
    language.particles,
    language.speech_levels,
    language.tone,
    language.echoes,
    language.shouting,
]
