"""What may stand in the slots of Korean patterns: words that were given, in a form that fits."""

import re
from collections.abc import Mapping, Sequence

from agents.gateway.grammar import Scene, moments_of, scene_for, scenes, table
from agents.gateway.grammar.points import Point, points, stated
from agents.gateway.types import TextTask
from sparklio.lib.korean import attach

FORMAL = {"professional", "premium"}
_TITLE = re.compile(r"(?:법|방법|이유|비결|팁|꿀팁|노하우|순간|이야기|트렌드|가이드|정리|후기|레시피)$")
_PLACE = re.compile(r"(?:집|점|카페|펍|바|식당|레스토랑|베이커리|매장|가게|해피아워|뷔페|다방)$")
_BARE_KIND = re.compile(r"앱|어플|서비스|브랜드|제품|상품|가게|카페")
_NEW = re.compile(r"신메뉴|신제품|신상품|신상|신작|신간|신곡")
_NOTICE = re.compile(r"모집$|선착순|한정|당일\s?배송|새벽\s?배송|수량|서비스$")
_FROM = re.compile(r"부터$|~$|이상$|이하$|대$")


def formed(word: str, form: str) -> str:
    """`word` with the right particle of the pair `form` behind it."""
    return attach(word, form) if form else word


def slots(task: TextTask, lead: Sequence[str], turn: int) -> dict[str, str]:
    """Every slot that this brief can fill. lead: facts to show first; turn: which of equal words to take."""
    scene = scene_for(task)
    formal = task.tone in FORMAL
    words = _names(task) | _people(task, scene, turn) | _features(task, lead, formal) | _offers(task)
    words |= {
        "unit": "" if _PLACE.search(task.product) else scene.unit,
        "line": scene.lines[turn % len(scene.lines)][formal],
        "try": scene.tries[formal],
        "carry": scene.carry[2],
        "carry_end": scene.carry[formal],
        "new": next((fact.text for fact in task.facts if _NEW.fullmatch(fact.text)), ""),
        "place": next((fact.text for fact in task.facts if fact.kind == "place"), ""),
    }
    return {name: word for name, word in words.items() if word}


def is_title(product: str) -> bool:
    """A topic rather than a thing: «드립커피 내리는 법»."""
    return bool(_TITLE.search(product)) and " " in product


def _names(task: TextTask) -> dict[str, str]:
    product = task.product or task.brand
    if is_title(product):
        return {"title": product}
    known = task.brand and task.brand not in product and product not in task.brand
    name = short_name(product)
    bare_kind = _BARE_KIND.fullmatch(product.removesuffix(name).strip())
    return {"product": name if bare_kind else product, "name": name, "brand": task.brand if known else ""}


def short_name(product: str) -> str:
    """The name behind a kind of thing: 무선 이어폰 X1 → X1, 회계 앱 세모장부 → 세모장부."""
    words = product.split()
    kinds = re.compile(table("ko", "small")["words"]["kinds"])
    for at in range(len(words) - 1, 0, -1):
        name = words[at:]
        if len(" ".join(name)) >= 2 and kinds.search(words[at - 1]) and not any(map(_is_kind, name)):
            return " ".join(name)
    return product


def _is_kind(word: str) -> bool:
    """The word itself is a kind of thing, not somebody's name."""
    return any(scene.words.fullmatch(word) for scene in scenes("ko")[:-1])


def _people(task: TextTask, scene: Scene, turn: int) -> dict[str, str]:
    audience = re.sub(r"(?<=[가-힣])들$", "", task.audience.strip())
    moments, todays = moments_of("ko", scene, audience)
    moment = moments[turn % len(moments)]
    return {
        "audience": audience,
        "moment": moment,
        "plain": "" if re.search(r"[는은한]\s|의\s", moment) else moment,
        "time": "" if "는 " in moment else moment,
        "today": todays[turn % len(todays)] if todays else "",
    }


def _features(task: TextTask, lead: Sequence[str], formal: bool) -> dict[str, str]:
    every = sorted(points(task.facts, "ko"), key=lambda point: point.text not in lead)
    in_order = [p for text in lead for p in every if p.text == text] + [
        p for p in every if p.text not in lead
    ]
    loose = [p.text for p in in_order if p.shape in {"noun", "measure", "state"}]
    nouns = [p.text for p in in_order if p.shape == "noun"]
    words = {f"f{at}": text for at, text in enumerate(loose[:3], 1)}
    words |= {f"n{at}": text for at, text in enumerate(nouns[:2], 1)}
    words["s1"] = next((p.text for p in in_order if p.shape == "measure"), "")
    words["mod"] = next((p.text for p in in_order if p.shape == "modifier"), "")
    words["clause"], words["clause_from"] = _first(in_order, "clause", formal)
    words["state"], words["state_from"] = _first(in_order, "state", formal)
    words["count"] = {2: table("ko", "small")["words"]["two"], 3: table("ko", "small")["words"]["three"]}.get(
        len(loose), ""
    )
    return words


def _first(in_order: Sequence[Point], shape: str, formal: bool) -> tuple[str, str]:
    """The first statement of this shape as a sentence, and the words it was made of."""
    for point in in_order:
        if point.shape == shape and (sentence := stated(point, formal)):
            return sentence, point.text
    return "", ""


def _offers(task: TextTask) -> dict[str, str]:
    offers = [f.text for f in task.facts if f.kind == "discount"] + [
        f.text for f in task.facts if f.kind == "offer"
    ]
    notice = next((text for text in offers if _NOTICE.search(text)), "")
    price = next((f.text for f in reversed(task.facts) if f.kind == "price"), "")
    period = next((f.text for f in task.facts if f.kind == "period"), "")
    deal = next((text for text in offers if not _NOTICE.search(text)), "")
    return {
        "deal": deal,
        "notice": notice,
        "recruit": notice if notice.endswith("모집") else "",
        "limited": "" if notice.endswith("모집") else notice,
        "price": price,
        "fare": "" if deal else price,  # a period beside a deal is the deal's, not the price's
        "cost": "" if _FROM.search(price) else price,
        "period": period,
        "when": "" if re.search(r"(?:까지|만|부터|동안|한정)$", period) else period,
    }


def hurries(text: str) -> bool:
    """Whether a line presses the reader."""
    return bool(re.search(table("ko", "small")["words"]["urgent"], text))


def tag_of(words: str) -> str:
    """A hashtag of these words, or "" where none can be made."""
    plain = re.sub(r"[^\w]", "", words)
    return f"#{plain}" if 2 <= len(plain) <= 20 and not plain.isdigit() else ""


def given_slots(words: Mapping[str, str]) -> list[str]:
    """The filled words that are facts, longest first: what may be said twice without being an echo."""
    names = {"product", "name", "brand", "audience", "deal", "notice", "price", "period", "place", "title"}
    return sorted(
        {word for name, word in words.items() if name in names or name[0] in "fn"}, key=len, reverse=True
    )
