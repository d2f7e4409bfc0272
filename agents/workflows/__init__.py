"""One file, one workflow: which makers work on a brief, in what order."""

from agents.workflow import Planned, Workflow, planned
from brands.models import Brief
from sparklio.lib.registry import discover

WORKFLOWS = discover("agents.workflows", Workflow)


def workflow_for(brief: Brief) -> Workflow:
    """The first workflow that says it fits the brief."""
    return next(workflow() for workflow in WORKFLOWS.values() if workflow.fits(brief))


def plan_of(brief: Brief) -> list[Planned]:
    """What one round takes, to be seen before anything is spent. Raises Refusal if a price is unknown."""
    return [planned(step) for step in workflow_for(brief).steps(brief, round=1)]
