"""Whether new copy keeps the reasons for which earlier copy was rejected, shown by its own words."""

import re

from agents.gateway.grammar import english, korean
from agents.gateway.grammar.draft import squeezed
from agents.gateway.lint.given import RUNNING, fields
from agents.gateway.types import LIMITS, CopyText, Obeyed, TextTask
from agents.gateway.wishes import understood
from sparklio.lib.bilingual import Bilingual, both
from sparklio.lib.speech import level, sentences

_KINDS = {
    "mention_price": ("price",), "mention_deal": ("discount", "offer"), "mention_period": ("period",),
    "mention_place": ("place",), "mention_features": ("feature", "spec"),
}  # fmt: skip
_NOT_READ = both(
    "이 말은 규칙으로 다 읽지 못했어요. 새로 쓴 안이니 직접 봐 주세요.",
    "The rules could not read this fully. The words are new; please look for yourself.",
)


def obeyed(copy: CopyText, task: TextTask) -> list[Obeyed]:
    """One answer per reason, oldest first."""
    return [_one(copy, task, reason) for reason in task.reasons]


def _one(copy: CopyText, task: TextTask, reason: str) -> Obeyed:
    asked = understood([reason])
    answers = [_slug(copy, task, slug) for slug in asked.slugs]
    answers += [_left_out(copy, word) for word in asked.avoid] + [
        _put_in(copy, word) for word in asked.include
    ]
    if not answers:
        kept = asked.tone is not None
        return Obeyed(wish=reason, kept=kept, shown=_in_tone(asked.tone) if kept else _NOT_READ)
    shown = {lang: " ".join(words[lang] for _, words in answers)[:300] for lang in ("ko", "en")}
    return Obeyed(wish=reason, kept=all(kept for kept, _ in answers), shown=shown)


def _whole(copy: CopyText) -> str:
    return " ".join(line for _, line in fields(copy))


def _told(kept: bool, yes: tuple[str, str], no: tuple[str, str]) -> tuple[bool, Bilingual]:
    """The answer in the words that fit: `yes` or `no`, each Korean and English."""
    return kept, both(*(yes if kept else no))


def _left_out(copy: CopyText, word: str) -> tuple[bool, Bilingual]:
    return _told(
        squeezed(word) not in squeezed(_whole(copy)),
        (f"‘{word}’을(를) 쓰지 않았어요.", f"“{word}” is not used."),
        (f"‘{word}’이(가) 남아 있어요.", f"“{word}” is still there."),
    )


def _put_in(copy: CopyText, word: str) -> tuple[bool, Bilingual]:
    return _told(
        word.casefold() in _whole(copy).casefold(),
        (f"‘{word}’을(를) 넣었어요.", f"“{word}” is in."),
        (f"‘{word}’을(를) 넣을 자리를 찾지 못했어요.", f"No room was found for “{word}”."),
    )


def _slug(copy: CopyText, task: TextTask, slug: str) -> tuple[bool, Bilingual]:
    if slug in _KINDS:
        return _mentions(copy, task, slug)
    checks = {
        "shorter": _shorter, "no_exclamation": _quiet, "no_urgency": _unhurried, "question": _asks,
        "emphasise_number": _numbered, "mention_product": _names_it, "mention_audience": _names_them,
        "more_formal": _formal, "warmer": _warm,
    }  # fmt: skip
    return checks.get(slug, _elsewhere)(copy, task)


def _mentions(copy: CopyText, task: TextTask, slug: str) -> tuple[bool, Bilingual]:
    said = [fact.text for fact in task.facts if fact.kind in _KINDS[slug]]
    found = next((text for text in said if text.casefold() in _whole(copy).casefold()), "")
    if not said:
        return False, both("아직 받은 내용이 없어요. 알려 주시면 넣을게요.", "It was never given; tell us.")
    return _told(
        bool(found),
        (f"‘{found}’을(를) 넣었어요.", f"“{found}” is in."),
        (f"‘{said[0]}’을(를) 넣을 자리가 없었어요.", f"There was no room for “{said[0]}”."),
    )


def _shorter(copy: CopyText, task: TextTask) -> tuple[bool, Bilingual]:
    count, target = len(copy.headline), LIMITS[task.lang]["headline"].target
    return count <= target, both(f"헤드라인이 {count}자예요.", f"The headline has {count} characters.")


def _quiet(copy: CopyText, task: TextTask) -> tuple[bool, Bilingual]:
    marks = _whole(copy).count("!")
    return marks == 0, both(f"느낌표가 {marks}개예요.", f"It has {marks} exclamation marks.")


def _unhurried(copy: CopyText, task: TextTask) -> tuple[bool, Bilingual]:
    hurries = (korean if task.lang == "ko" else english).hurries
    return _told(
        not any(hurries(getattr(copy, name)) for name in RUNNING),
        ("재촉하는 말을 뺐어요.", "Nothing hurries the reader."),
        ("재촉하는 말이 남아 있어요.", "Some words still hurry the reader."),
    )


def _asks(copy: CopyText, task: TextTask) -> tuple[bool, Bilingual]:
    return _told(
        copy.headline.rstrip().endswith("?"),
        ("헤드라인이 질문이에요.", "The headline asks."),
        ("헤드라인이 아직 질문이 아니에요.", "The headline does not ask yet."),
    )


def _numbered(copy: CopyText, task: TextTask) -> tuple[bool, Bilingual]:
    return _told(
        bool(re.search(r"\d", copy.headline)),
        ("헤드라인에 숫자가 있어요.", "The headline has the number."),
        ("받은 말에 앞세울 숫자가 없어요.", "No number was given to lead with."),
    )


def _names_it(copy: CopyText, task: TextTask) -> tuple[bool, Bilingual]:
    name = (korean if task.lang == "ko" else english).short_name(task.product)
    return _told(
        bool(name) and name.casefold() in f"{copy.headline} {copy.subheadline}".casefold(),
        (f"‘{name}’ 이름이 보여요.", f"It names “{name}”."),
        ("이름이 앞 두 줄에 없어요.", "The first two lines do not name it."),
    )


def _names_them(copy: CopyText, task: TextTask) -> tuple[bool, Bilingual]:
    return _told(
        bool(task.audience) and task.audience.casefold() in _whole(copy).casefold(),
        (f"‘{task.audience}’에게 말을 걸어요.", f"It speaks to “{task.audience}”."),
        ("누구에게 하는 말인지 적지 못했어요.", "It does not name whom it speaks to."),
    )


def _levels(copy: CopyText) -> set[str]:
    return {level(sentence) for name in RUNNING for sentence in sentences(getattr(copy, name))}


def _formal(copy: CopyText, task: TextTask) -> tuple[bool, Bilingual]:
    return _told(
        task.lang == "en" or not ({"haeyo", "banmal"} & _levels(copy)),
        ("합니다체로 갖췄어요.", "The tone is professional."),
        ("해요체가 남아 있어요.", "Some endings are still informal."),
    )


def _warm(copy: CopyText, task: TextTask) -> tuple[bool, Bilingual]:
    return _told(
        task.lang == "en" or "hamnida" not in _levels(copy),
        ("해요체로 풀었어요.", "The tone is warmer."),
        ("합니다체가 남아 있어요.", "Some endings are still stiff."),
    )


def _elsewhere(copy: CopyText, task: TextTask) -> tuple[bool, Bilingual]:
    return True, both("디자이너가 다른 구성을 골라요.", "The designer picks another composition.")


def _in_tone(tone: str | None) -> Bilingual:
    return both("말투를 바꿨어요.", f"The tone is now {tone}.")
