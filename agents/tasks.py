"""From a brief and its kit to an order for words."""

from agents.gateway.types import TextTask, Voice
from assets.models import Draft
from brands.models import Brief, Kit


def text_task(brief: Brief, kit: Kit, name: str, *, round: int = 1, wish: str = "") -> TextTask:
    """The order for `name` ("concept", "copy", "rewrite", "review"): what people said and nothing else."""
    return TextTask(
        name=name,
        lang=brief.language,
        tone=brief.tone or kit.tone,
        menu=brief.menu,
        goal=str(brief.intent.get("goal", ""))[:40],
        product=brief.product,
        brand=(brief.intent.get("brand") or brief.brand.name)[:100],
        audience=brief.audience,
        channel=brief.channel.split(",")[0],
        facts=brief.facts,
        voice=Voice(preferred=kit.preferred, forbidden=kit.forbidden, key_messages=kit.key_messages),
        must_include=brief.intent.get("must_include", [])[:10],
        keywords=brief.intent.get("keywords", [])[:20],
        avoid=brief.forbidden,
        seed=brief.seed,
        round=round - 1,
        reasons=reasons(brief) + ([wish] if wish else []),
    )


def reasons(brief: Brief) -> list[str]:
    """Why drafts of this brief were rejected so far, oldest first, each once."""
    rejected = Draft.objects.filter(brief=brief, status=Draft.Status.REJECTED).exclude(reject_reason="")
    return list(dict.fromkeys(rejected.order_by("decided_at").values_list("reject_reason", flat=True)))[-19:]
