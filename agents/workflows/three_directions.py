"""Three directions: concept, words, designs, pictures, measures, verdict."""

from agents.desk import Step
from agents.nodes import somebody_can
from agents.workflow import Workflow

PLACES = (1, 2, 3)


class ThreeDirections(Workflow):
    slug = "three_directions"
    label = {"ko": "세 가지 방향", "en": "Three directions"}

    def steps(self, brief, *, round, wish=""):
        order = {"round": round, "wish": wish}
        copies = [
            Step(f"copy.{place}", "copywriter", {**order, "place": place}, ["concept"]) for place in PLACES
        ]
        steps = [
            Step("concept", "strategist", order),
            *copies,
            Step("design", "designer", order, [copy.key for copy in copies]),
        ]
        if somebody_can("press"):
            steps += [
                Step("pictures", "thumbnail", {**order, "brief": str(brief.pk)}, ["design"]),
                Step("look", "vision_analyser", order, ["pictures"]),
            ]
        return [*steps, Step("review", "reviewer", order, [steps[-1].key])]
