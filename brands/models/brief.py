"""What is asked, in the asker's words, and the talk about it."""

import secrets
import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from brands.models.brand import Brand
from brands.models.kit import Tone


def _seed():
    return secrets.randbelow(2**31)


class BriefQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(brand__in=Brand.objects.for_user(user))

    def open(self):
        return self.filter(closed_at=None)

    def latest_first(self):
        return self.order_by("-created_at", "-pk")


class Brief(models.Model):
    """One thing to be made. `facts` are quoted from what the person gave; nothing here is invented.

    channel  slugs of brands.channels, the first one first, with commas between
    facts    [{"kind","text","source","start","end"}]
    answers  {question slug: answer} as given in the form
    intent   what the rules read out of the message, with how sure they are
    seed     decides every free choice, so the same brief gives the same drafts
    """

    class State(models.TextChoices):
        ASKING = "asking", _("a few questions")
        MAKING = "making", _("being made")
        REVIEWING = "reviewing", _("waiting for review")
        APPROVED = "approved", _("approved")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    brand = models.ForeignKey(Brand, models.CASCADE, related_name="briefs")
    title = models.CharField(_("title"), max_length=120)
    menu = models.CharField(_("menu"), max_length=30)
    language = models.CharField(
        _("language"), max_length=2, choices=[("ko", "한국어"), ("en", "English")], default="ko"
    )
    product = models.CharField(_("product"), max_length=200, blank=True)
    audience = models.CharField(_("audience"), max_length=300, blank=True)
    channel = models.CharField(_("channels"), max_length=200, blank=True)
    formats = ArrayField(models.CharField(max_length=40), verbose_name=_("formats"), default=list, blank=True)
    tone = models.CharField(_("tone"), max_length=12, choices=Tone, blank=True)
    facts = models.JSONField(_("facts"), default=list, blank=True)
    forbidden = ArrayField(
        models.CharField(max_length=120), verbose_name=_("not to be said"), default=list, blank=True
    )
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    intent = models.JSONField(_("what was understood"), default=dict, blank=True)
    seed = models.PositiveIntegerField(default=_seed)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.ASKING)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(_("asked"), auto_now_add=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    objects = BriefQuerySet.as_manager()

    class Meta:
        verbose_name = _("brief")
        verbose_name_plural = _("briefs")
        indexes = [models.Index(fields=["brand", "-created_at"], name="brief_latest")]

    def __str__(self):
        return self.title

    @property
    def is_open(self):
        return self.closed_at is None


class MessageQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(brief__brand__in=Brand.objects.for_user(user))


class Message(models.Model):
    """One turn of the talk about a brief. `form` holds the questions that a studio turn asked."""

    class Speaker(models.TextChoices):
        PERSON = "person", _("person")
        STUDIO = "studio", _("studio")

    brief = models.ForeignKey(Brief, models.CASCADE, related_name="messages")
    speaker = models.CharField(max_length=6, choices=Speaker, default=Speaker.PERSON)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    text = models.TextField(_("text"), max_length=5000, blank=True)
    form = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["at", "pk"]

    def __str__(self):
        return self.text[:60]


class SourceQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(brand__in=Brand.objects.for_user(user))


class Source(models.Model):
    """Text that came with a brief as a file; facts may be quoted from it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    brand = models.ForeignKey(Brand, models.CASCADE, related_name="sources")
    brief = models.ForeignKey(Brief, models.CASCADE, null=True, blank=True, related_name="sources")
    name = models.CharField(_("file name"), max_length=200)
    media = models.CharField(_("type"), max_length=80)
    text = models.TextField(_("text"))
    sha256 = models.CharField(max_length=64)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["created_at", "pk"]

    def __str__(self):
        return self.name
