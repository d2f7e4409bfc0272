"""The form of a brand's kit."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assets.document.fonts import families
from brands.actions.kits import COLORS, FIELDS
from brands.models import Kit, Tone
from studio.forms.fields import ColorField, LinesField


class KitForm(forms.Form):
    """The whole kit. `version` is the one the person saw, so that nobody's save is covered up unseen."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(label=_("Name of the brand"), max_length=100)
    primary = ColorField(label=pgettext_lazy("colour", "Primary"), help_text=_("Large areas, headlines"))
    secondary = ColorField(label=pgettext_lazy("colour", "Secondary"), help_text=_("Quiet areas"))
    accent = ColorField(label=pgettext_lazy("colour", "Accent"), help_text=_("Buttons, prices, highlights"))
    text = ColorField(label=pgettext_lazy("colour", "Text"), help_text=_("Running text"))
    background = ColorField(label=pgettext_lazy("colour", "Background"), help_text=_("Behind everything"))
    heading_font = forms.ChoiceField(label=_("Headings"), widget=forms.RadioSelect)
    body_font = forms.ChoiceField(label=_("Running text"), widget=forms.RadioSelect)
    tone = forms.ChoiceField(label=_("Tone"), choices=Tone, widget=forms.RadioSelect)
    preferred = LinesField(
        label=_("Preferred expressions"), help_text=_("One per line. Words the brand likes to use.")
    )
    forbidden = LinesField(
        label=_("Forbidden expressions"),
        help_text=_("One per line. Drafts with these words do not pass the review."),
    )
    key_messages = LinesField(
        label=_("Key messages"), help_text=_("One per line. What every piece may lean on.")
    )

    def __init__(self, *args, kit: Kit, language: str, **kwargs):
        initial = {field: getattr(kit, field) for field in FIELDS}
        initial |= {"version": kit.version, "name": kit.brand.name}
        super().__init__(*args, initial=initial, **kwargs)
        self.kit = kit
        choices = [(family.name, family.label[language]) for family in families().values()]
        self.fields["heading_font"].choices = self.fields["body_font"].choices = choices

    def colors(self):
        """The five colour fields, bound."""
        return [self[name] for name in COLORS]

    def clean(self):
        cleaned = super().clean()
        both = set(cleaned.get("preferred", [])) & set(cleaned.get("forbidden", []))
        if both:
            self.add_error("forbidden", _("“%s” is among the preferred ones too. Choose.") % both.pop())
        if cleaned.get("version") not in (None, self.kit.version):
            self.data = self.data.copy()
            self.data["version"] = self.kit.version
            self.add_error(None, self._somebody_saved())
        return cleaned

    def _somebody_saved(self):
        who = self.kit.created_by or _("Somebody")
        return _(
            "%(who)s saved version %(version)d meanwhile. Compare with the history, then save again."
        ) % {
            "who": who,
            "version": self.kit.version,
        }
