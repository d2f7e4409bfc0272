"""What watchers of a brief are told: look again. The names stand here and in the consumer (R-J8)."""

from agents.models import Run
from brands.models import Brief
from sparklio.lib.live import tell


def announce(run: Run) -> None:
    """The runs of this run's brief changed. A run without a brief is nobody's page."""
    if run.brief_id:
        tell(f"brief.{run.brief_id}", "runs.changed")


def drafts_changed(brief: Brief) -> None:
    """The drafts of this brief changed."""
    tell(f"brief.{brief.pk}", "drafts.changed")
