"""Facts as they are gathered from a sheet: quoted, each once, several things each with its own price."""

import re
import unicodedata

from brands.claims import blocked, find
from brands.facts import Fact, FactKind
from brands.intent.features import take_features
from brands.intent.labels import Labelled, take_labels
from brands.intent.leftovers import is_spec
from brands.intent.lexicon import compiled, en, ko
from brands.intent.lists import parts, tidy
from brands.intent.sheet import Sheet, Span
from brands.intent.spans import take_shapes
from brands.intent.types import Intent

LONGEST_SOURCE = 20_000
_MOST_FACTS = 40
_SEVERAL_OF_ONE = re.compile(r"→|->|정가|원가|할인가|특가|세일가|\bwas\b|\bnow\b", re.IGNORECASE)


def fact_at(kind: FactKind, sheet: Sheet, span: Span, source: str) -> Fact:
    return Fact(kind=kind, text=sheet.text[slice(*span)], source=source, start=span.start, end=span.end)


def sort_of_fact(sheet: Sheet, span: Span) -> FactKind:
    return "spec" if is_spec(sheet.text[slice(*span)]) else "feature"


def labelled_facts(sheet: Sheet, intent: Intent, labelled: list[Labelled], source: str) -> list[Fact]:
    facts: list[Fact] = []
    for field, value in labelled:
        words = sheet.text[slice(*value)]
        if field in {"product", "brand", "audience", "cta"} and not getattr(intent, field):
            span = tidy(sheet, *value) or value
            setattr(intent, field, sheet.text[slice(*span)][:200])
            intent.confidence[field] = 0.95
            if field == "audience":
                facts.append(fact_at("audience", sheet, span, source))
        elif field in {"features", "spec", "offer", "price", "period", "place", "contact"}:
            facts += _labelled(field, sheet, value, source)
        elif field == "keywords":
            intent.keywords += [part.strip(" #") for part in re.split(r"[,#\s]+", words) if part.strip(" #")]
    return facts


def _labelled(field: str, sheet: Sheet, value: Span, source: str) -> list[Fact]:
    facts = []
    for span in parts(sheet, *value) if field in {"features", "spec", "offer"} else [value]:
        words = sheet.text[slice(*span)]
        kind = _kind_of_label(field, words)
        if len(words) <= 120 and not blocked(words):
            facts.append(
                fact_at(sort_of_fact(sheet, span) if kind == "feature" else kind, sheet, span, source)
            )
    return facts


def _kind_of_label(field: str, words: str) -> FactKind:
    if field == "offer" and re.search(r"\d\s?%|할인|\boff\b|반값", words):
        return "discount"
    kinds: dict[str, FactKind] = {
        "features": "feature", "contact": "other", "spec": "spec", "offer": "offer", "price": "price",
        "period": "period", "place": "place",
    }  # fmt: skip
    return kinds[field]


def each_with_its_price(sheet: Sheet, facts: list[Fact]) -> list[Fact]:
    """«밤라떼 6,500원, 무화과 케이크 7,000원»: several things, each with its price; the whole has none."""
    prices = [f for f in facts if f.kind == "price"]
    if len(prices) == 1:
        return _with_label(sheet, facts, prices[0])
    if len(prices) < 2 or _SEVERAL_OF_ONE.search(sheet.text):
        return facts
    kept = [f for f in facts if f.kind != "price"]
    for price in prices:
        begin = max(sheet.text.rfind(mark, 0, price.start) for mark in ",:;.\n·/|") + 1
        start, end = sheet.trimmed(begin, price.end)
        end += sheet.text[end : end + 1] == ")" and "(" in sheet.text[start:end]
        span = Span(start, end)
        kept = [f for f in kept if not (start <= f.start and f.end <= end)]
        kept.append(fact_at("spec", sheet, span, price.source))
    return kept


def _with_label(sheet: Sheet, facts: list[Fact], price: Fact) -> list[Fact]:
    """«점심특선 8천원»: one word right before the only price says what it is the price of."""
    for fact in facts:
        if fact.kind == "feature" and " " not in fact.text and sheet.text[fact.end : price.start] == " ":
            whole = fact_at("price", sheet, Span(fact.start, price.end), price.source)
            return [each for each in facts if each not in (fact, price)] + [whole]
    return facts


def newness(sheet: Sheet, source: str) -> list[Fact]:
    for pattern in (ko("newness"), en("newness")):
        for match in sheet.matches(compiled(pattern)):
            sheet.take(match.start(), match.end(), "newness")
            return [fact_at("other", sheet, Span(*match.span()), source)]
    return []


def read_source(name: str, words: str, intent: Intent) -> list[Fact]:
    """Facts of an attached text: labels, known shapes, named features and bullets; never loose talk."""
    sheet = Sheet(unicodedata.normalize("NFC", words).replace("\x00", " ")[:LONGEST_SOURCE])
    source = f"file:{name}"[:230]
    for finding in find(sheet.text):
        intent.claims.append(finding)
        if finding.weight == "block":
            sheet.take(finding.start, finding.end, "claim")
    had = intent.product
    facts = labelled_facts(sheet, intent, take_labels(sheet), source) + take_shapes(sheet, source)
    facts += [fact_at(sort_of_fact(sheet, span), sheet, span, source) for span in take_features(sheet)]
    for bullet in re.finditer(r"^[ \t]*[-*•·▪✔✓][ \t]*(?P<point>.+)$", sheet.text, re.M):
        span = tidy(sheet, *bullet.span("point"))
        if span and span.end - span.start <= 60 and any(not sheet.takers[at] for at in range(*span)):
            facts = [fact for fact in facts if not (span.start <= fact.start and fact.end <= span.end)]
            facts.append(fact_at(sort_of_fact(sheet, span), sheet, span, source))
    heading = re.search(r"^#*[ \t]*(?P<title>\S[^\n]{1,60})$", sheet.text, re.M)
    if heading and not had and not intent.product and not blocked(heading["title"]):
        intent.product, intent.confidence["product"] = heading["title"].strip(" #*"), 0.5
    return facts


def orderly(facts: list[Fact], intent: Intent) -> list[Fact]:
    """Each fact once, in the order of its source, without those that another one holds or the product is."""
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda f: (f.source != "message", f.source, f.start, f.start - f.end)):
        if fact.text != intent.product and not any(_holds(other, fact) for other in kept):
            kept.append(fact)
    return kept[:_MOST_FACTS]


def _holds(other: Fact, fact: Fact) -> bool:
    """`other` says the same, or stands around `fact` as one of its kind."""
    if fact.text.casefold() == other.text.casefold():
        return True
    around = other.start <= fact.start and fact.end <= other.end
    return around and fact.source == other.source and fact.kind == other.kind
