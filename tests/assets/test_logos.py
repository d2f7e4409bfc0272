"""A brand without its logo."""

import pytest
from django.core.exceptions import PermissionDenied

from assets.actions.logos import take_logo_off
from assets.models import Asset


@pytest.fixture
def logo(brand):
    return Asset.objects.create(brand=brand, kind=Asset.Kind.LOGO, name="logo.png", media="image/png")


def test_a_logo_taken_off_stays_as_a_photo_for_designs_that_show_it(brand, ann, logo):
    assert take_logo_off(brand=brand, by=ann) == 1

    assert Asset.objects.logo_of(brand) is None
    assert list(Asset.objects.photos()) == [logo]


def test_an_editor_cannot_take_the_logo_off(brand, ben, logo):
    with pytest.raises(PermissionDenied):
        take_logo_off(brand=brand, by=ben)
