"""What is done with a brand's logo besides bringing one."""

from django.db import transaction

from assets.models import Asset
from brands.access import require
from brands.models import Brand, User
from brands.models.audit import record


@transaction.atomic
def take_logo_off(*, brand: Brand, by: User) -> int:
    """The brand has no logo from now on; files stay, as photos, for designs that show them. Says how many."""
    require(by, "own", brand)
    logos = Asset.objects.filter(brand=brand, kind=Asset.Kind.LOGO)
    for logo in logos:
        record("take logo off", logo, brand=brand, by=by, name=logo.name)
    return logos.update(kind=Asset.Kind.PHOTO)
