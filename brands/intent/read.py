"""Reading one message: every reader takes what it understands off the sheet, the surest first."""

import re
import unicodedata
from collections.abc import Sequence

from django.utils.translation import gettext as _

from brands.channels import formats_of
from brands.claims import find
from brands.facts import Fact
from brands.intent import product_en, product_ko
from brands.intent.audience import take_audience
from brands.intent.features import take_features
from brands.intent.gather import (
    each_with_its_price,
    fact_at,
    labelled_facts,
    newness,
    orderly,
    read_source,
    sort_of_fact,
)
from brands.intent.labels import take_labels
from brands.intent.leftovers import take_leftovers
from brands.intent.lexicon import ko
from brands.intent.orders import (
    take_asides,
    take_forbidden,
    take_look,
    take_must,
    take_output_language,
    take_withheld,
)
from brands.intent.scope import with_scope
from brands.intent.sheet import Sheet
from brands.intent.spans import take_shapes
from brands.intent.types import Intent
from brands.intent.words import Named, menus_named, take_channels, take_tones
from sparklio.lib.refusal import Refusal

LONGEST = 5000
_SPEAKER = re.compile(
    r"\b(?:at|by|from|called|named)\s(?P<name>[A-Z][\w&'’-]*(?:\s(?:&|and|of|[A-Z])[\w&'’-]*){0,3})(?=[\s,.!?]|$)"
)
# «트렌드 카드», "brand kit": the menu's own name is never the product.
_SAID_AS_A_THING = {"brand_kit", "trend", "data_collection", "template", "brief"}
_GOALS = [
    ("signup", r"모집|가입|회원|등록|\bsign[- ]?ups?\b|\benrol|\bregister\b|\bsubscribe"),
    ("lead", r"상담|문의|견적|\benquir|\binquir|\bconsultation\b|\bquote\b"),
    ("booking", r"예약|\bbook(?:ing)?s?\b|\breserv"),
    ("promotion", r"할인|세일(?!즈)|이벤트|프로모션|행사|\b(?:sale|discount|off|deal|promotion)\b"),
    ("launch", r"출시|론칭|런칭|신메뉴|신제품|신상|오픈|새로\s?나온|\blaunch|\bnew\b|\bopening\b|\bintroduc"),
    ("notice", r"안내|공지|휴무|\bnotice\b|\bannouncement\b|\bclosed\b"),
]


def language_of(text: str) -> str:
    """ "ko" where at least a fifth of the letters is Hangul."""
    hangul = sum("가" <= char <= "힣" for char in text)
    letters = sum(char.isalpha() for char in text)
    return "ko" if letters and hangul / letters >= 0.2 else "en"


def read(
    text: str, *, lang: str | None = None, sources: Sequence[tuple[str, str]] = (), menu: str | None = None
) -> Intent:
    """What a message and its files say, quoted. Raises Refusal if there is nothing to read or too much.

    lang  the language to write in, where the person or the page has already said so
    menu  the menu that was picked on the page, if one was
    """
    text = _checked(text)
    sheet = Sheet(text)
    intent = Intent(text=text, lang=lang or language_of(sheet.text))
    intent.lang = take_output_language(sheet) or intent.lang
    _read_orders(sheet, intent)
    _read_claims(sheet, intent)
    labelled = take_labels(sheet)
    facts = labelled_facts(sheet, intent, labelled, "message") + take_shapes(sheet, "message")
    _read_places_and_tones(sheet, intent)
    if not intent.audience and (found := take_audience(sheet)):
        intent.audience, intent.confidence["audience"] = sheet.text[slice(*found[0])], found[1]
        facts.append(fact_at("audience", sheet, found[0], "message"))
    facts += [fact_at(sort_of_fact(sheet, span), sheet, span, "message") for span in take_features(sheet)]
    intent.look = take_look(sheet)
    facts += _read_product(sheet, intent)
    facts = with_scope(sheet, facts)
    facts += newness(sheet, "message")
    facts += _read_leftovers(sheet, intent)
    facts = each_with_its_price(sheet, facts)
    for name, words in sources:
        facts += read_source(name, words, intent)
    intent.facts = orderly(facts, intent)
    return _concluded(intent, sheet, menu)


def _checked(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("\x00", " ")
    if not re.search(r"\w", text):
        raise Refusal(_("Write what you want to make: a product name is enough to begin with."))
    if len(text) > LONGEST:
        raise Refusal(
            _("%(length)s characters are too many; %(most)s fit. Shorten it or attach the rest as a file.")
            % {"length": f"{len(text):,}", "most": f"{LONGEST:,}"}
        )
    return text


def _read_orders(sheet: Sheet, intent: Intent) -> None:
    take_asides(sheet)
    intent.withhold = take_withheld(sheet)
    intent.forbidden = take_forbidden(sheet)
    intent.must_include = take_must(sheet)


def _read_claims(sheet: Sheet, intent: Intent) -> None:
    """Claims outside what the person forbids; taken, so that no fact contains them."""
    for finding in find(sheet.text):
        if sheet.is_free(finding.start, finding.end):
            intent.claims.append(finding)
            if finding.weight == "block":
                sheet.take(finding.start, finding.end, "claim")


def _read_places_and_tones(sheet: Sheet, intent: Intent) -> None:
    for named in menus_named(sheet):
        if named.slug in _SAID_AS_A_THING and sheet.is_free(named.start, named.end):
            sheet.take(named.start, named.end, "channel")
    intent.tone = next((named.slug for named in take_tones(sheet)), "")
    channels = take_channels(sheet)
    intent.channels = list(dict.fromkeys(named.slug for named in channels))
    if {"story", "instagram_portrait", "print"} & set(intent.channels):  # "인스타 스토리": one place, not two
        loose = [n for n in channels if n.slug == "instagram" and _beside(sheet.text, n.end, channels)]
        intent.channels = [slug for slug in intent.channels if slug not in {n.slug for n in loose}]


def _beside(text: str, end: int, channels: list[Named]) -> bool:
    return any(
        other.start >= end and not text[end : other.start].strip(" 용") and other.slug != "instagram"
        for other in channels
    )


def _read_product(sheet: Sheet, intent: Intent) -> list[Fact]:
    """The product, the shop and what was said right before the product."""
    facts: list[Fact] = []
    if intent.product:
        return facts
    finder = product_ko if language_of(sheet.text) == "ko" else product_en
    found = finder.find_product(sheet)
    if found is None:
        return facts
    intent.product = _unquoted(sheet.text[slice(*found.product)])
    intent.confidence["product"] = found.sure
    sheet.take(*found.product, "product")
    if found.brand:
        sheet.take(*found.brand, "brand")
        intent.brand = intent.brand or _brand_name(sheet.text[slice(*found.brand)])
    if found.modifier:
        sheet.take(*found.modifier, "feature")
        facts.append(fact_at("feature", sheet, found.modifier, "message"))
    return facts


def _read_leftovers(sheet: Sheet, intent: Intent) -> list[Fact]:
    facts = []
    for match in sheet.matches(_SPEAKER):
        sheet.take(match.start(), match.end(), "brand")
        intent.brand = intent.brand or match["name"]
    for kind, span in take_leftovers(sheet, language_of(sheet.text)):
        words = sheet.text[slice(*span)]
        if kind == "brand":
            intent.brand = intent.brand or _brand_name(words)
        elif kind == "audience" and intent.audience:
            continue
        else:
            intent.audience = words if kind == "audience" else intent.audience
            facts.append(fact_at(kind, sheet, span, "message"))
    return facts


def _unquoted(words: str) -> str:
    """«회계 앱 ‘세모장부’» without its quotation marks; apostrophes (kids') stay."""
    return re.sub(r"(?<![A-Za-z])['’]|[\"‘“”「」『』《》〈〉]|\b(?:called|named)\s", "", words)


def _brand_name(words: str) -> str:
    """A shop's name, or "" where it is only a kind of shop (우리 카페)."""
    name = re.sub(r"^(?:우리|저희|제|내|our|my)\s", "", words)
    return "" if re.fullmatch(ko("business_kinds"), name) else name


def _concluded(intent: Intent, sheet: Sheet, menu: str | None) -> Intent:
    from brands.menus import MENUS

    named = [n.slug for n in menus_named(sheet)]
    intent.menu = menu if menu in MENUS else _menu(named, language_of(sheet.text))
    intent.confidence["menu"] = 0.95 if menu in MENUS or named else 0.5
    own = MENUS[intent.menu].channel
    if intent.channels:
        intent.confidence["channel"] = 0.9
    intent.channel = intent.channels[0] if intent.channels else own
    intent.formats = formats_of(intent.channels or [own])
    for field, kinds in {
        "features": ("feature", "spec"),
        "price": ("price",),
        "offer": ("discount", "offer"),
        "period": ("period",),
        "place": ("place",),
    }.items():
        if intent.said(*kinds):
            intent.confidence.setdefault(field, 0.85)
    if intent.tone:
        intent.confidence["tone"] = 0.9
    intent.goal = next((goal for goal, pattern in _GOALS if re.search(pattern, sheet.text, re.I)), "")
    return intent


def _menu(named: list[str], lang: str) -> str:
    """The last menu named in Korean (the head of its phrase), the first in English; else a social post."""
    if not named:
        return "sns"
    return named[-1] if lang == "ko" else named[0]
