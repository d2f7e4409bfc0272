"""The look and voice of a brand, saved as numbered versions."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brands.access import require
from brands.models import Brand, Kit, User
from brands.models.audit import record
from sparklio.lib.refusal import Refusal

COLORS = ("primary", "secondary", "accent", "text", "background")
PHRASES = ("preferred", "forbidden", "key_messages")
FIELDS = (*COLORS, "heading_font", "body_font", "tone", *PHRASES)


@transaction.atomic
def save_kit(*, brand: Brand, values: dict, by: User) -> Kit:
    """The next version, with `values` in place of those in force; the same kit if nothing differs.

    values  any of FIELDS. Raises Refusal if one cannot be right.
    """
    require(by, "own", brand)
    Brand.objects.select_for_update().get(pk=brand.pk)
    current = brand.kit
    before = {field: getattr(current, field) for field in FIELDS}
    after = before | {field: values[field] for field in FIELDS if field in values}
    changes = {field: [before[field], after[field]] for field in FIELDS if before[field] != after[field]}
    if not changes:
        return current
    version = brand.kits.aggregate(last=Max("version"))["last"] + 1
    kit = Kit(brand=brand, version=version, created_by=by, **after)
    _check(kit)
    brand.kits.filter(is_active=True).update(is_active=False)
    kit.save()
    record("kit.saved", kit, brand=brand, by=by, version=version, changes=changes)
    return kit


@transaction.atomic
def restore_kit(*, brand: Brand, version: int, by: User) -> Kit:
    """An old version's values as the next version; nothing in between is lost. Raises Refusal."""
    require(by, "own", brand)
    old = brand.kits.filter(version=version).first()
    if old is None:
        raise Refusal(_("There is no version %(version)d of this kit.") % {"version": version})
    return save_kit(brand=brand, values={field: getattr(old, field) for field in FIELDS}, by=by)


def _check(kit: Kit) -> None:
    try:
        kit.clean_fields()
    except ValidationError as error:
        field, words = next(iter(error.message_dict.items()))
        raise Refusal(f"{Kit._meta.get_field(field).verbose_name}: {words[0]}") from None
