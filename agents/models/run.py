"""One piece of asked work, and the message that asks for it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from brands.models import Brand, Brief


class RunQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(brand__in=Brand.objects.for_user(user))

    def latest_first(self):
        return self.order_by("-asked_at", "-pk")

    def unfinished(self):
        return self.filter(state__in=Run.UNFINISHED)

    def waiting(self):
        return self.filter(state__in=Run.WAITING)

    def ready(self):
        """Waiting runs whose every forerunner is done."""
        links = Run.after.through.objects.filter(from_run=models.OuterRef("pk"))
        return self.waiting().exclude(models.Exists(links.exclude(to_run__state=Run.State.DONE)))

    def carried(self):
        """Runs that have done their own part and wait for those they split off."""
        return self.filter(state=Run.State.RUNNING, lease_token=None)

    def family_of(self, run):
        """The run that a person asked for, and all that came of it."""
        root = run.root_id or run.pk
        return self.filter(models.Q(pk=root) | models.Q(root=root))

    def roots(self):
        return self.filter(root=None)


class Run(models.Model):
    """A failure is final (asking again is a new run); a lost lease is handed on.

    A run that split others off (their `parent`) and has done its own part stays running, without a lease,
    until the last of them has ended; then it ends as they did.

    order        what the maker is told; never secrets, never files
    asked_by     the person; `sender` is the agent that passed it on, if one did
    root         the run that a person asked for; `parent` the one that split this off
    step         its name within the family, such as "copy.2"
    after        runs that must be done before this one may start
    needs        a word of sparklio.capabilities
    lease_token  whoever holds it may write; every later write carries it (R-J3)
    lease_until  by the database's clock (R-J5)
    rung_at      when the doorbell was last rung
    cost         US dollars
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("queued")
        WAITING_NODE = "waiting_node", _("waiting for a machine")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")
        NEEDS_REVIEW = "needs_review", _("needs a look")

    class Priority(models.IntegerChoices):
        INTERACTIVE = 0, _("interactive")
        BATCH = 1, _("batch")
        LEARNING = 2, _("learning")

    WAITING = [State.QUEUED, State.WAITING_NODE]
    UNFINISHED = [*WAITING, State.RUNNING]
    FELL = [State.FAILED, State.CANCELLED, State.NEEDS_REVIEW]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    brand = models.ForeignKey(Brand, models.CASCADE, related_name="runs")
    brief = models.ForeignKey(Brief, models.CASCADE, null=True, blank=True, related_name="runs")
    maker = models.CharField(_("maker"), max_length=40)
    step = models.CharField(_("step"), max_length=40, blank=True)
    sender = models.CharField(_("passed on by"), max_length=40, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    language = models.CharField(max_length=2, default="ko")
    order = models.JSONField(_("order"), default=dict, blank=True)
    root = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="family")
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")
    after = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="before")
    priority = models.PositiveSmallIntegerField(_("priority"), choices=Priority, default=Priority.INTERACTIVE)
    idempotency_key = models.CharField(max_length=100, unique=True, null=True, blank=True)
    request_hash = models.CharField(max_length=64, blank=True)
    needs = models.CharField(_("needs"), max_length=20)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.QUEUED)
    error_code = models.CharField(_("error code"), max_length=24, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    percent = models.PositiveSmallIntegerField(_("percent"), default=0)
    result = models.JSONField(_("result"), null=True, blank=True)
    cost = models.DecimalField(_("cost, $"), max_digits=12, decimal_places=6, default=0)
    node = models.CharField(_("machine"), max_length=80, blank=True)
    lease_token = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    attempt = models.PositiveSmallIntegerField(_("attempt"), default=0)
    crash_count = models.PositiveSmallIntegerField(_("crashes"), default=0)
    not_before = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    rung_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(_("asked"), db_default=Now(), editable=False)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects = RunQuerySet.as_manager()

    class Meta:
        verbose_name = _("run")
        verbose_name_plural = _("runs")
        ordering = ["-asked_at"]
        indexes = [
            models.Index(fields=["brief", "-asked_at"], name="run_latest"),
            models.Index(
                fields=["state", "priority", "asked_at"],
                condition=models.Q(state__in=["queued", "waiting_node", "running"]),
                name="run_unfinished",
            ),
            models.Index(
                fields=["priority", "asked_at"],
                condition=models.Q(state__in=["queued", "waiting_node"]),
                name="run_next",
            ),
        ]

    def __str__(self):
        return f"{self.maker} {str(self.pk)[:8]}"

    @property
    def is_finished(self):
        return self.state not in self.UNFINISHED
