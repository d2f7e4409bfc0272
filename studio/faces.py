"""The table of design fonts with the addresses they are served from, for pages that draw with them."""

from functools import cache

from django.conf import settings
from django.templatetags.static import static

from assets.document.fonts import families


def faces() -> list[dict]:
    """Rows for `openFonts` in canvas/fonts."""
    if settings.DEBUG:
        _faces.cache_clear()
    return _faces()


@cache
def _faces() -> list[dict]:
    return [
        {
            "family": family.name,
            "category": family.category,
            "weight": face.weight,
            "span": face.span,
            "files": [{"role": role, "url": static(f"vendor/{path}")} for role, path in face.files],
        }
        for family in families().values()
        for face in family.faces
    ]
