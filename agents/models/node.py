"""A machine that works, as it last said itself."""

from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

SILENCE = 35  # seconds without a word until a machine counts as gone


class NodeQuerySet(models.QuerySet):
    def live(self):
        """Machines that have not signed off and were heard of lately, by the database's clock (R-J5)."""
        return self.filter(pid__isnull=False, seen_at__gt=Now() - timedelta(seconds=SILENCE))


class Node(models.Model):
    """One worker on one machine: what it can do, when it was last heard of.

    host  the machine, told apart from others of its name
    pid   the worker's process there; none once it has signed off
    """

    name = models.CharField(_("name"), max_length=80, unique=True)
    can = ArrayField(models.CharField(max_length=20), verbose_name=_("can"), default=list)
    host = models.CharField(max_length=120, blank=True)
    pid = models.PositiveIntegerField(null=True)
    version = models.CharField(max_length=40, blank=True)
    started_at = models.DateTimeField(_("started"), null=True)
    seen_at = models.DateTimeField(_("last heard"), null=True)

    objects = NodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("machine")
        verbose_name_plural = _("machines")
        ordering = ["name"]

    def __str__(self):
        return self.name
