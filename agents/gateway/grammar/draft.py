"""Choosing among patterns: what is allowed, what says something new, and by lot among equals."""

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from agents.gateway.grammar import Pattern, fill, patterns, scene_for
from agents.gateway.types import LIMITS, TextTask
from agents.gateway.wishes import Asked
from brands.claims import blocked

Formed = Callable[[str, str], str]
_WORD = re.compile(r"[가-힣]{2,}|[A-Za-z]{4,}")
# Roles whose sentences say facts: as good for a topic ("how to brew") as for a thing.
_FOR_TOPICS_TOO = {"features", "more", "statement", "offer", "price", "audience", "place"}
_ALWAYS = {"product", "name", "title", "unit", "carry", "carry_end", "count"}


@dataclass
class Draft:
    """One piece of copy on its way: the slots, what was said so far, and the rules it must keep.

    given  filled words that are facts, longest first
    said   lines chosen so far; unwanted: lines that another direction took already
    """

    task: TextTask
    asked: Asked
    slots: dict[str, str]
    formed: Formed
    hurries: Callable[[str], bool]
    given: list[str]
    rng: random.Random
    said: list[str] = field(default_factory=list)
    unwanted: set[str] = field(default_factory=set)
    is_new: bool = False

    def pick(
        self, kind: str, names: Iterable[str], *, most: int = 0, need: str = "", must: bool = True
    ) -> str:
        """The best line of this kind; "" if nothing fits.

        names  kinds of pattern that may be used: angles of a headline, roles of a sentence
        need   a word that this line has to say if no line said it yet
        """
        lines = self.candidates(kind, set(names), most or LIMITS[self.task.lang][kind].most)
        if not lines:
            return ""
        best = min(lines, key=lambda line: self.cost(kind, line, need))
        if must:
            self.say(best)
        return best

    def say(self, line: str) -> None:
        """Take the line; what it said of the facts is not offered to later lines."""
        self.said.append(line)
        heard = line.casefold()
        for name, word in list(self.slots.items()):
            if name not in _ALWAYS and word.casefold() in heard:
                self.slots.pop(name, None)
                self.slots.pop(name.removesuffix("_from"), None)
        self._close_ranks()

    def was_said(self, word: str) -> bool:
        return any(word.casefold() in line.casefold() for line in self.said)

    def _close_ranks(self) -> None:
        """f2 becomes f1 where f1 was said, so that patterns find what is still open."""
        for letter in "fn":
            left = [self.slots.pop(f"{letter}{at}") for at in (1, 2, 3) if f"{letter}{at}" in self.slots]
            left = [word for word in left if not self.was_said(word)]
            self.slots |= {f"{letter}{at}": word for at, word in enumerate(left, 1)}

    def candidates(self, kind: str, names: set[str], most: int = 0) -> list[str]:
        """Every line that may be used, in an order that the seed decides."""
        most = most or LIMITS[self.task.lang][kind].most
        scene = scene_for(self.task).slug
        lines = []
        if not self.is_new:  # only what was called new is greeted as new
            names = names - {"newness"}
        for pattern in patterns(self.task.lang, kind):
            if _suits(pattern, names, self.task.tone, scene, "title" in self.slots):
                line = fill(pattern, self.slots, self.formed)
                if line and len(line) <= most and self.allows(line):
                    lines.append(line)
        lines = [line for line in dict.fromkeys(lines) if line not in self.unwanted]
        self.rng.shuffle(lines)
        turn = self.task.round % len(lines) if lines else 0
        return lines[turn:] + lines[:turn]

    def may_say(self, words: str) -> bool:
        """No forbidden expression in it, and no claim."""
        bare = squeezed(words)
        never = [*self.task.voice.forbidden, *self.task.avoid]
        return not any(squeezed(word) in bare for word in never if word.strip()) and not blocked(words)

    def allows(self, line: str) -> bool:
        """May be said, and without hurry or shouting where that was not wanted."""
        if not self.may_say(line):
            return False
        if self.asked.wants("no_exclamation") and "!" in line:
            return False
        calm = self.asked.wants("no_urgency") or self.task.tone in {"premium", "professional", "emotional"}
        return not (calm and self.hurries(self._own(line)))

    def owed(self) -> list[str]:
        """Phrases that must appear and did not yet: those asked for, then the brand's key messages."""
        wanted = [*self.task.must_include, *self.task.voice.key_messages[:1]]
        wanted += [word for word in self.task.voice.preferred if len(word.split()) > 2][:1]
        fresh = [phrase for phrase in wanted if not self.was_said(phrase) and self.may_say(phrase)]
        room = LIMITS[self.task.lang]["body"].most
        kept: list[str] = []
        for phrase in dict.fromkeys(fresh):
            must = phrase in self.task.must_include
            if sum(map(len, kept)) + len(phrase) < (room if must else room * 0.6):
                kept.append(phrase)
        return kept

    def closed(self, phrase: str) -> str:
        """The phrase as a sentence."""
        return phrase if phrase[-1:] in ".!?…~" else f"{phrase}."

    def last_resort(self, kind: str) -> str:
        """A line where no pattern fits: the name cut at a word, so that it still says what this is about."""
        most = LIMITS[self.task.lang][kind].most
        words = (self.slots.get("name") or self.slots.get("title") or self.task.brand or "—").split()
        line = words[0]
        for word in words[1:]:
            if len(line) + len(word) + 1 > most:
                break
            line += f" {word}"
        self.say(line[:most])
        return line[:most]

    def _own(self, line: str) -> str:
        """The line without the facts in it."""
        for word in self.given:
            line = re.sub(re.escape(word), " ", line, flags=re.IGNORECASE)
        return line

    def cost(self, kind: str, line: str, need: str) -> float:
        """Lower is better: the needed word, nothing said twice, within the good length, wishes kept."""
        before, low = " ".join(self.said), line.casefold()
        news = [word for word in self.given if word.casefold() in low and not self.was_said(word)]
        echoes = [word for word in self.given if word.casefold() in low and self.was_said(word)]
        cost = 0.0
        if need and need.casefold() not in low and not self.was_said(need):
            cost += 8
        cost += 3 * sum(word != need for word in echoes)
        cost += 2 * len(_words(self._own(line)) & _words(self._own(before)))
        tail = self._own(line).strip(" .")[-8:]
        cost += 6 * (len(tail) > 5 and tail in before)
        limits = LIMITS[self.task.lang]
        target = limits[kind].target if kind in limits else limits["body"].target
        cost += 4 * (len(line) > target)
        if self.asked.wants("shorter"):
            cost += len(line) / 4
        if self.asked.wants("question"):
            cost += 6 * (not line.endswith("?"))
        if self.asked.wants("emphasise_number"):
            cost += 5 * (not re.search(r"\d", line))
        cost -= sum(word in line for word in self.task.voice.preferred if word.strip())
        return cost - 1.5 * any(word != self.task.brand for word in news)


def _suits(pattern: Pattern, names: set[str], tone: str, scene: str, title: bool) -> bool:
    if tone not in pattern.tones or scene in pattern.never:
        return False
    if pattern.title != title and not (pattern.is_sentence and pattern.kind in _FOR_TOPICS_TOO):
        return False
    if pattern.only and scene not in pattern.only:
        return False
    return (title and not pattern.is_sentence) or pattern.kind == "any" or pattern.kind in names


def squeezed(text: str) -> str:
    """Without spaces and in lower case: how forbidden words are compared."""
    return re.sub(r"\s+", "", text).casefold()


def _words(text: str) -> set[str]:
    """Stems, roughly: the first two syllables of a Korean word, an English word of four letters or more."""
    return {word[:2] if "가" <= word[0] <= "힣" else word.lower() for word in _WORD.findall(text)}
