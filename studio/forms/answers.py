"""The short form: what was picked and what was typed, as answers of a menu."""

from collections.abc import Iterable

from django.http import QueryDict

from brands.menu import Question


def answers_from(posted: QueryDict, questions: Iterable[Question]) -> dict[str, str | list[str]]:
    """Answers by question slug, only where something was said; own words win over a ready answer."""
    given = {question.slug: _answer(posted, question) for question in questions}
    return {slug: answer for slug, answer in given.items() if answer}


def _answer(posted: QueryDict, question: Question) -> str | list[str]:
    if question.kind == "choices":
        return posted.getlist(f"pick-{question.slug}")
    return posted.get(f"own-{question.slug}", "").strip() or posted.get(f"pick-{question.slug}", "")
