"""One request to a service outside the house, from intention to known outcome."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from agents.models.run import Run
from brands.models import Brand


class CallQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(run__brand__in=Brand.objects.for_user(user))


class ExternalCall(models.Model):
    """`sent` is committed before the first byte (R-P3); an unknown outcome is never sent again (R-P4)."""

    class State(models.TextChoices):
        INTENT = "intent", _("intended")
        SENT = "sent", _("sent")
        ACCEPTED = "accepted", _("accepted")
        OK = "ok", _("answered")
        REJECTED = "rejected", _("rejected")
        UNKNOWN = "unknown", _("outcome unknown")
        RECONCILED = "reconciled", _("reconciled")

    LIVE = [State.INTENT, State.SENT, State.ACCEPTED]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    run = models.ForeignKey(Run, models.CASCADE, related_name="calls")
    step = models.CharField(_("step"), max_length=60)
    provider = models.CharField(_("provider"), max_length=40)
    model = models.CharField(_("model"), max_length=120, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.INTENT)
    provider_ref = models.CharField(max_length=120, blank=True)
    request_hash = models.CharField(max_length=64)
    answer = models.JSONField(_("answer"), null=True, blank=True)
    tokens_in = models.PositiveIntegerField(_("tokens in"), default=0)
    tokens_out = models.PositiveIntegerField(_("tokens out"), default=0)
    cost = models.DecimalField(_("cost, $"), max_digits=12, decimal_places=6, default=0)
    note = models.CharField(_("note"), max_length=500, blank=True)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = _("external call")
        verbose_name_plural = _("external calls")
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["run", "step"],
                condition=models.Q(state__in=["intent", "sent", "accepted"]),
                name="one_live_call_per_step",
            ),
        ]

    def __str__(self):
        return f"{self.provider} {self.step}"
