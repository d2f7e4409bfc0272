"""Opening and naming a brand."""

from django.db import transaction
from django.utils.translation import gettext as _

from brands.access import require
from brands.models import Brand, Kit, Membership, Role, User
from brands.models.audit import record
from sparklio.lib.refusal import Refusal


@transaction.atomic
def open_brand(*, name: str, look: dict[str, str] | None = None, by: User) -> Brand:
    """A new brand with its first kit, owned by whoever opens it.

    look  fields of the kit that differ from the defaults
    """
    brand = Brand.objects.create(name=_cleaned(name))
    Membership.objects.create(brand=brand, user=by, role=Role.OWNER)
    Kit.objects.create(brand=brand, created_by=by, **(look or {}))
    record("brand.opened", brand, brand=brand, by=by, name=brand.name)
    return brand


@transaction.atomic
def rename_brand(*, brand: Brand, name: str, by: User) -> Brand:
    """Raises Refusal for an empty name."""
    require(by, "own", brand)
    before, brand.name = brand.name, _cleaned(name)
    if brand.name != before:
        brand.save(update_fields=["name"])
        record("brand.renamed", brand, brand=brand, by=by, before=before, after=brand.name)
    return brand


def _cleaned(name: str) -> str:
    name = " ".join(name.split())[:100]
    if not name:
        raise Refusal(_("Give the brand a name."))
    return name
