"""A kept file: a photo, a logo, a thumbnail, an export."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brands.models import Brand, Brief


def _path(asset, name):
    """Files are found by id; the person's file name stays in the row."""
    suffix = name.rpartition(".")[2].lower()
    return f"{asset.brand_id}/{asset.pk}.{suffix}"


class AssetQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(brand__in=Brand.objects.for_user(user))

    def photos(self):
        return self.filter(kind=Asset.Kind.PHOTO)

    def logo_of(self, brand):
        """The brand's newest logo, or None."""
        return self.filter(brand=brand, kind=Asset.Kind.LOGO).order_by("-created_at", "-pk").first()


class Asset(models.Model):
    """One file of a brand. Pictures are always re-encoded by us, so what is stored is what we wrote (R-F3).

    meta        what was measured: {"subject": [x, y, w, h] as 0–1, "luminance": 0–1, …}
    provenance  who or what made it: provider, model, prompt version, seed, cost
    """

    class Kind(models.TextChoices):
        PHOTO = "photo", _("photo")
        LOGO = "logo", _("logo")
        THUMBNAIL = "thumbnail", _("thumbnail")
        EXPORT = "export", _("export")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    brand = models.ForeignKey(Brand, models.CASCADE, related_name="assets")
    brief = models.ForeignKey(Brief, models.SET_NULL, null=True, blank=True, related_name="assets")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    name = models.CharField(_("file name"), max_length=200)
    file = models.FileField(_("file"), upload_to=_path, max_length=200)
    media = models.CharField(_("type"), max_length=80)
    width = models.PositiveIntegerField(_("width, px"), null=True, blank=True)
    height = models.PositiveIntegerField(_("height, px"), null=True, blank=True)
    size = models.PositiveBigIntegerField(_("size, bytes"), default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    meta = models.JSONField(default=dict, blank=True)
    provenance = models.JSONField(_("provenance"), default=dict, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(_("made"), auto_now_add=True)

    objects = AssetQuerySet.as_manager()

    class Meta:
        verbose_name = _("asset")
        verbose_name_plural = _("assets")
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["brand", "kind", "-created_at"], name="asset_latest")]

    def __str__(self):
        return self.name
