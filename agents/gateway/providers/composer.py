"""The composer: copy from patterns over the given facts, on this machine, the same for the same seed."""

import random

from agents.gateway.grammar import english, korean
from agents.gateway.grammar.draft import Draft
from agents.gateway.grammar.rest import badge, bullets, button, fine_print, tags
from agents.gateway.grammar.reword import reword
from agents.gateway.grammar.strategy import think
from agents.gateway.types import LIMITS, Concept, CopyText, Direction, Suggestion, TextTask
from agents.gateway.wishes import heard

VERSION = "composer/1"
TONGUES = {"ko": korean, "en": english}

# The running text of each argument: which sentences, in this order.
_ROLES = {
    "feature": ["more", "statement", "audience", "offer", "scene", "close"],
    "offer": ["offer", "price", "features", "statement", "scene", "place", "close"],
    "audience": ["features", "statement", "audience", "scene", "close"],
    "moment": ["features", "statement", "scene", "offer", "open", "close"],
    "newness": ["features", "statement", "scene", "price", "open", "close"],
    "proof": ["more", "statement", "audience", "scene", "open", "close"],
    "question": ["features", "statement", "scene", "offer", "open", "close"],
    "invitation": ["features", "statement", "scene", "place", "open", "close"],
}
_ABOUT_FACTS = {"more", "features", "statement", "offer", "price", "audience", "place"}


def concept(task: TextTask) -> Concept:
    """How the brief is understood, and three directions whose arguments differ."""
    return think(task, lambda angle, lead: begin(task, angle, lead))


def copy(task: TextTask, direction: Direction) -> CopyText:
    """The words of one direction."""
    draft = begin(task, direction.angle, direction.lead)
    whole = dict(draft.slots)
    headline = _headline(draft, direction)
    sub = _second_line(draft, whole)
    body = _body(draft, direction.angle, whole)
    return CopyText(
        headline=headline,
        subheadline=sub,
        body=body,
        bullets=bullets(draft),
        cta=button(draft),
        badge=badge(draft, whole, direction.angle),
        price=whole.get("price", "")[: LIMITS[task.lang]["price"].most],
        legal=fine_print(draft),
        hashtags=tags(draft, whole, TONGUES[task.lang].tag_of),
    )


def rewrite(line: str, wish: str, task: TextTask, *, field: str) -> list[Suggestion]:
    """At least three other wordings of one line that follow the wish, best first, each with its reason."""
    return reword(line, wish, task, field, lambda task, angle: begin(task, angle, []))


def begin(task: TextTask, angle: str, lead: list[str]) -> Draft:
    """A draft for this order: wishes understood, slots filled, facts with forbidden words left out."""
    task, asked = heard(task)
    tongue = TONGUES[task.lang]
    rng = random.Random(f"{task.seed}|{task.product}|{angle}")
    if asked.wants("emphasise_number"):
        lead = sorted(
            [*lead, *(f.text for f in task.facts if f.kind in {"feature", "spec"})], key=_has_no_digit
        )
    turn = task.seed + task.round + list(_ROLES).index(angle)
    draft = Draft(task, asked, {}, tongue.formed, tongue.hurries, [], rng)
    draft.task = task.model_copy(update={"facts": [fact for fact in task.facts if draft.may_say(fact.text)]})
    draft.slots = {
        name: word for name, word in tongue.slots(draft.task, lead, turn).items() if draft.may_say(word)
    }
    draft.given = tongue.given_slots(draft.slots)
    draft.is_new = "new" in draft.slots
    return draft


def _has_no_digit(text: str) -> bool:
    return not any(char.isdigit() for char in text)


def _headline(draft: Draft, direction: Direction) -> str:
    """The direction's hook where it keeps every rule, else the best pattern of its angle."""
    hook = direction.hook
    if hook and len(hook) <= LIMITS[draft.task.lang]["headline"].most and draft.allows(hook):
        draft.say(hook)
        return hook
    for names in ([direction.angle], ["moment", "question", "invitation"], ["nameless"]):
        if line := draft.pick("headline", names):
            return line
    return draft.last_resort("headline")


def _second_line(draft: Draft, whole: dict[str, str]) -> str:
    """What has to be said letter for letter stands here if it fits; else a line about what is open."""
    most = LIMITS[draft.task.lang]["subheadline"].most
    for phrase in draft.task.must_include:
        if not draft.was_said(phrase) and len(phrase) <= most:
            draft.say(phrase)
            return phrase
    return draft.pick("subheadline", ["any"], need=whole.get("name", ""))


def _body(draft: Draft, angle: str, whole: dict[str, str]) -> str:
    """Two sentences, a third only if it carries a fact; then what must be said and was not."""
    limit = LIMITS[draft.task.lang]["body"]
    owed = [draft.closed(phrase) for phrase in draft.owed()]
    lines: list[str] = []
    named = sum(whole.get("name", " ") in line for line in draft.said)
    for role in _ROLES[angle]:
        room = limit.target - sum(len(line) + 1 for line in [*lines, *owed])
        if (
            (role == "open" and named > 1)
            or (len(lines) >= 2 and role not in _ABOUT_FACTS)
            or len(lines) == 3
        ):
            continue
        if room > limit.least and (line := draft.pick("sentence", [role], most=room)):
            lines.append(line)
    return " ".join([*lines, *owed])[: limit.most]
