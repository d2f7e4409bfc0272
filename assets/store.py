"""Keeps a file of a brand: bytes in the storage under a name of ours, the person's name in the row."""

import unicodedata
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile

from assets.intake import Picture
from assets.models import Asset
from brands.models import Brand, Brief, User

LONGEST = 120  # characters of a name


def keep_picture(
    *, brand: Brand, kind: str, picture: Picture, name: str, by: User | None, brief: Brief | None = None
) -> Asset:
    """One asset, stored as we encoded it. The same picture twice gives two assets; nothing is shared."""
    meta: dict[str, Any] = {}
    if picture.original != (picture.width, picture.height):
        meta["original"] = list(picture.original)
    asset = Asset(
        brand=brand,
        brief=brief,
        kind=kind,
        name=clean_name(name, picture.suffix),
        media=picture.media,
        width=picture.width,
        height=picture.height,
        size=len(picture.body),
        sha256=picture.sha256,
        meta=meta,
        provenance={"maker": "upload"},
        created_by=by,
    )
    asset.file.save(f"picture{picture.suffix}", ContentFile(picture.body), save=False)
    asset.save()
    return asset


def clean_name(name: str, suffix: str = "") -> str:
    """The last part of a path as people call it, composed, with `suffix` in place of its own if given."""
    path = PurePosixPath(unicodedata.normalize("NFC", name).replace("\\", "/"))
    plain = "".join(char for char in path.name if unicodedata.category(char)[0] != "C")
    stem, own = PurePosixPath(plain).stem, PurePosixPath(plain).suffix
    return f"{stem[:LONGEST].strip() or 'file'}{suffix or own[:12]}"
