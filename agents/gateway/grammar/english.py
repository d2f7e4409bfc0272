"""What may stand in the slots of English patterns: words that were given, in a form that fits."""

import re
from collections.abc import Mapping, Sequence

from agents.gateway.grammar import moments_of, scene_for, scene_of, table
from agents.gateway.grammar.points import points
from agents.gateway.types import TextTask

_HERE, _THERE = "here's", "there's"
_TITLE = re.compile(
    r"(?:how|why|what|where|when|growing|making|baking|brewing|choosing|learning|building|writing|planning)\s"
    r"|\d+\s(?:ways|tips|things|reasons|ideas|steps|mistakes)\b",
    re.I,
)
_NEW = re.compile(
    r"new|brand[- ]new|just launched|newly launched|new (?:arrivals?|menu|product|collection|season)", re.I
)
_NOTICE = re.compile(
    r"\b(?:limited|seats|spots|early[- ]bird|first \d+|same[- ]day|next[- ]day|cancel any|no contract)\b",
    re.I,
)
_FROM = re.compile(r"^(?:from|starting|starts|under|only|just)\b|\bfor\b", re.I)
_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December"
)
_BARE = re.compile(r"\d+\s?%|up to\b|half\b|buy\b|save\b|bogo\b|first\b|2-for|two-for", re.I)
_DETERMINER = re.compile(
    r"(?:an?|the|our|your|my|this|that|these|those|no|some|every|each|all|any|more)\s", re.I
)
# "an" stands before a vowel, a silent h, and an acronym whose first letter is said with a vowel.
_AN = re.compile(
    r"8|11\b|18\b|[AEFHILMNORSX](?=[A-Z0-9])|(?![A-Z]{2}|(?i:eu|one\b|once))(?i:hou|hones|heir|[aeio]|u(?!ni(?!n)|s[ea]|ti|ro))"
)


def formed(word: str, form: str) -> str:
    """`word` as the form wants it: "a" and "the" with an article where one belongs, "is" as a subject."""
    if form == "a":
        return with_article(word)
    if form == "the":
        return word if _proper(word) or _DETERMINER.match(word) else f"the {word}"
    several = plural(word)
    whole = f"the {word}" if form and not _proper(word) and not _DETERMINER.match(word) else word
    single = not several and not _uncountable(word)
    forms = {
        "one": whole if single else word,  # names, plurals and masses: Why winter coats?
        "there": f"there {'are' if several else 'is'} {with_article(word)}".replace("there is", "there's"),
        "also": f"there {'are' if several else 'is'} also {with_article(word)}".replace(
            "there is", "there's"
        ),
        "comes": f"{word} {'come' if several else 'comes'}",
        "is": f"{whole} {'are' if several else 'is'}",
        "this": f"{'these are' if several else 'this is'} {whole}",
        "here": f"{'here are' if several else _HERE} {whole}",
    }
    return forms.get(form, word)


def with_article(noun: str) -> str:
    """a or an before one countable thing: a 24-hour battery, noise cancelling, automatic invoices."""
    head = re.split(r"\s(?:of|with|for|from|in|on|at|per|to|by)\s", noun)[0]
    if _DETERMINER.match(noun) or _BARE.match(noun) or plural(head) or _uncountable(head) or _proper(noun):
        return noun
    return f"{'an' if _AN.match(noun) else 'a'} {noun}"


def _uncountable(noun: str) -> bool:
    return bool(re.search(table("en", "small")["words"]["uncountable"], noun, re.IGNORECASE))


def plural(words: str) -> bool:
    """Whether the head noun is a plural."""
    head = re.split(r"\s(?:of|with|for|from|in|on|at|per|to|by)\s", words)[0].split()[-1]
    return bool(re.search(r"[^suia']s$|[aeiou]es$|[^s]ies$|people$|children$", head)) and not _proper(head)


def _proper(words: str) -> bool:
    """A name: every word has a capital or a digit (The Mori, X1, Lost & Found), and none is a day."""
    if re.search(r"[^\x00-\u024f’‘“”–—]", words):  # a name in another script takes no article
        return True
    each = [word for word in words.split() if word not in {"&", "of", "and", "the"}]
    if not each or any(_DAY.fullmatch(word) for word in each):
        return False
    return all(word[0].isupper() or any(char.isdigit() for char in word) for word in each)


def slots(task: TextTask, lead: Sequence[str], turn: int) -> dict[str, str]:
    """Every slot that this brief can fill. lead: facts to show first; turn: which of equal words to take."""
    scene = scene_for(task)
    moments = moments_of("en", scene, task.audience)[0]
    moment = moments[turn % len(moments)]
    words = _names(task) | _features(task, lead) | _offers(task) | _where(task)
    words |= {
        "audience": _short(task.audience),
        "moment": moment,
        "bare": moment if re.search(r"\b(?:you|it)\b", moment) else re.sub(r"^(?:an?|the)\s", "", moment),
        "line": scene.lines[turn % len(scene.lines)][0],
        "try": scene.tries[0],
        "unit": scene.unit,
        "new": next((fact.text for fact in task.facts if _NEW.fullmatch(fact.text)), ""),
    }
    return {name: word for name, word in words.items() if word}


def is_title(product: str) -> bool:
    """A topic rather than a thing: how to choose running shoes."""
    return bool(_TITLE.match(product))


def _names(task: TextTask) -> dict[str, str]:
    product = task.product or task.brand
    if is_title(product):
        return {"title": product}
    name = short_name(product)
    kind = product.removesuffix(name).strip()
    known = (
        task.brand and task.brand.lower() not in product.lower() and product.lower() not in task.brand.lower()
    )
    return {
        "product": f"{name} {kind}" if kind else product,
        "name": name,
        "common": "" if _proper(name) else name,
        "brand": task.brand if known else "",
    }


def short_name(product: str) -> str:
    """The name behind a kind of thing: wireless earbuds X1 → X1, payroll app Ledgerly → Ledgerly."""
    words = product.split()
    at = len(words)
    while at and (words[at - 1] in {"&", "and", "of"} or _proper(words[at - 1])):
        at -= 1
    return " ".join(words[at:]) if 0 < at < len(words) else product


def _features(task: TextTask, lead: Sequence[str]) -> dict[str, str]:
    every = points(task.facts, "en")
    in_order = [p for text in lead for p in every if p.text == text] + [
        p for p in every if p.text not in lead
    ]
    loose = [p.text for p in in_order if p.shape in {"noun", "measure", "state", "adjective"}]
    kind = _kind(task, [p.text for p in every if p.shape == "noun"])
    nouns = [p.text for p in in_order if p.shape == "noun" and p.text != kind]
    loose = [text for text in loose if text != kind]
    words = {"kind": kind}
    words |= {f"f{at}": text for at, text in enumerate(loose[:3], 1)}
    words |= {f"n{at}": text for at, text in enumerate(nouns[:2], 1)}
    for slot, shape in (("a1", "adjective"), ("state", "state"), ("clause", "clause")):
        words[slot] = next((p.text.rstrip(" .!") for p in in_order if p.shape == shape), "")
    several = plural(task.product or "x") and short_name(task.product) == task.product
    words["v1"] = next((p.text for p in in_order if p.shape == "verb" and _agrees(p.text, several)), "")
    counted = table("en", "small")["words"]
    words["count"] = {2: counted["two"], 3: counted["three"]}.get(len(loose), "")
    return words


def _kind(task: TextTask, nouns: Sequence[str]) -> str:
    """What a bare name is (Tidepool – booking software for dive shops): no feature of it."""
    if not _proper(task.product) or scene_of("en", task.product).slug != "any":
        return ""
    heads = {text: re.split(r"\s(?:for|with|made|of|from|in|by)\s", text)[0] for text in nouns}
    found = [text for text, head in heads.items() if " " in head and scene_of("en", head).slug != "any"]
    return found[0] if found else ""


def _agrees(phrase: str, several: bool) -> bool:
    verb = re.sub(r"^(?:also|never|always|even|now)\s", "", phrase).split()[0]
    return verb.endswith("s") != several


def _offers(task: TextTask) -> dict[str, str]:
    offers = [f.text for f in task.facts if f.kind == "discount"] + [
        f.text for f in task.facts if f.kind == "offer"
    ]
    deal = next((_lower(text) for text in offers if not _NOTICE.search(text)), "")
    price = next((f.text for f in reversed(task.facts) if f.kind == "price"), "")
    return {
        "deal": deal,
        "treat": "" if re.match(r"(?:buy|save|get|take)\b", deal, re.I) else deal,
        "off": deal if re.search(r"\boff$", deal, re.I) else "",
        "notice": next((_lower(text) for text in offers if _NOTICE.search(text)), ""),
        "price": price,
        "cost": "" if _FROM.search(price) else price,
        "period": next((_lower(f.text) for f in task.facts if f.kind == "period"), ""),
    }


def _short(audience: str) -> str:
    """Office workers in their 20s and 30s → office workers, where the whole is too long to call out."""
    if len(audience) <= 24:
        return audience
    return re.split(r"\s(?:in their|who|aged|with|on the go|over|under)\b", audience)[0]


def _where(task: TextTask) -> dict[str, str]:
    place = next((fact.text for fact in task.facts if fact.kind == "place"), "")
    if not place or re.search(r"\b(?:only|online)\b", place, re.I):
        return {}
    street = re.search(r"\d", place)
    return {"place": place, "where": f"{'at' if street else 'in'} {place}"}


def _lower(text: str) -> str:
    """Small at the beginning, unless it is a name, a day or an acronym."""
    first = text.split()[0]
    keep = (
        _DAY.fullmatch(first)
        or not first[1:].islower()
        or first in {"Christmas", "Easter", "Halloween", "Black"}
    )
    return text if keep else text[0].lower() + text[1:]


def hurries(text: str) -> bool:
    """Whether a line presses the reader."""
    return bool(re.search(table("en", "small")["words"]["urgent"], text, re.IGNORECASE))


def tag_of(words: str) -> str:
    """A hashtag of these words, or "" where none can be made."""
    plain = re.sub(r"[^\w]", "", words)
    return f"#{plain}" if 2 <= len(plain) <= 30 and not plain.isdigit() else ""


def given_slots(words: Mapping[str, str]) -> list[str]:
    """The filled words that are facts, longest first: what may be said twice without being an echo."""
    names = {
        "product",
        "name",
        "brand",
        "audience",
        "deal",
        "notice",
        "price",
        "period",
        "place",
        "title",
        "kind",
        "v1",
        "a1",
    }
    return sorted(
        {word for name, word in words.items() if name in names or name[0] in "fn"}, key=len, reverse=True
    )
