"""The book of external calls: `sent` is committed before the first byte; nothing lost is sent again."""

from decimal import Decimal

from django.db.models import Sum
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from agents.desk import Desk
from agents.errors import WorkFailed
from agents.gateway.providers.faults import is_local
from agents.models import ExternalCall, Run

State = ExternalCall.State


def answered(desk: Desk, step: str, request_hash: str) -> str | None:
    """The stored answer of this step, if it was asked before and answered.

    Raises WorkFailed(needs_review) if it was sent and nobody knows the outcome (R-P4); on our own hardware
    such a call is written off and may be sent again, for it costs nothing.
    """
    rows = ExternalCall.objects.filter(run=desk.run, step=step).order_by("-created_at")
    done = rows.filter(state=State.OK, request_hash=request_hash).first()
    if done is not None:
        return str(done.answer)
    lost = rows.filter(state__in=ExternalCall.LIVE).first()
    if lost is not None:
        lose(desk, lost, _("The worker died while the model was writing."))
        if not is_local():
            raise WorkFailed(
                _(
                    "The worker died while the model was writing. "
                    "It may have been billed: check before you ask again."
                ),
                state="needs_review",
            )
    return None


def begin(desk: Desk, step: str, **facts) -> ExternalCall:
    """Commit that the call is about to be sent (R-P3), fenced by the lease (R-J3)."""
    with desk.guard():
        return ExternalCall.objects.create(run=desk.run, step=step, state=State.SENT, **facts)


def settle(desk: Desk, call: ExternalCall, answer: str, *, usage, cost: Decimal) -> None:
    """Write down the answer and its cost, whoever holds the run now: the money is spent."""
    ExternalCall.objects.filter(pk=call.pk).update(
        state=State.OK,
        answer=answer,
        tokens_in=getattr(usage, "prompt_tokens", 0) or 0,
        tokens_out=getattr(usage, "completion_tokens", 0) or 0,
        cost=cost,
        ended_at=Now(),
    )
    Run.objects.filter(pk=desk.run.pk).update(cost=cost_of(desk.run))


def reject(desk: Desk, call: ExternalCall, words: str) -> None:
    ExternalCall.objects.filter(pk=call.pk).update(state=State.REJECTED, note=words[:500], ended_at=Now())


def lose(desk: Desk, call: ExternalCall, words: str) -> None:
    ExternalCall.objects.filter(pk=call.pk).update(state=State.UNKNOWN, note=words[:500], ended_at=Now())


def cost_of(run: Run, step: str = "") -> Decimal:
    """What a run's calls cost so far, US dollars; of one step and its repair where `step` is given."""
    rows = ExternalCall.objects.filter(run=run)
    if step:
        rows = rows.filter(step__in=[step, f"{step}:repair"])
    return rows.aggregate(sum=Sum("cost"))["sum"] or Decimal(0)
