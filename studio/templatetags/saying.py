"""Values as a person reads them: labels in both languages, money, seconds."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from sparklio.lib import bilingual

register = template.Library()
SMALLEST = Decimal("0.0001")  # dollars


@register.filter
def said(words: bilingual.Bilingual | str) -> str:
    """The label {"ko", "en"} in the language of the page; a plain string as it is."""
    return words if isinstance(words, str) else bilingual.said(words)


@register.filter
def price(dollars: Decimal) -> str:
    """What it cost: nothing in the reader's own money, anything else in the dollars it is billed in."""
    if not dollars:
        return _("₩0")
    if dollars < SMALLEST:
        return _("under $%(least)s") % {"least": SMALLEST}
    return f"${dollars.quantize(SMALLEST).normalize():f}"


@register.filter
def seconds(number: float) -> str:
    """ "8 seconds", "2 min"; under ten with one decimal where there is one."""
    if number >= 90:
        minutes = round(number / 60)
        return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
    shown = round(number, 1) if number < 10 else round(number)
    return _("%(number)s s") % {"number": number_format(shown, use_l10n=True)}


@register.filter
def act(entry) -> str:
    """What an audit entry says that somebody did."""
    words = {
        "edit": _("changed the words"),
        "approve": pgettext("act", "approved"),
        "reject": pgettext("act", "rejected"),
        "accept suggestion": _("took a suggestion"),
        "refuse suggestion": _("waved a suggestion away"),
    }
    return words.get(entry.verb, entry.verb)
