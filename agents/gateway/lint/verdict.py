"""The reviewer's verdict: scores, caps and status by the rules of product/03 §3.2."""

from collections import Counter
from typing import Literal

from agents.gateway.lint.given import RUNNING, Given
from agents.gateway.lint.rules import lint
from agents.gateway.types import CopyText, Issue, Review, TextTask
from sparklio.lib.bilingual import Bilingual, both

# What one issue costs each score.
_COSTS: dict[str, dict[str, float]] = {
    "tone": {"mixed-levels": 2, "banmal": 4, "shouting": 1, "off-tone": 7},
    "clarity": {
        "empty": 6, "length": 1.5, "long": 0.25, "short": 1, "only-a-name": 3, "generic": 3, "particle": 2,
        "echo": 1, "language": 4, "mixed-script": 3, "unknown-name": 1,
    },
    "persuasion": {
        "only-a-name": 2, "generic": 2, "undated-discount": 0.25, "unknown-number": 3, "short": 0.5,
    },
    "brand": {
        "forbidden": 5, "claim": 5, "must-include": 2, "unknown-number": 4, "unknown-name": 1, "off-tone": 7,
    },
}  # fmt: skip
_RISKS = {"claim", "forbidden", "unknown-number"}  # these cap the whole at 4
_RISK_CAP, _OFF_TONE_CAP, _ERROR_CAP, _OWED_CAP = 4.0, 3.0, 6.9, 8.9
_APPROVED, _REVISE, _REJECT = 9.0, 7.0, 4.0


def review(copy: CopyText, task: TextTask) -> Review:
    """The verdict on one draft; pure, so the same words always get the same one."""
    issues = lint(copy, task)
    given = Given(task)
    counts = Counter(issue.slug for issue in issues)
    tone, clarity, brand = (_score(counts, name) for name in ("tone", "clarity", "brand"))
    persuasion = max(0.0, _score(counts, "persuasion") - _missing(copy, given))
    if counts["off-tone"]:
        tone, brand = min(tone, _OFF_TONE_CAP), min(brand, _OFF_TONE_CAP)
    overall = round(min((tone + clarity + persuasion + brand) / 4, _cap(issues, counts)), 1)
    return Review(
        overall=overall,
        tone_match=round(tone, 1),
        clarity=round(clarity, 1),
        persuasiveness=round(persuasion, 1),
        brand_alignment=round(brand, 1),
        strengths=_strengths(copy, given, counts),
        weaknesses=[issue.message for issue in issues if issue.severity != "hint"][:5],
        suggestions=_suggestions(issues),
        risk_flags=list(dict.fromkeys(i.slug for i in issues if i.slug in _RISKS and i.severity == "error"))[
            :10
        ],
        approval_status=_status(overall),
        revision_priority=_priority(overall),
        approval_reason=_reason(issues, overall),
        issues=issues,
    )


def _risks(issues: list[Issue]) -> list[str]:
    flags = [issue.slug for issue in issues if issue.slug in _RISKS and issue.severity == "error"]
    return list(dict.fromkeys(flags))[:10]


def _score(counts: Counter[str], name: str) -> float:
    return max(0.0, 10.0 - sum(cost * counts[slug] for slug, cost in _COSTS[name].items()))


def _missing(copy: CopyText, given: Given) -> float:
    """What would have persuaded and is not there."""
    running = " ".join(getattr(copy, name) for name in (*RUNNING, "badge", "price")) + " ".join(copy.bullets)
    facts = [fact.text for fact in given.task.facts if fact.kind != "audience"]
    cost = 1.0 if not copy.cta else 0.0
    cost += 1.0 if not (copy.subheadline or copy.body) else 0.0
    cost += 3.0 if facts and not any(text.casefold() in running.casefold() for text in facts) else 0.0
    named = given.name.casefold() in running.casefold() or given.task.brand.casefold() in running.casefold()
    return cost + (0.0 if named else 1.0)


def _cap(issues: list[Issue], counts: Counter[str]) -> float:
    if counts["off-tone"]:
        return _OFF_TONE_CAP
    errors = {issue.slug for issue in issues if issue.severity == "error"}
    if errors & _RISKS:
        return _RISK_CAP
    if errors - {"must-include"}:
        return _ERROR_CAP
    return _OWED_CAP if errors else 10.0


def _status(overall: float) -> Literal["approved", "needs_revision", "rejected"]:
    if overall >= _APPROVED:
        return "approved"
    return "needs_revision" if overall >= _REJECT else "rejected"


def _priority(overall: float) -> Literal["low", "medium", "high", "critical"]:
    if overall >= _APPROVED:
        return "low"
    return "medium" if overall >= _REVISE else "high" if overall > _RISK_CAP else "critical"


def _strengths(copy: CopyText, given: Given, counts: Counter[str]) -> list[Bilingual]:
    found: list[Bilingual] = []
    lead = next((f.text for f in given.task.facts if f.text.casefold() in copy.headline.casefold()), "")
    if lead:
        found.append(
            both(f"헤드라인이 받은 말 ‘{lead}’을(를) 그대로 써요.", f"The headline quotes “{lead}”.")
        )
    if not counts["unknown-number"] and not counts["unknown-name"] and not counts["claim"]:
        found.append(both("받은 사실만 말해요.", "It states only what was given."))
    if not (counts["mixed-levels"] + counts["banmal"] + counts["off-tone"]):
        found.append(both("말투가 처음부터 끝까지 같아요.", "One tone from beginning to end."))
    if copy.headline and not counts["length"]:
        found.append(both("모든 줄이 제 길이 안에 있어요.", "Every line keeps its length."))
    return found[:5] or [both("고칠 곳이 분명해요.", "It is clear what to mend.")]


def _suggestions(issues: list[Issue]) -> list[Bilingual]:
    mended = [issue for issue in issues if issue.fix]
    return [both(f"{issue.field}: {issue.fix}", f"{issue.field}: {issue.fix}") for issue in mended][:5]


def _reason(issues: list[Issue], overall: float) -> Bilingual:
    """In one sentence of at most 200 characters why it stands where it stands."""
    worst = next((issue for issue in issues if issue.severity != "hint"), None)
    if overall >= _APPROVED or worst is None:
        return both("받은 사실과 규칙에 모두 맞아요.", "It keeps to the facts and to every rule.")
    return both(worst.message["ko"][:200], worst.message["en"][:200])
