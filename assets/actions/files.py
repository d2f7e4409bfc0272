"""What is done with files that people bring: photos, logos and texts."""

from typing import Protocol

from django.db import transaction

from assets.intake import MAX_PDF, MAX_PICTURE, Picture, check_size, read_picture, read_text
from assets.models import Asset
from assets.store import clean_name, keep_picture
from brands.access import require
from brands.models import Brand, Brief, Source, User
from brands.models.audit import record


class Upload(Protocol):
    """What Django's UploadedFile offers and we need."""

    name: str | None
    size: int | None

    def read(self) -> bytes: ...


def keep_photo(*, brand: Brand, upload: Upload, by: User, brief: Brief | None = None) -> Asset:
    """A photo for the brand, or for one brief of it. Raises Refusal for what is no picture or too large."""
    require(by, "edit", brand)
    return _keep(brand, Asset.Kind.PHOTO, upload, by, brief)


def keep_logo(*, brand: Brand, upload: Upload, by: User) -> Asset:
    """The brand's newest logo. Raises Refusal for what is no picture or too large."""
    require(by, "own", brand)
    return _keep(brand, Asset.Kind.LOGO, upload, by, None)


def keep_text(*, brand: Brand, upload: Upload, by: User, brief: Brief | None = None) -> Source:
    """The words of a .txt, .md or .pdf file as a source to quote from; the file itself is not kept."""
    require(by, "edit", brand)
    check_size(upload.size or 0, MAX_PDF)
    name = clean_name(upload.name or "")
    text = read_text(upload.read(), name)
    with transaction.atomic():
        source = Source.objects.create(
            brand=brand,
            brief=brief,
            name=name,
            media=text.media,
            text=text.words,
            sha256=text.sha256,
            created_by=by,
        )
        record("add source", source, brand=brand, by=by, name=name)
    return source


def _keep(brand: Brand, kind: str, upload: Upload, by: User, brief: Brief | None) -> Asset:
    check_size(upload.size or 0, MAX_PICTURE)
    picture: Picture = read_picture(upload.read())
    with transaction.atomic():
        asset = keep_picture(
            brand=brand, kind=kind, picture=picture, name=upload.name or "", by=by, brief=brief
        )
        record(f"add {kind}", asset, brand=brand, by=by, name=asset.name)
    return asset
