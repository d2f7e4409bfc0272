"""Reads copy by the rules: what may not leave, and how good it is."""

import re

from agents.gateway.types import LIMITS, CopyText, Issue, Obeyed, Review, TextTask
from brands.claims import blocked
from sparklio.lib.bilingual import both

NUMBER = re.compile(r"\d[\d,.]*")


def lint(copy: CopyText, task: TextTask) -> list[Issue]:
    """Everything that is wrong with the words, errors first."""
    issues = []
    given = " ".join([task.product, task.brand, task.audience, *(fact.text for fact in task.facts)])
    known = set(NUMBER.findall(given))
    for name in ("headline", "subheadline", "body", "cta", "badge", "price"):
        words = getattr(copy, name)
        for bad in [*task.voice.forbidden, *task.avoid]:
            if bad and bad in words:
                issues.append(
                    _issue(
                        "forbidden", name, f"“{bad}”은 쓸 수 없는 표현이에요.", f"“{bad}” may not be said."
                    )
                )
        for claim in blocked(words):
            issues.append(_issue("claim", name, claim.why["ko"], claim.why["en"]))
        for number in set(NUMBER.findall(words)) - known:
            issues.append(
                _issue("unknown fact", name, f"{number}: 받은 적 없는 숫자예요.", f"{number} was not given.")
            )
        most = LIMITS[task.lang][name].most
        if len(words) > most:
            issues.append(
                _issue("length", name, f"{most}자를 넘어요.", f"Over {most} characters.", "warning")
            )
    if not copy.headline:
        issues.append(_issue("empty", "headline", "헤드라인이 비었어요.", "The headline is empty."))
    return sorted(issues, key=lambda issue: issue.severity != "error")


def review(copy: CopyText, task: TextTask) -> Review:
    """The verdict by the rules of product/03 §3.2."""
    issues = lint(copy, task)
    errors = [issue for issue in issues if issue.severity == "error"]
    score = 4.0 if errors else 9.0 - 0.5 * len(issues)
    return Review(
        overall=score,
        tone_match=score,
        clarity=score,
        persuasiveness=score,
        brand_alignment=score,
        risk_flags=[issue.slug for issue in errors][:10],
        approval_status="approved" if score >= 9 else "needs_revision" if score >= 4 else "rejected",
        revision_priority="critical" if errors else "low",
        approval_reason=both("규칙에 맞아요.", "It keeps the rules.")
        if not errors
        else both("고칠 곳이 있어요.", "It needs mending."),
        issues=issues,
    )


def obeyed(copy: CopyText, task: TextTask) -> list[Obeyed]:
    """How the words meet each reason of an earlier rejection."""
    text = " ".join([copy.headline, copy.subheadline, copy.body, copy.cta])
    kept = {
        "no_exclamation": "!" not in text,
        "shorter": len(copy.headline) <= LIMITS[task.lang]["headline"].target,
        "mention_price": bool(copy.price),
    }
    shown = both("다음 안에 반영했어요.", "The next round keeps it.")
    return [Obeyed(wish=reason, kept=kept.get(reason, True), shown=shown) for reason in task.reasons]


def _issue(slug, field, ko, en, severity="error"):
    return Issue(slug=slug, field=field, severity=severity, message=both(ko, en))
