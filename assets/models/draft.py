"""The Review Buffer: what agents made and people have not approved yet."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brands.models import Brand, Brief


class DraftQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(brief__brand__in=Brand.objects.for_user(user))

    def of_round(self, brief, number):
        return self.filter(brief=brief, round=number).order_by("place")

    def current(self):
        """The drafts people decide on now."""
        return self.exclude(status__in=[Draft.Status.SUPERSEDED, Draft.Status.REJECTED])


class Draft(models.Model):
    """One direction of one round.

    direction   {"slug","name","angle","promise","hook"}: the argument this draft makes
    copy        CopyText
    content     the neutral document, one page per format
    look        what the vision analyser measured, per page
    review      the reviewer's scores, findings and verdict
    obeys       rejection reasons of earlier rounds and how this draft meets each: [{"reason","how","met"}]
    provenance  {"provider","model","prompt","seed","cost"} per part: {"copy": …, "layout": …}
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        REVIEWING = "reviewing", _("under review")
        APPROVED = "approved", _("approved")
        REJECTED = "rejected", _("rejected")
        SUPERSEDED = "superseded", _("earlier round")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    brief = models.ForeignKey(Brief, models.CASCADE, related_name="drafts")
    round = models.PositiveIntegerField(_("round"), default=1)
    place = models.PositiveSmallIntegerField(_("place"), default=1)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    version = models.PositiveIntegerField(_("version"), default=1)
    layout = models.CharField(_("layout"), max_length=40, blank=True)
    direction = models.JSONField(_("direction"), default=dict)
    copy = models.JSONField(_("copy"), default=dict)
    content = models.JSONField(_("content"), default=dict)
    look = models.JSONField(_("measured"), default=dict, blank=True)
    review = models.JSONField(_("review"), default=dict, blank=True)
    obeys = models.JSONField(_("reasons obeyed"), default=list, blank=True)
    provenance = models.JSONField(_("provenance"), default=dict, blank=True)
    thumbnail = models.ForeignKey("assets.Asset", models.SET_NULL, null=True, blank=True, related_name="+")
    document = models.ForeignKey(
        "assets.Document", models.SET_NULL, null=True, blank=True, related_name="drafts"
    )
    reject_reason = models.CharField(_("why rejected"), max_length=500, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        ordering = ["brief", "round", "place"]
        constraints = [
            models.UniqueConstraint(fields=["brief", "round", "place"], name="one_draft_per_place"),
        ]

    def __str__(self):
        return f"{self.brief} · {self.round}.{self.place}"

    @property
    def is_open(self):
        return self.status in (self.Status.DRAFT, self.Status.REVIEWING)


class SuggestionQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(draft__brief__brand__in=Brand.objects.for_user(user))

    def open(self):
        return self.filter(status=Suggestion.Status.OFFERED)


class Suggestion(models.Model):
    """A better wording for one field of a draft, offered; nothing changes until a person accepts."""

    class Status(models.TextChoices):
        OFFERED = "offered", _("offered")
        ACCEPTED = "accepted", _("accepted")
        REJECTED = "rejected", _("rejected")

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="suggestions")
    field = models.CharField(_("field"), max_length=20)
    before = models.TextField(_("before"), blank=True)
    after = models.TextField(_("after"))
    reason = models.CharField(_("why"), max_length=300)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.OFFERED)
    provenance = models.JSONField(_("provenance"), default=dict, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        ordering = ["created_at", "pk"]

    def __str__(self):
        return f"{self.field}: {self.after[:40]}"
