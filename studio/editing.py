"""What the canvas editor is given: document, kit, fonts, pictures and the addresses it talks to."""

from django.conf import settings
from django.middleware.csrf import get_token
from django.urls import reverse

from assets.document.fonts import families
from assets.exports import EXPORTS
from assets.formats import formats
from assets.models import Asset, Document
from brands.access import may
from studio.faces import faces

NOBODY = "00000000-0000-0000-0000-000000000000"  # stands for "{id}" while an address is built
MOST_PICTURES = 120
ICONS = {"pdf": "file-text", "json": "file-code-2"}
FIRST = ["png", "jpeg", "pdf"]  # what people take most; the others follow


def editor_context(request, document: Document) -> dict:
    """The template's context; `editor` is what canvas/editor takes."""
    may_edit = may(request.user, "edit", document.brand)
    return {
        "document": document,
        "brand": document.brand,
        "brief": document.brief,
        "may_edit": may_edit,
        "exports": [_export(slug, EXPORTS[slug], request.LANGUAGE_CODE) for slug in _menu()],
        "editor": {
            "id": str(document.pk),
            "user": str(request.user.pk),
            "lang": request.LANGUAGE_CODE,
            "may": {"edit": may_edit},
            "document": {"content": document.content, "seq": document.seq, "epoch": document.epoch},
            "urls": _urls(document),
            "csrf": get_token(request),
            "csrfCookie": settings.CSRF_COOKIE_NAME,
            "fonts": faces(),
            "fontLabels": {name: family.label[request.LANGUAGE_CODE] for name, family in families().items()},
            "formats": {slug: _format(each, request.LANGUAGE_CODE) for slug, each in formats().items()},
            "kit": _kit(document.brand),
            "photos": [photo_row(asset) for asset in _pictures(document, request.user)],
        },
    }


def photo_row(asset: Asset) -> dict:
    """A picture as the editor lists it."""
    size = {"width": asset.width or 1, "height": asset.height or 1}
    return {
        "id": str(asset.pk),
        "name": asset.name,
        "kind": asset.kind,
        "alt": asset.meta.get("alt", ""),
        **size,
    }


def _pictures(document, user):
    """The brand's pictures, those of this brief first."""
    found = Asset.objects.for_user(user).filter(
        brand=document.brand, kind__in=[Asset.Kind.PHOTO, Asset.Kind.LOGO], width__isnull=False
    )
    newest = list(found.order_by("-created_at")[:MOST_PICTURES])
    return sorted(newest, key=lambda asset: asset.brief_id != document.brief_id or document.brief_id is None)


def _kit(brand):
    kit = brand.kit
    fonts = {"heading": kit.heading_font, "body": kit.body_font}
    return {"name": brand.name, "colors": kit.colors, "fonts": fonts}


def _format(each, language):
    safe = each.safe
    inset = {"top": safe.top, "right": safe.right, "bottom": safe.bottom, "left": safe.left}
    return {"label": each.label[language], "safe": inset}


def _menu():
    return sorted(EXPORTS, key=lambda slug: (FIRST.index(slug) if slug in FIRST else len(FIRST), slug))


def _export(slug, export, language):
    return {"slug": slug, "label": export.label[language], "icon": ICONS.get(slug, "file-image")}


def _urls(document):
    names = ["ops", "events", "content", "photos", "export"]
    urls = {name: reverse(f"studio:document_{name}", args=[document.pk]) for name in names}
    return {
        **urls,
        "picture": reverse("studio:asset", args=[NOBODY]).replace(NOBODY, "{id}"),
        "socket": f"/ws/documents/{document.pk}/",
        "login": reverse("account_login"),
    }
