"""Files of a brand, one address each. Pictures that we wrote are shown, all else is handed over (R-F3)."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from assets.models import Asset

SHOWN = {"image/png", "image/jpeg", "image/webp"}
CACHE = "private, max-age=300"  # then the right to look is asked again, as with presigned addresses (R-T5)


@login_required
@require_safe
def asset(request, pk: uuid.UUID):
    return served(request, get_object_or_404(Asset.objects.for_user(request.user), pk=pk))


def served(request, asset: Asset):
    """The bytes of a file that this person may see, or 304."""
    etag = f'"{asset.sha256 or asset.pk.hex}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = _file(asset, attach="download" in request.GET or asset.media not in SHOWN)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = CACHE
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _file(asset, *, attach):
    try:
        opened = asset.file.open("rb")
    except FileNotFoundError:
        raise Http404(f"{asset.pk}: the row is there, the file is not") from None
    return FileResponse(opened, as_attachment=attach, filename=asset.name, content_type=asset.media)
