"""What the counting makers leave behind."""

from django.db import models
from django.db.models.functions import Now


class Effect(models.Model):
    """A piece of work that must be there once. Nothing but the guard keeps a second one away."""

    run = models.UUIDField(db_index=True)
    step = models.PositiveSmallIntegerField()
    attempt = models.PositiveSmallIntegerField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        app_label = "chaos"

    def __str__(self):
        return f"{self.run} {self.step}"


class Attempt(models.Model):
    """Somebody began a run; written without a lease, so that every beginning is seen."""

    run = models.UUIDField(db_index=True)
    attempt = models.PositiveSmallIntegerField()
    node = models.CharField(max_length=80)
    pid = models.PositiveIntegerField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        app_label = "chaos"

    def __str__(self):
        return f"{self.run} {self.attempt}"
