"""Strategy without a model: which arguments the facts carry, and a concept all channels share."""

from collections.abc import Callable

from agents.gateway.grammar import table
from agents.gateway.grammar.draft import Draft
from agents.gateway.grammar.points import points
from agents.gateway.types import Angle, Concept, Direction, Guardrails, TextTask
from brands.claims import claims

_OPEN_TO_ALL: tuple[Angle, ...] = ("moment", "question", "invitation")
Begin = Callable[[str, list[str]], Draft]


def think(task: TextTask, begin: Begin) -> Concept:
    """A concept and three directions that turn on different things."""
    words = table(task.lang, "strategy")
    angles = [
        angle for angle in arguments(task) if begin(angle, _lead(task, angle)).candidates("headline", {angle})
    ]
    angles = [*angles, *(angle for angle in _OPEN_TO_ALL if angle not in angles)][:3]
    directions: list[Direction] = []
    for angle in angles:
        directions.append(_direction(task, angle, begin, [each.hook for each in directions]))
    said = [
        fact.text for fact in task.facts if fact.kind in {"feature", "spec", "discount", "offer", "price"}
    ]
    name = task.product or task.brand or words["nameless"]
    promise = ", ".join(said[:2])
    return Concept(
        name=words["name"].format(product=name)[:80],
        topic=name[:200],
        mode="launch_campaign" if "newness" in angles or task.goal == "launch" else "evergreen",
        target_audience=task.audience,
        audience_insight=_insight(task, words)[:300],
        core_promise=promise[:200],
        brand_role=words["role"].format(brand=task.brand or name)[:200],
        reason_to_believe=[text[:300] for text in said[:8]],
        creative_device=words["device"][angles[0]][:200],
        tone_and_manner=words["tones"][task.tone],
        keywords=list(dict.fromkeys([name, *said]))[:12],
        hook_patterns=[direction.hook for direction in directions],
        channel_strategy={task.channel: words["channel"]} if task.channel else {},
        guardrails=Guardrails(
            avoid_claims=[claim.slug for claim in claims()] + [*task.voice.forbidden, *task.avoid][:60],
            must_include=[*task.must_include, *task.voice.key_messages][:20],
        ),
        directions=directions,
    )


def arguments(task: TextTask) -> list[Angle]:
    """Angles that these facts carry, best first; each round moves the later ones on."""
    shaped = points(task.facts, task.lang)
    loose = [p for p in shaped if p.shape not in {"modifier", "condition"}]
    telling = [p for p in shaped if p.shape not in {"measure", "condition"}]
    offers = [f for f in task.facts if f.kind in {"discount", "offer", "price"}]
    is_new = any(f.kind == "other" and not any(c.isdigit() for c in f.text) for f in task.facts)
    people = 0 < len(task.audience) <= (16 if task.lang == "ko" else 40)
    carried: list[tuple[Angle, bool]] = [
        ("offer", bool(offers) and (task.tone == "urgent" or not shaped)),
        ("feature", bool(telling)),
        ("offer", bool(offers)),
        ("newness", is_new),
        ("audience", people),
        ("moment", True),
        ("question", True),
        ("proof", len(loose) > 1),
        ("invitation", True),
    ]
    angles = list(dict.fromkeys(angle for angle, fits in carried if fits))
    turn = task.round % max(len(angles) - 1, 1)
    return [angles[0], *angles[1 + turn :], *angles[1 : 1 + turn]]


def _direction(task: TextTask, angle: Angle, begin: Begin, hooks: list[str]) -> Direction:
    lead, words = _lead(task, angle), table(task.lang, "strategy")
    draft = begin(angle, lead)
    draft.unwanted = set(hooks)
    hook = draft.pick("headline", [angle]) or draft.pick("headline", ["invitation"])
    hook = hook or draft.pick("headline", ["nameless"]) or draft.last_resort("headline")
    quoted = ", ".join(f"‘{text}’" if task.lang == "ko" else f"“{text}”" for text in lead[:2])
    return Direction(
        angle=angle,
        name=words["angles"][angle]["name"],
        argument=words["angles"][angle]["argument"].format(
            lead=quoted or words["nothing_said"], audience=task.audience or words["anyone"]
        )[:240],
        core_promise=", ".join(lead)[:160],
        hook=hook,
        lead=lead[:6],
    )


def _lead(task: TextTask, angle: Angle) -> list[str]:
    """The facts that this argument shows first, as they were said."""
    features = [p.text for p in points(task.facts, task.lang)]
    offers = [f.text for f in task.facts if f.kind in {"discount", "offer"}]
    prices = [f.text for f in task.facts if f.kind == "price"][-1:]
    periods = [f.text for f in task.facts if f.kind == "period"][:1]
    if angle == "offer":
        return [*offers, *prices, *periods][:6]
    if angle == "proof":
        return [*features[1:], *features[:1]][:6]
    return [*features, *([] if features else [*offers, *prices])][:6]


def _insight(task: TextTask, words: dict) -> str:
    key = "insight" if task.audience else "insight_open"
    return words[key].format(audience=task.audience, product=task.product or task.brand)
