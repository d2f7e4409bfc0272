"""A machine that works, as it last said itself."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class Node(models.Model):
    """One worker process on one machine: what it can do, when it was last heard of."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    can = ArrayField(models.CharField(max_length=20), verbose_name=_("can"), default=list)
    pid = models.PositiveIntegerField(null=True)
    version = models.CharField(max_length=40, blank=True)
    started_at = models.DateTimeField(_("started"), null=True)
    seen_at = models.DateTimeField(_("last heard"), null=True)

    class Meta:
        verbose_name = _("machine")
        verbose_name_plural = _("machines")
        ordering = ["name"]

    def __str__(self):
        return self.name
