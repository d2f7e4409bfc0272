"""What lists can be narrowed by. An id is compared, never looked up: a foreign one finds nothing (T2)."""

from django_filters import rest_framework as filters

from agents.models import Run
from assets.models import Asset, Draft
from brands.menus import MENUS
from brands.models import Brief


class BriefFilter(filters.FilterSet):
    brand = filters.UUIDFilter(field_name="brand_id")
    state = filters.ChoiceFilter(choices=Brief.State)
    menu = filters.ChoiceFilter(choices=[(slug, slug) for slug in MENUS])


class DraftFilter(filters.FilterSet):
    brief = filters.UUIDFilter(field_name="brief_id")
    round = filters.NumberFilter(min_value=1, max_value=10_000)
    status = filters.ChoiceFilter(choices=Draft.Status)


class RunFilter(filters.FilterSet):
    brief = filters.UUIDFilter(field_name="brief_id")
    root = filters.UUIDFilter(field_name="root_id")
    state = filters.ChoiceFilter(choices=Run.State)
    maker = filters.CharFilter(max_length=40)


class DocumentFilter(filters.FilterSet):
    brand = filters.UUIDFilter(field_name="brand_id")
    brief = filters.UUIDFilter(field_name="brief_id")


class AssetFilter(filters.FilterSet):
    brand = filters.UUIDFilter(field_name="brand_id")
    brief = filters.UUIDFilter(field_name="brief_id")
    kind = filters.ChoiceFilter(choices=Asset.Kind)
