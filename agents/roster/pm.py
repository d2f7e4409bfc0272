"""Project manager: picks the workflow for a brief and hands out its steps."""

from pydantic import BaseModel

from agents.agent import Agent
from agents.workflows import workflow_for


class Order(BaseModel):
    """round  1 for the first drafts, one more for every time they are made anew.
    wish   what should be different this time
    """

    round: int = 1
    wish: str = ""


class Plan(BaseModel):
    workflow: str
    steps: list[str]


class ProjectManager(Agent):
    slug, needs = "pm", "desk"
    label = {"ko": "PM", "en": "Project manager"}
    takes, gives = Order, Plan

    def think(self, desk, order):
        workflow = workflow_for(desk.brief)
        steps = workflow.steps(desk.brief, round=order.round, wish=order.wish)
        with desk.guard():
            desk.pass_on(steps)
        return Plan(workflow=workflow.slug, steps=[step.key for step in steps])
