"""Runs a generator and keeps what it made as assets of the brand."""

import hashlib

from django.core.files.base import ContentFile

from agents.desk import Lease
from agents.models import Run
from assets.generators import GENERATORS
from assets.models import Asset


def make(run: Run, lease: Lease) -> dict:
    """The result {"assets": [uuid, …]}. Raises Refusal when the order cannot be met.

    Files go to the storage before the rows, under names of their own: a lost lease leaves a file that no row
    names, never a row without its file.
    """
    generator = GENERATORS[run.maker]()
    assets = [_asset(generator, run, made) for made in generator.make(run.order, lease.report)]
    with lease.guard():
        Asset.objects.bulk_create(assets)
        generator.kept(run.order, assets)
    return {"assets": [str(asset.pk) for asset in assets]}


def _asset(generator, run, made) -> Asset:
    asset = Asset(
        brand=run.brand,
        brief=run.brief,
        kind=generator.kind,
        name=made.name,
        media=made.media,
        width=made.meta.get("width"),
        height=made.meta.get("height"),
        size=len(made.body),
        sha256=hashlib.sha256(made.body).hexdigest(),
        meta=made.meta,
        provenance={"maker": generator.slug, "run": str(run.pk)},
        created_by=run.asked_by,
    )
    asset.file.save(made.name, ContentFile(made.body), save=False)
    return asset
