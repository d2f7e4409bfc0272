"""Editor: other wordings for a draft's lines, offered to a person and never put in by itself."""

import uuid

from django.utils.translation import gettext as _
from pydantic import BaseModel, Field

from agents.agent import Agent
from agents.gateway.types import CopyText, Suggestion
from agents.live import drafts_changed
from agents.tasks import text_task
from assets.models import Draft
from assets.models import Suggestion as Offer
from sparklio.lib.refusal import Refusal

FIELDS = ("headline", "subheadline", "body", "cta")


class Order(BaseModel):
    """wish  a slug of agents.gateway.wishes.WISHES, or the person's own words."""

    draft: uuid.UUID
    wish: str = Field(min_length=1, max_length=300)
    field: str = ""


class Wordings(BaseModel):
    """Other wordings of one line, best first."""

    suggestions: list[Suggestion] = Field(max_length=5)


class Offered(BaseModel):
    offered: int


class Editor(Agent):
    slug, needs = "editor", "text"
    label = {"ko": "에디터", "en": "Editor"}
    takes, gives = Order, Offered

    def think(self, desk, order):
        draft = Draft.objects.get(pk=order.draft, brief__brand=desk.brand)
        copy = CopyText.model_validate(draft.copy)
        task = text_task(desk.brief, desk.kit, "rewrite", round=draft.round)
        offers = []
        fields = [order.field] if order.field in FIELDS else [name for name in FIELDS if getattr(copy, name)]
        for number, name in enumerate(fields):
            desk.report(int(100 * number / len(fields)))
            line = getattr(copy, name)
            parts = {"line": line, "field": name, "wish": order.wish, "copy": copy}
            answered = desk.ask(task, Wordings, step=f"rewrite:{name}", **parts)
            offers += [
                Offer(
                    draft=draft,
                    field=name,
                    before=line,
                    after=wording.text,
                    reason=wording.reason.get(desk.run.language, "")[:300],
                    provenance=answered.provenance,
                )
                for wording in answered.value.suggestions
                if wording.text != line
            ]
        if not offers:
            raise Refusal(_("No other wording was found that keeps to the facts. Try another wish."))
        with desk.guard():
            Offer.objects.filter(draft=draft, status=Offer.Status.OFFERED, field__in=fields).delete()
            Offer.objects.bulk_create(offers)
            drafts_changed(desk.brief)
        return Offered(offered=len(offers))
