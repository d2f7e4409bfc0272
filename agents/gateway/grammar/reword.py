"""Other wordings of one line: the line itself turned round, then fresh patterns for the same place."""

import re
from collections.abc import Callable, Iterator

from agents.gateway.grammar import scene_for, table
from agents.gateway.grammar.draft import Draft
from agents.gateway.types import LIMITS, Suggestion, TextTask, Tone
from agents.gateway.wishes import Asked, heard, understood
from sparklio.lib.bilingual import Bilingual, both
from sparklio.lib.speech import sentences, to_haeyo, to_hamnida

Begin = Callable[[TextTask, str], Draft]
_ANGLES = ("feature", "offer", "audience", "moment", "newness", "proof", "question", "invitation")
_FACTS, _SCENE = ("features", "offer", "price", "audience", "open"), ("scene", "close")
_AT_LEAST, _MOST = 3, 5
# The tone whose endings agree, for when one tone has too few lines left.
_BESIDE: dict[str, Tone] = {
    "professional": "premium", "premium": "professional", "friendly": "emotional",
    "emotional": "friendly", "urgent": "friendly",
}  # fmt: skip

_TURNED = {
    "shorter": both("뒤의 말을 덜었어요.", "Left out what followed."),
    "no_exclamation": both("느낌표를 뺐어요.", "Took the exclamation marks out."),
    "warmer": both("말끝을 해요체로 풀었어요.", "Softened the ending."),
    "more_formal": both("말끝을 합니다체로 갖췄어요.", "Made the ending formal."),
    "question": both("말끝을 묻는 꼴로 바꿨어요.", "Turned it into a question."),
    "emphasise_number": both("숫자를 앞으로 옮겼어요.", "Moved the number to the front."),
}
_FRESH = both("같은 사실로 새로 썼어요.", "Written anew from the same facts.")


def reword(line: str, wish: str, task: TextTask, place: str, begin: Begin) -> list[Suggestion]:
    """At least three other wordings, best first, none of which breaks a rule of the task.

    place  the field that the line stands in; its length limit holds
    """
    asked = understood([wish])
    task = task.model_copy(update={"reasons": [*task.reasons, wish][-20:]})
    most = LIMITS[task.lang][place].most
    draft = begin(task, "invitation")
    found: dict[str, Bilingual] = {}
    if place != "cta":
        for text, reason in _turned(line, asked.slugs, task.lang):
            if text and text != line and len(text) <= most and draft.may_say(text):
                found.setdefault(text, reason)
    for text in _fresh(task, place, begin, line, asked):
        found.setdefault(text, _FRESH)
    kept = list(found.items())[:_MOST]
    return [Suggestion(text=text, instruction=wish[:60], reason=reason) for text, reason in kept]


def _turned(line: str, slugs: tuple[str, ...], lang: str) -> Iterator[tuple[str, Bilingual]]:
    """The line itself with the wish done to it, where that can be done surely."""
    turns: dict[str, Callable[[str], str]] = {
        "shorter": _shortened,
        "no_exclamation": lambda text: re.sub(r"\s*!+", "", text),
        "emphasise_number": _number_first,
        "question": _asked_ko if lang == "ko" else _asked_en,
    }
    if lang == "ko":
        turns |= {"warmer": to_haeyo, "more_formal": to_hamnida}
    for slug in slugs:
        if slug in turns:
            yield turns[slug](line).strip(), _TURNED[slug]


def _shortened(line: str) -> str:
    """The first sentence of several, else what stands before the first comma if it can stand alone."""
    parts = sentences(line)
    if len(parts) > 1:
        return parts[0]
    head, comma, _ = line.partition(", ")
    return head.rstrip(".") if comma and len(head) >= 4 else line


def _asked_ko(line: str) -> str:
    """A noun phrase becomes an offer: «소금빵 한 입» → «소금빵 한 입, 어때요?»."""
    core = line.rstrip(" .!~…")
    return line if re.search(r"[요다까?]$", core) or len(sentences(line)) > 1 else f"{core}, 어때요?"


def _asked_en(line: str) -> str:
    core = line.rstrip(" .!")
    return line if re.search(r"[.?!:]", core) or len(core.split()) > 5 else f"{core}?"


def _number_first(line: str) -> str:
    """«소금빵, 3,200원» → «3,200원, 소금빵»: only parts between commas change places."""
    parts = re.split(r",\s+", line.rstrip(" ."))
    numbered = [part for part in parts if re.search(r"\d", part)]
    if len(parts) < 2 or not numbered or parts[0] == numbered[0]:
        return line
    return ", ".join([numbered[0], *(part for part in parts if part != numbered[0])])


def _fresh(task: TextTask, place: str, begin: Begin, line: str, asked: Asked) -> list[str]:
    """Pattern lines for this place, the best first; from the neighbouring tone too if they are few."""
    if place == "cta":
        return _buttons(task, begin, line, asked)
    lines = _written(task, place, begin, line)
    if len(lines) < _AT_LEAST:
        plain, _ = heard(task)
        beside = plain.model_copy(update={"tone": _BESIDE[plain.tone], "reasons": []})
        lines += _written(beside, place, begin, line)
    if len(lines) < _AT_LEAST and place != "headline":
        most = LIMITS[task.lang][place].most
        lines += [text for text in _written(task, "headline", begin, line) if len(text) <= most]
    return lines


def _written(task: TextTask, place: str, begin: Begin, line: str) -> list[str]:
    most = LIMITS[task.lang][place].most
    priced: list[tuple[float, int, str]] = []
    for angle in _ANGLES:
        draft = begin(task, angle)
        draft.unwanted.add(line)
        for text in _lines(draft, place, angle, most):
            priced.append((draft.cost(place, text, ""), len(priced), text))
    return list(dict.fromkeys(text for _, _, text in sorted(priced)))


def _lines(draft: Draft, place: str, angle: str, most: int) -> list[str]:
    if place in {"headline", "subheadline"}:
        return draft.candidates(place, {angle} if place == "headline" else {"any"}, most)
    about = draft.candidates("sentence", set(_FACTS), most)
    around = draft.candidates("sentence", set(_SCENE), most) or [""]
    pairs = [f"{first} {around[at % len(around)]}".strip() for at, first in enumerate(about)]
    return [pair for pair in pairs if len(pair) <= most and pair not in draft.unwanted]


def _buttons(task: TextTask, begin: Begin, line: str, asked: Asked) -> list[str]:
    draft = begin(task, "invitation")
    small = table(task.lang, "small")["cta"]
    scene = scene_for(task)
    ready = [*small.get(task.goal, []), *scene.cta, *small["traffic"]]
    if asked.wants("shorter"):
        ready.sort(key=len)
    return [words for words in dict.fromkeys(ready) if words != line and draft.allows(words)]
