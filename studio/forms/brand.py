"""The form that opens a brand."""

from django import forms
from django.utils.translation import gettext_lazy as _

from brands.looks import LOOKS
from brands.models import Tone


class BrandForm(forms.Form):
    """A name, and a look to begin with; everything can be changed later in the kit."""

    name = forms.CharField(label=_("Name of the brand"), max_length=100)
    look = forms.ChoiceField(label=_("A look to begin with"), initial="clear")
    tone = forms.ChoiceField(label=_("How it speaks"), choices=Tone, initial=Tone.FRIENDLY)

    def __init__(self, *args, language, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["look"].choices = [(look.slug, look.label[language]) for look in LOOKS.values()]
        self.fields["name"].widget.attrs["autocomplete"] = "organization"

    def look_choices(self):
        """[(slug, label, five colours, chosen?)] for the page."""
        chosen = self["look"].value()
        return [
            (slug, label, list(LOOKS[slug].values.values())[:5], slug == chosen)
            for slug, label in self.fields["look"].choices
        ]

    def kit(self):
        """Fields of the first kit."""
        return LOOKS[self.cleaned_data["look"]].values | {"tone": self.cleaned_data["tone"]}
