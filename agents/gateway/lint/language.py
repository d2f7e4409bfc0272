"""Rules about how it is said: script, particles, speech level, tone, echoes."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from agents.gateway.grammar import english, korean
from agents.gateway.grammar.points import points
from agents.gateway.lint.given import RUNNING, Given, fields, issue
from agents.gateway.types import CopyText, Issue
from sparklio.lib.korean import wrong_particles
from sparklio.lib.speech import level, sentences

_FOREIGN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
_LAUGHTER = re.compile(r"[ㅋㅎㅠㅜ]{2,}|\b(?:lol|omg|yay)\b", re.IGNORECASE)
_CALM = {"premium", "professional", "emotional"}
_LEAST_HANGUL = 0.9  # of the letters that were not given; source: product/03 §3.2
_LONGEST_ECHO = {"ko": 10, "en": 24}  # characters that two fields may share without saying the same twice


def mixed_scripts(copy: CopyText, given: Given) -> Iterator[Issue]:
    """No Chinese or Japanese that was not given."""
    for name, line in fields(copy):
        for match in _FOREIGN.finditer(line):
            if match.group() not in given.text:
                yield issue(
                    "mixed-script", name, "error",
                    f"‘{match.group()}’: 한자·일본어가 섞였어요.",
                    f"“{match.group()}” is Chinese or Japanese.",
                )  # fmt: skip


def share_of_language(copy: CopyText, given: Given) -> Iterator[Issue]:
    """The running text is in the language that was asked for, names and given words aside."""
    for name in RUNNING:
        rest = given.without(getattr(copy, name))
        hangul, letters = len(re.findall(r"[가-힣]", rest)), sum(char.isalpha() for char in rest)
        if letters < 4:
            continue
        if given.task.lang == "ko" and hangul / letters < _LEAST_HANGUL:
            yield issue("language", name, "error", "한국어로 적어 주세요.", "This should be Korean.")
        elif given.task.lang == "en" and hangul:
            yield issue("language", name, "error", "영어로 적어 주세요.", "This should be English.")


def particles(copy: CopyText, given: Given) -> Iterator[Issue]:
    if given.task.lang != "ko":
        return
    nouns = [given.task.product, given.name, given.task.brand, given.task.audience]
    nouns += [point.text for point in points(given.task.facts, "ko") if point.shape in {"noun", "measure"}]
    for name, line in fields(copy):
        for wrong in wrong_particles(line, nouns):
            yield issue(
                "particle", name, "error",
                f"‘{wrong.word}{wrong.particle}’ → ‘{wrong.word}{wrong.right}’",
                f"“{wrong.word}{wrong.particle}” should be “{wrong.word}{wrong.right}”.",
                fix=line[: wrong.start] + wrong.right + line[wrong.end :],
            )  # fmt: skip


def speech_levels(copy: CopyText, given: Given) -> Iterator[Issue]:
    """One level throughout: 합니다 and 해요 do not mix, and nobody is spoken down to."""
    if given.task.lang != "ko":
        return
    said = [
        (name, level(sentence))
        for name in ("headline", "subheadline", "body", "cta")
        for sentence in sentences(getattr(copy, name))
    ]
    kinds = {kind for _, kind in said}
    for name, kind in said:
        if kind == "banmal":
            yield issue(
                "banmal", name, "error", "반말이에요. 해요체로 바꿔 주세요.", "This speaks down to people."
            )
    if {"hamnida", "haeyo"} <= kinds:
        yield issue(
            "mixed-levels", "body", "warning",
            "합니다체와 해요체가 섞였어요.", "Two speech levels are mixed (합니다 and 해요).",
        )  # fmt: skip


def tone(copy: CopyText, given: Given) -> Iterator[Issue]:
    """Words that belong to another tone: hurry and giggling in calm copy."""
    if given.task.tone not in _CALM:
        return
    hurries = (korean if given.task.lang == "ko" else english).hurries
    lines = [getattr(copy, name) for name in RUNNING]
    hurried = sum(hurries(given.without(line)) for line in lines)
    giggles = any(_LAUGHTER.search(line) for line in lines) or any(line.count("!") > 1 for line in lines)
    if hurried > 1 or giggles:
        yield issue(
            "off-tone", "headline", "error",
            "고른 말투와 맞지 않아요.", "This is not the tone that was chosen.",
        )  # fmt: skip


def echoes(copy: CopyText, given: Given) -> Iterator[Issue]:
    """The same words in two fields, given words aside."""
    lines = [(name, getattr(copy, name)) for name in RUNNING if getattr(copy, name)]
    for (one, first), (other, second) in combinations(lines, 2):
        a, b = (re.sub(r"\s+", " ", given.without(line)).strip().casefold() for line in (first, second))
        match = SequenceMatcher(None, a, b, autojunk=False).find_longest_match()
        shared = a[match.a : match.a + match.size].strip()
        if len(shared) >= _LONGEST_ECHO[given.task.lang] or (first == second and a):
            yield issue(
                "echo", other, "warning",
                f"{one}와(과) 같은 말이에요: ‘{shared or first}’",
                f"Says the same as {one}: “{shared or first}”",
            )  # fmt: skip


def shouting(copy: CopyText, given: Given) -> Iterator[Issue]:
    marks = sum(line.count("!") for name, line in fields(copy) if name != "hashtags")
    if marks > 2:
        yield issue("shouting", "body", "warning", "느낌표가 많아요.", "Too many exclamation marks.")
