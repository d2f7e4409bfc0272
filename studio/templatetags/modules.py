"""The import map: every module of ours by its bare name, with the hashed address it is served from."""

import json
from functools import cache

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()
VENDOR = {"fabric": "vendor/fabric.mjs", "htmx": "vendor/htmx.js"}


@cache
def _map() -> str:
    folder = settings.BASE_DIR / "static" / "js"
    ours = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.js"))
    names = {name: static(path) for name, path in VENDOR.items()}
    names |= {path.removesuffix(".js"): static(f"js/{path}") for path in ours}
    return json.dumps({"imports": names}, separators=(",", ":")).replace("<", "\\u003c")


@register.simple_tag(takes_context=True)
def importmap(context):
    """Belongs into the head of the base template, never into a swapped part."""
    if settings.DEBUG:
        _map.cache_clear()
    # Addresses of our own static files and nothing a person wrote, with "<" escaped.
    body = mark_safe(_map())
    return format_html('<script type="importmap" nonce="{}">{}</script>', context["csp_nonce"], body)
