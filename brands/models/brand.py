"""A brand and who may do what in it."""

import secrets
import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person may do in a brand; each role may also do what the ones below it may."""

    OWNER = "owner", _("owner")  # people and the brand itself
    APPROVER = "approver", _("approver")  # approve drafts
    EDITOR = "editor", _("editor")  # make and change
    VIEWER = "viewer", _("viewer")  # look


class BrandQuerySet(models.QuerySet):
    def for_user(self, user):
        """Brands this person belongs to; none for the anonymous."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(memberships__user=user).distinct()


class Brand(models.Model):
    """Who asks: everything else in the house belongs to exactly one brand."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=100)
    people = models.ManyToManyField(settings.AUTH_USER_MODEL, through="Membership", related_name="brands")
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = BrandQuerySet.as_manager()

    class Meta:
        verbose_name = _("brand")
        verbose_name_plural = _("brands")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name

    @property
    def kit(self):
        """The kit in force."""
        return self.kits.get(is_active=True)


class MembershipQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(brand__in=Brand.objects.for_user(user))


class Membership(models.Model):
    """One person's role in one brand."""

    brand = models.ForeignKey(Brand, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.VIEWER)
    joined_at = models.DateTimeField(_("joined"), auto_now_add=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["joined_at"]
        constraints = [
            models.UniqueConstraint(fields=["brand", "user"], name="one_role_per_person_and_brand")
        ]

    def __str__(self):
        return f"{self.user} · {self.get_role_display()}"


def _token():
    return secrets.token_urlsafe(24)


def _in_a_week():
    return timezone.now() + timedelta(days=7)


class InviteQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(brand__in=Brand.objects.for_user(user))

    def open(self):
        return self.filter(accepted_at=None, revoked_at=None, expires_at__gt=timezone.now())


class Invite(models.Model):
    """A link that lets one person in, once, within a week."""

    brand = models.ForeignKey(Brand, models.CASCADE, related_name="invites")
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.EDITOR)
    token = models.CharField(max_length=64, unique=True, default=_token, editable=False)
    email = models.EmailField(
        _("for"), blank=True, help_text=_("Only this address may use the link, if given.")
    )
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(default=_in_a_week)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = InviteQuerySet.as_manager()

    class Meta:
        verbose_name = _("invite")
        verbose_name_plural = _("invites")
        ordering = ["-created_at"]

    def __str__(self):
        return f"{self.brand} · {self.get_role_display()}"
