"""The pictures a document shows, for the press."""

from collections.abc import Callable

from assets.models import Asset
from brands.models import Brand


def ids(content: dict) -> set[str]:
    """Asset ids that a document mentions, groups included."""

    def walk(objects):
        for one in objects:
            if one["type"] == "image" and one.get("props", {}).get("asset"):
                yield one["props"]["asset"]
            yield from walk(one.get("children") or [])

    return {asset for page in content["pages"] for asset in walk(page["objects"])}


def for_press(content: dict, *, brand: Brand) -> Callable[[str], tuple[bytes, str] | None]:
    """What the press asks for each picture: its bytes and type, or None if the brand has no such asset."""
    known = {str(asset.pk): asset for asset in Asset.objects.filter(brand=brand, pk__in=ids(content))}

    def find(asset_id: str) -> tuple[bytes, str] | None:
        asset = known.get(asset_id)
        if asset is None:
            return None
        with asset.file.open("rb") as file:
            return file.read(), asset.media

    return find
