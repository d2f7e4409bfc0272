"""Vision analyser: measures how the drafts look; no model is asked."""

from pydantic import BaseModel

from agents.agent import Agent
from assets.look import look_at
from assets.models import Asset, Draft

WEIGHTS = {"sharpness": 0.15, "contrast": 0.3, "color": 0.15, "whitespace": 0.25, "balance": 0.15}


class Order(BaseModel):
    round: int = 1
    wish: str = ""


class Seen(BaseModel):
    """Score 0–1 of each draft by its place."""

    scores: dict[int, float]


class VisionAnalyser(Agent):
    slug, needs = "vision_analyser", "desk"
    label = {"ko": "비전 분석가", "en": "Vision analyser"}
    takes, gives = Order, Seen

    def think(self, desk, order):
        scores = {}
        for draft in Draft.objects.of_round(desk.brief, order.round):
            pages = {page: self._see(asset) for page, asset in draft.look.get("thumbnails", {}).items()}
            if not pages:
                continue
            scores[draft.place] = round(min(page["score"] for page in pages.values()), 2)
            with desk.guard():
                fresh = Draft.objects.select_for_update().get(pk=draft.pk)
                fresh.look = {**fresh.look, "pages": pages, "score": scores[draft.place]}
                fresh.save(update_fields=["look"])
        return Seen(scores=scores)

    def _see(self, asset_id: str) -> dict:
        with Asset.objects.get(pk=asset_id).file.open("rb") as file:
            look = look_at(file.read())
        score = sum(WEIGHTS[name] * value for name, value in look.scores.items())
        return {"score": round(score, 2), **look._asdict()}
