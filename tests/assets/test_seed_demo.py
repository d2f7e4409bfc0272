"""The bakery that a new studio opens with."""

from io import StringIO

import numpy as np
import pytest
from django.core.management import call_command

from assets.demo import pictures
from assets.demo.pictures import PICTURES
from assets.models import Asset
from brands.models import Brand, User


@pytest.fixture
def small_pictures(monkeypatch, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    small = {name: lambda paint=paint: paint(240, 180) for name, paint in PICTURES.items()}
    monkeypatch.setattr("assets.management.commands.seed_demo.PICTURES", small)


def seed():
    call_command("seed_demo", stdout=StringIO())


def test_seed_demo_opens_the_bakery_with_its_pictures(db, small_pictures):
    seed()

    brand = Brand.objects.get()
    assert (brand.name, brand.kit.heading_font, len(brand.kit.key_messages)) == (
        "동네빵집",
        "Gowun Batang",
        3,
    )
    assert set(Asset.objects.photos().values_list("name", flat=True)) == set(PICTURES)


def test_seed_demo_run_again_adds_nothing(db, small_pictures):
    seed()
    seed()

    assert (User.objects.count(), Brand.objects.count(), Asset.objects.count()) == (1, 1, len(PICTURES))


def test_seed_demo_paints_only_what_is_missing_and_leaves_a_renamed_brand_alone(db, small_pictures):
    seed()
    Brand.objects.update(name="우리빵집")
    Asset.objects.filter(name="바게트.jpg").delete()

    seed()

    assert (Brand.objects.get().name, Asset.objects.count()) == ("우리빵집", len(PICTURES))


def test_nobody_can_sign_in_to_the_demo_with_a_password(db, small_pictures):
    seed()

    assert not User.objects.get(email="demo@example.com").has_usable_password()


@pytest.mark.parametrize("paint", PICTURES.values(), ids=lambda paint: paint.__name__)
def test_a_picture_is_bread_and_not_fog(paint):
    image = np.asarray(paint(320, 240)).astype(float)

    bright = image.mean(axis=2)
    warm = (image[..., 0] - image[..., 2] > 40).mean()
    assert bright.std() > 25, "there is light and shadow"
    assert warm > 0.08, "there is crust"


def test_a_picture_comes_out_the_same_every_time():
    assert pictures.sourdough(160, 120).tobytes() == pictures.sourdough(160, 120).tobytes()
