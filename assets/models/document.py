"""A design as a log of events; `content` is the state after event `seq`."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brands.models import Brand, Brief


class DocumentQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(brand__in=Brand.objects.for_user(user))

    def latest_first(self):
        return self.order_by("-updated_at", "-pk")


class Document(models.Model):
    """An editable design.

    content  the neutral document ("sparklio.doc/1") after event `seq`
    seq      number of the last event; with `epoch` it is the version that writers must name (R-D2)
    epoch    goes up when an old version is restored, so a tab from before cannot bring the old state back
    version  what people count: goes up when a draft is approved into it
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    brand = models.ForeignKey(Brand, models.CASCADE, related_name="documents")
    brief = models.ForeignKey(Brief, models.SET_NULL, null=True, blank=True, related_name="documents")
    title = models.CharField(_("title"), max_length=200)
    content = models.JSONField(_("content"))
    seq = models.PositiveBigIntegerField(default=0)
    epoch = models.PositiveIntegerField(default=1)
    version = models.PositiveIntegerField(_("version"), default=1)
    thumbnail = models.ForeignKey("assets.Asset", models.SET_NULL, null=True, blank=True, related_name="+")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-updated_at"]
        indexes = [models.Index(fields=["brand", "-updated_at"], name="document_latest")]

    def __str__(self):
        return self.title


class EventQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(document__brand__in=Brand.objects.for_user(user))

    def since(self, seq):
        return self.filter(seq__gt=seq).order_by("seq")


class Event(models.Model):
    """One accepted change: the ops one client sent together.

    base_seq   what the client had seen
    conflicts  values that lost against this event or ops that came too late, kept and shown (R-D4)
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="events")
    seq = models.PositiveBigIntegerField()
    epoch = models.PositiveIntegerField()
    base_seq = models.PositiveBigIntegerField()
    client_op_id = models.CharField(max_length=64)
    ops = models.JSONField()
    conflicts = models.JSONField(default=list, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["document", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["document", "seq"], name="one_event_per_seq"),
            models.UniqueConstraint(fields=["document", "client_op_id"], name="one_event_per_client_op"),
        ]

    def __str__(self):
        return f"{self.document_id} #{self.seq}"


class SnapshotQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(document__brand__in=Brand.objects.for_user(user))


class Snapshot(models.Model):
    """The content at one seq, so that a replay is short. `sha256` is of the canonical JSON."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="snapshots")
    seq = models.PositiveBigIntegerField()
    epoch = models.PositiveIntegerField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        verbose_name = _("snapshot")
        verbose_name_plural = _("snapshots")
        ordering = ["document", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["document", "epoch", "seq"], name="one_snapshot_per_seq")
        ]

    def __str__(self):
        return f"{self.document_id} @{self.seq}"
