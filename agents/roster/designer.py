"""Designer: sets each direction's words in the brand's look, three layouts that differ."""

from pydantic import BaseModel

from agents.agent import Agent
from agents.live import drafts_changed
from assets.composition import Composition, CopyText, KitLook
from assets.design import MODES, lay_out, natural_mode
from assets.document.fonts import families
from assets.formats import formats
from assets.layouts import offer
from assets.models import Draft

# What a direction argues with, in the words that layouts use of themselves.
SUITS = {
    "feature": ["product", "benefit list", "fact"],
    "offer": ["price", "offer", "event"],
    "audience": ["friendly", "professional"],
    "moment": ["emotion", "quote"],
    "newness": ["announcement"],
    "proof": ["fact", "professional"],
    "question": ["quote", "announcement"],
    "invitation": ["event", "friendly"],
}


class Order(BaseModel):
    round: int = 1
    wish: str = ""


class Designed(BaseModel):
    """Draft ids by place, and the layouts used."""

    drafts: dict[int, str]
    layouts: dict[int, str]


class Designer(Agent):
    slug, needs = "designer", "desk"
    label = {"ko": "디자이너", "en": "Designer"}
    takes, gives = Order, Designed

    @staticmethod
    def warm():
        """Compose once, so that fonts and colours are loaded before somebody waits for them."""
        words = CopyText(headline="가나다", subheadline="가나다 라마바", cta="보기")
        for name in families():
            look = KitLook({}, {"heading": name, "body": "Pretendard"}, "")
            offer(Composition(formats()["instagram_square"], words, look), count=3)

    def think(self, desk, order):
        used = set(_rejected_layouts(desk.brief))
        drafts, layouts = {}, {}
        for place in (1, 2, 3):
            desk.report(30 * place - 20)
            words = desk.found(f"copy.{place}")
            seed = desk.brief.seed + 101 * order.round + place
            mode = _mode(desk.kit, place)
            design = lay_out(
                desk.brief,
                desk.kit,
                words["copy_text"],
                seed=seed,
                mode=mode,
                avoid=used,
                prefer=SUITS.get(words["direction"]["angle"], []),
            )
            used.add(design.layout)
            layouts[place] = design.layout
            made_by = {"provider": "layout engine", "layout": design.layout, "seed": seed, "mode": mode}
            with desk.guard():
                draft, _made = Draft.objects.update_or_create(
                    brief=desk.brief,
                    round=order.round,
                    place=place,
                    defaults={
                        "layout": design.layout,
                        "direction": words["direction"],
                        "copy": words["copy_text"],
                        "content": design.content,
                        "obeys": words["obeys"],
                        "provenance": {"copy": words["provenance"], "layout": made_by},
                    },
                )
            drafts[place] = str(draft.pk)
        drafts_changed(desk.brief)
        return Designed(drafts=drafts, layouts=layouts)


def _mode(kit, place: int) -> str:
    """The brand's own ground; the other one for the second direction, so the three differ at a glance."""
    own = natural_mode(kit)
    return own if place != 2 else MODES[1 - MODES.index(own)]


def _rejected_layouts(brief) -> list[str]:
    """Layouts of drafts that were rejected: the next round looks different."""
    rejected = Draft.objects.filter(brief=brief, status=Draft.Status.REJECTED)
    return list(rejected.order_by("-decided_at").values_list("layout", flat=True)[:6])
