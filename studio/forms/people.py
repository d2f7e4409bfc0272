"""Forms about people: an invite, and the person's own row."""

from django import forms
from django.utils.translation import gettext_lazy as _

from brands.models import Role, User


class InviteForm(forms.Form):
    """Who may come in, as what, for how long."""

    DAYS = [(1, _("1 day")), (7, _("7 days")), (30, _("30 days"))]

    role = forms.ChoiceField(label=_("Role"), choices=Role, initial=Role.EDITOR)
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("Only this person may use the link. Leave it empty for a link that anyone may use once."),
    )
    days = forms.TypedChoiceField(label=_("Good for"), choices=DAYS, coerce=int, initial=7)


class ProfileForm(forms.ModelForm):
    """What the studio calls the person, and in which language."""

    class Meta:
        model = User
        fields = ["name", "language"]
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "name"}), "language": forms.RadioSelect}
