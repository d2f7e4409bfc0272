"""The small fields: button, badge, points, fine print, hashtags."""

import re
from collections.abc import Callable

from agents.gateway.grammar import scene_for, table
from agents.gateway.grammar.draft import Draft
from agents.gateway.grammar.points import points
from agents.gateway.types import LIMITS

_MOST_TAGS = 8
_NUMBER = re.compile(r"\d[.,%:/]\d|\d\s?%")  # would read as another number without its signs


def bullets(draft: Draft) -> list[str]:
    """Up to three points that stand alone, as they were said; offers fill up where features are few."""
    most = LIMITS[draft.task.lang]["bullets"].most
    every = points(draft.task.facts, draft.task.lang)
    said = [point.text for point in every if point.shape not in {"modifier", "condition"}]
    if 0 < len(said) < 3:
        said += [f.text for f in draft.task.facts if f.kind == "offer"]
    said += [point.text for point in every if point.shape == "condition"]
    fit = [_tidy(text, draft.task.lang) for text in said if len(text) <= most]
    return list(dict.fromkeys(fit))[:3]


def _tidy(text: str, lang: str) -> str:
    text = text.rstrip(" .,!~")
    return text[:1].upper() + text[1:] if lang == "en" else text


def button(draft: Draft) -> str:
    """What a click leads to: the goal's button, else the scene's; hurried only in a hurried tone."""
    lang, task = draft.task.lang, draft.task
    small = table(lang, "small")
    scene = scene_for(task)
    goal = _goal(draft)
    by_goal = list(small["cta"].get(goal, []))
    if goal == "promotion" and not any(f.kind in {"discount", "offer"} for f in task.facts):
        by_goal = []  # nothing was said of a benefit, so the button promises none
    ready = [*by_goal, *scene.cta] if not by_goal or task.goal in {"", "promotion", "launch"} else by_goal
    ready = [words for words in ready if draft.allows(words)]
    if not ready:
        ready = [words for words in small["cta"]["traffic"] if draft.may_say(words)]
    if not ready:
        return ""
    words = ready[
        (task.seed + task.round + sum(map(ord, draft.said[0][:6])) if draft.said else 0) % len(ready)
    ]
    hurry = small["words"]["hurry"]
    may_hurry = task.tone == "urgent" and not re.match(rf"{hurry}|처음|새\s", words) if hurry else False
    if may_hurry and draft.allows(hurry + words):
        return hurry + words
    return words


def _goal(draft: Draft) -> str:
    goal = draft.task.goal
    if "title" in draft.slots and goal not in {"howto", "story", "news", "list"}:
        return "story" if draft.task.menu == "blog" else "traffic"
    return goal


def badge(draft: Draft, slots: dict[str, str], angle: str) -> str:
    """The shortest thing worth a mark: the offer, that it is new, the period."""
    limit = LIMITS[draft.task.lang]["badge"]
    ready = [slots.get("deal", ""), slots.get("notice", ""), slots.get("new", ""), slots.get("period", "")]
    if angle == "newness":
        ready.insert(0, slots.get("new", ""))
    for words in ready:
        if words and len(words) <= limit.most and draft.may_say(words):
            return _tidy(words, draft.task.lang)
    return ""


def fine_print(draft: Draft) -> str:
    """When, where, whom to ask and where it is from, each as it was said."""
    lang, before = draft.task.lang, table(draft.task.lang, "small")["before"]
    kinds = {"period": "period", "place": "place", "other": "contact"}
    parts: dict[str, list[str]] = {}
    for fact in draft.task.facts:
        is_contact = bool(re.search(r"\d{3,}[-.\s]\d{3,}|@|://|www\.", fact.text))
        if fact.source == "answer:source":
            parts["source"] = [fact.text]
        elif fact.kind in {"period", "place"} or (fact.kind == "other" and is_contact):
            parts.setdefault(kinds[fact.kind], []).append(fact.text)
    line = ""
    for name in (name for name in before if name in parts):
        longer = f"{line} · {before[name]}: {', '.join(parts[name])}".removeprefix(" · ")
        line = longer if len(longer) <= LIMITS[lang]["legal"].most else line
    return line


def tags(draft: Draft, slots: dict[str, str], tag_of: Callable[[str], str]) -> list[str]:
    """Hashtags of names and features first, then harmless ones of the scene; five to eight."""
    task = draft.task
    nouns = [p.text for p in points(task.facts, task.lang) if p.shape in {"noun", "adjective"}]
    names = [slots.get("name", ""), task.product, task.brand, *task.keywords, *nouns]
    names += [task.audience, *(f.text for f in task.facts if f.kind == "place"), *task.voice.preferred]
    most = LIMITS[task.lang]["hashtags"].most
    ready = [tag_of(words) for words in names if words and len(words) <= most and not _NUMBER.search(words)]
    ready += [f"#{words}" for words in scene_for(task).tags]
    allowed = [tag for tag in ready if tag and len(tag) <= most and draft.may_say(tag)]
    unique = {tag.casefold(): tag for tag in reversed(allowed)}
    return list(dict.fromkeys(unique[tag.casefold()] for tag in allowed))[:_MOST_TAGS]
