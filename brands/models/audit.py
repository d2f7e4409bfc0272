"""Who did what, when: written with the act, never changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brands.models.brand import Brand


class AuditQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(brand__in=Brand.objects.for_user(user))

    def about(self, thing):
        """Entries about one row, oldest first."""
        return self.filter(target_type=thing._meta.label_lower, target_id=str(thing.pk)).order_by("at", "pk")


class AuditEntry(models.Model):
    """One act. `detail` is what a person needs to understand it: before and after, where that is short."""

    brand = models.ForeignKey(Brand, models.SET_NULL, null=True, related_name="audit")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    verb = models.CharField(_("what"), max_length=40)
    target_type = models.CharField(max_length=40)
    target_id = models.CharField(max_length=40)
    detail = models.JSONField(_("detail"), default=dict, blank=True)
    at = models.DateTimeField(_("when"), auto_now_add=True)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["target_type", "target_id"], name="audit_target")]

    def __str__(self):
        return f"{self.verb} {self.target_type}"


def record(verb: str, thing, *, brand, by, **detail) -> AuditEntry:
    """Write one audit entry inside the transaction of the act (R-S4)."""
    return AuditEntry.objects.create(
        verb=verb,
        brand=brand,
        by=by,
        target_type=thing._meta.label_lower,
        target_id=str(thing.pk),
        detail=detail,
    )
