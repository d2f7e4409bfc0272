"""The kit is saved as versions; nothing is overwritten."""

import pytest
from django.core.exceptions import PermissionDenied

from brands.actions.kits import FIELDS, restore_kit, save_kit
from brands.looks import LOOKS
from brands.models import AuditEntry, Kit
from sparklio.lib.refusal import Refusal


def test_saving_makes_the_next_version_and_keeps_the_old_one(brand, ann):
    save_kit(brand=brand, values={"primary": "#aa0000", "forbidden": ["최고"]}, by=ann)

    assert (brand.kit.version, brand.kit.primary, brand.kit.forbidden) == (2, "#aa0000", ["최고"])
    assert brand.kits.get(version=1).primary == "#1f3a5f"


def test_saving_the_same_again_makes_no_version(brand, ann):
    save_kit(brand=brand, values={"primary": brand.kit.primary}, by=ann)

    assert brand.kits.count() == 1


def test_the_change_is_written_down_with_before_and_after(brand, ann):
    save_kit(brand=brand, values={"tone": "premium"}, by=ann)

    entry = AuditEntry.objects.get(verb="kit.saved")
    assert entry.detail == {"version": 2, "changes": {"tone": ["friendly", "premium"]}}


@pytest.mark.parametrize(
    "bad", [{"primary": "red"}, {"accent": "#12345"}, {"tone": "angry"}, {"preferred": ["가" * 121]}]
)
def test_a_value_that_cannot_be_right_is_refused_and_nothing_changes(brand, ann, bad):
    with pytest.raises(Refusal):
        save_kit(brand=brand, values=bad, by=ann)

    assert brand.kit.version == 1


def test_an_old_version_comes_back_as_the_newest(brand, ann):
    save_kit(brand=brand, values={"primary": "#aa0000"}, by=ann)
    save_kit(brand=brand, values={"primary": "#00aa00"}, by=ann)

    restore_kit(brand=brand, version=1, by=ann)

    assert (brand.kit.version, brand.kit.primary, brand.kits.count()) == (4, "#1f3a5f", 4)


def test_a_version_that_never_was_cannot_come_back(brand, ann):
    with pytest.raises(Refusal):
        restore_kit(brand=brand, version=9, by=ann)


def test_an_editor_cannot_change_the_kit(brand, ben):
    with pytest.raises(PermissionDenied):
        save_kit(brand=brand, values={"primary": "#aa0000"}, by=ben)


def test_every_field_that_a_person_sets_is_versioned():
    made_by_the_house = {"id", "brand", "version", "is_active", "created_by", "created_at"}

    assert {field.name for field in Kit._meta.fields} - made_by_the_house == set(FIELDS)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_look_to_begin_with_is_a_valid_kit(brand, look):
    Kit(brand=brand, version=9, is_active=False, **look.values).full_clean()
