"""How a brand looks and speaks, as numbered versions of which one is in force."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from brands.models.brand import Brand

a_color = RegexValidator(r"^#[0-9a-f]{6}$", _("Write a colour as # and six hex digits, such as #1f6feb."))


class Tone(models.TextChoices):
    """The five tones that copy is written in."""

    PROFESSIONAL = "professional", _("professional")
    FRIENDLY = "friendly", _("friendly")
    EMOTIONAL = "emotional", _("emotional")
    URGENT = "urgent", _("urgent")
    PREMIUM = "premium", _("premium")


def _phrases(label, help_text):
    return ArrayField(
        models.CharField(max_length=120),
        verbose_name=label,
        help_text=help_text,
        default=list,
        blank=True,
        size=50,
    )


class KitQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(brand__in=Brand.objects.for_user(user))


class Kit(models.Model):
    """One version of a brand's look and voice. Saving makes the next version; nothing is overwritten."""

    brand = models.ForeignKey(Brand, models.CASCADE, related_name="kits")
    version = models.PositiveIntegerField(_("version"), default=1)
    is_active = models.BooleanField(_("in force"), default=True)
    primary = models.CharField(_("primary colour"), max_length=7, default="#1f3a5f", validators=[a_color])
    secondary = models.CharField(_("secondary colour"), max_length=7, default="#e8eef5", validators=[a_color])
    accent = models.CharField(_("accent colour"), max_length=7, default="#f2a541", validators=[a_color])
    text = models.CharField(_("text colour"), max_length=7, default="#16202c", validators=[a_color])
    background = models.CharField(
        _("background colour"), max_length=7, default="#ffffff", validators=[a_color]
    )
    heading_font = models.CharField(_("heading font"), max_length=40, default="Pretendard")
    body_font = models.CharField(_("body font"), max_length=40, default="Pretendard")
    tone = models.CharField(_("tone"), max_length=12, choices=Tone, default=Tone.FRIENDLY)
    preferred = _phrases(_("preferred expressions"), _("Words the brand likes to use."))
    forbidden = _phrases(_("forbidden expressions"), _("Words that must never appear."))
    key_messages = _phrases(_("key messages"), _("What every piece may lean on."))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(_("saved"), auto_now_add=True)

    objects = KitQuerySet.as_manager()

    class Meta:
        verbose_name = _("kit")
        verbose_name_plural = _("kits")
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["brand", "version"], name="one_kit_per_version"),
            models.UniqueConstraint(
                fields=["brand"], condition=models.Q(is_active=True), name="one_kit_in_force_per_brand"
            ),
        ]

    def __str__(self):
        return f"{self.brand} v{self.version}"

    @property
    def colors(self):
        """The five colours by name, "#rrggbb"."""
        return {
            name: getattr(self, name) for name in ("primary", "secondary", "accent", "text", "background")
        }
