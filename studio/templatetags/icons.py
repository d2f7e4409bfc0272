"""Icons from lucide-static, drawn into the page so that they take the text's colour. `{% icon "check" %}`"""

import re
from functools import cache

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()


@cache
def _shapes(name: str) -> str:
    path = settings.NODE_MODULES / "lucide-static" / "icons" / f"{name}.svg"
    inside = re.search(r"<svg[^>]*>(.*)</svg>", path.read_text(encoding="utf-8"), re.DOTALL)
    return re.sub(r"\s*\n\s*", "", inside.group(1))


@register.simple_tag
def icon(name: str, kind: str = ""):
    """Always decoration: the words stand beside it or in the button's aria-label. kind: small, large."""
    # Shapes out of a pinned package, nothing a person wrote.
    shapes = mark_safe(_shapes(name))
    classes = f"icon icon--{kind}" if kind else "icon"
    return format_html('<svg class="{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', classes, shapes)
