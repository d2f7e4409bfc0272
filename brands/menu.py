"""A menu is one question set: what to ask for one kind of work, and which designs follow."""

import re
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from brands.channels import CHANNELS, formats_of
from sparklio.lib.bilingual import Bilingual, said
from sparklio.lib.refusal import Refusal

Kind = Literal["text", "choice", "choices", "number", "date", "url"]
LONGEST_ANSWER = 1000


@dataclass(frozen=True)
class Choice:
    """A ready answer. For kind text its label fills the field; else its slug is the answer."""

    slug: str
    label: Bilingual


@dataclass(frozen=True)
class Question:
    """One thing to ask.

    fills     field of the brief that the answer fills: a name of intent.FIELDS
    required  no design without it; useful: worth asking even so; else only its default is stated
    default   {"ko", "en"}: what happens if it is skipped
    most      characters of an answer
    """

    slug: str
    label: Bilingual
    help: Bilingual
    kind: Kind = "text"
    choices: tuple[Choice, ...] = ()
    required: bool = False
    useful: bool = False
    fills: str = ""
    default: Bilingual = field(default_factory=dict)
    value: str = ""  # what `default` stands for, where a choice is meant
    most: int = LONGEST_ANSWER

    def clean(self, answer: Any) -> Any:
        """The answer as it is stored, "" or [] where nothing was said. Raises Refusal."""
        if self.kind == "choices":
            given = [answer] if isinstance(answer, str) else list(answer or [])
            return [self._known(one) for one in given if one]
        words = str(answer if answer is not None else "").strip()
        if len(words) > self.most:
            raise self._no(_("“%(question)s” takes %(most)s characters. Shorten the answer."), most=self.most)
        if not words:
            return ""
        return {"choice": self._known, "number": self._number, "date": self._date, "url": self._url}.get(
            self.kind, str
        )(words)

    def _no(self, sentence: str, **given: Any) -> Refusal:
        return Refusal(sentence % {"question": said(self.label), **given})

    def _known(self, slug: str) -> str:
        if slug not in {choice.slug for choice in self.choices}:
            raise self._no(
                _("“%(question)s” has no answer “%(given)s”. Pick one that is shown."), given=str(slug)[:40]
            )
        return slug

    def _number(self, words: str) -> int:
        digits = re.sub(r"[,\s]|원$", "", words)
        if not re.fullmatch(r"\d{1,12}", digits):
            raise self._no(_("“%(question)s” is a whole number, such as 10."))
        return int(digits)

    def _date(self, words: str) -> str:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
            raise self._no(_("“%(question)s” is a date, such as 2026-12-24."))
        return words

    def _url(self, words: str) -> str:
        address = words if "://" in words else f"https://{words}"
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or "." not in (parts.hostname or ""):
            raise self._no(_("“%(question)s” is a web address, such as https://example.kr."))
        return address


class Menu:
    """What one kind of work asks and makes. A subclass is one file in brands/menus/.

    makes    said honestly: what this version really makes for this menu
    example  a sentence that a person may type as it stands
    """

    slug: ClassVar[str]
    order: ClassVar[int]
    label: ClassVar[Bilingual]
    hint: ClassVar[Bilingual]
    makes: ClassVar[Bilingual]
    example: ClassVar[Bilingual]
    channel: ClassVar[str]  # where its designs go unless told otherwise
    questions: ClassVar[tuple[Question, ...]]

    @classmethod
    def question(cls, slug: str) -> Question:
        """Raises Refusal if this menu has no such question."""
        for question in cls.questions:
            if question.slug == slug:
                return question
        raise Refusal(
            _("“%(menu)s” does not ask “%(given)s”.") % {"menu": said(cls.label), "given": str(slug)[:40]}
        )

    @classmethod
    def clean(cls, answers: dict[str, Any]) -> dict[str, Any]:
        """The answers as they are stored, empty ones left out. Raises Refusal."""
        cleaned = {slug: cls.question(slug).clean(answer) for slug, answer in answers.items()}
        return {slug: answer for slug, answer in cleaned.items() if answer not in ("", [])}

    @classmethod
    def channels_for(cls, answers: dict[str, Any]) -> list[str]:
        """Channels that the answers name; this menu's own where they name none."""
        named: list[str] = []
        for question in cls.questions:
            if question.fills == "channel" and (answer := answers.get(question.slug)):
                named += [answer] if isinstance(answer, str) else answer
        return [slug for slug in named if slug in CHANNELS] or [cls.channel]

    @classmethod
    def formats_for(cls, answers: dict[str, Any]) -> list[str]:
        """Formats of those channels."""
        return formats_of(cls.channels_for(answers))
