"""Fields that several forms share: a colour, and phrases one per line."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

SHORT = re.compile(r"#?([0-9a-f])([0-9a-f])([0-9a-f])")
LONG = re.compile(r"#?([0-9a-f]{6})")


class ColorField(forms.CharField):
    """Gives "#rrggbb". Takes #abc, abc, AABBCC and #aabbcc."""

    default_error_messages = {"color": _("Write a colour as # and six hex digits, such as #1f6feb.")}

    def __init__(self, **kwargs):
        attrs = {"autocomplete": "off", "spellcheck": "false", "maxlength": 9}
        super().__init__(widget=forms.TextInput(attrs=attrs), **kwargs)

    def clean(self, value):
        text = super().clean(value).strip().lower()
        if short := SHORT.fullmatch(text):
            return "#" + "".join(2 * digit for digit in short.groups())
        if long := LONG.fullmatch(text):
            return "#" + long[1]
        raise forms.ValidationError(self.error_messages["color"], code="color")


class LinesField(forms.CharField):
    """Gives a list: one phrase per line, blanks and repetitions dropped."""

    default_error_messages = {
        "many": _("Up to %(most)d lines, please; these are %(given)d."),
        "long": _("“%(start)s…” is longer than %(most)d characters. Shorten it."),
    }

    def __init__(self, *, most=50, longest=120, rows=4, **kwargs):
        self.most, self.longest = most, longest
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value):
        lines = [" ".join(line.split()) for line in super().clean(value).splitlines()]
        lines = list(dict.fromkeys(line for line in lines if line))
        if len(lines) > self.most:
            self._complain("many", most=self.most, given=len(lines))
        for line in lines:
            if len(line) > self.longest:
                self._complain("long", most=self.longest, start=line[:20])
        return lines

    def _complain(self, code, **words):
        raise forms.ValidationError(self.error_messages[code], code=code, params=words)
