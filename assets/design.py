"""From words, a kit and a picture to a finished document that passed preflight."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from PIL import Image

from assets.composition import Composition, CopyText, KitLook
from assets.document.palette import mode_of
from assets.document.subject import Box, Photo, look
from assets.formats import formats
from assets.layouts import LAYOUTS, compose_document
from assets.models import Asset, Draft
from assets.sheet import Unfit
from brands.models import Brief, Kit
from sparklio.lib.refusal import Refusal

MODES = ("light", "dark")


class Design(NamedTuple):
    """A laid-out document and the layout it came from."""

    content: dict[str, Any]
    layout: str


def lay_out(
    brief: Brief,
    kit: Kit,
    words: Mapping[str, Any],
    *,
    seed: int,
    layout: str = "",
    avoid: Collection[str] = (),
    prefer: Sequence[str] = (),
    mode: str = "",
) -> Design:
    """One page per format of the brief. Raises Refusal when no layout can hold these words.

    layout  the one to use; by default the one that suits
    mode    "light" or "dark"; by default what the kit's background is
    """
    picture, look_of = photo(brief), kit_look(kit)
    compositions = [
        Composition(
            format=formats()[slug],
            copy=CopyText.of(words),
            look=look_of,
            photo=picture,
            mode=mode or natural_mode(kit),
            lang=brief.language,
            seed=seed,
            tone=brief.tone or kit.tone,
        )
        for slug in brief.formats
    ]
    try:
        content = compose_document(
            compositions, title=brief.title, lang=brief.language, layout=layout, avoid=avoid, prefer=prefer
        )
    except Unfit as unfit:
        raise Refusal(
            _("These words do not fit a design: shorten the headline or the text. (%(why)s)") % {"why": unfit}
        ) from None
    return Design(content, content["meta"]["layout"])


def lay_out_again(draft: Draft) -> dict[str, Any]:
    """The content of a draft whose words changed, in the same layout and mode where they fit it."""
    kept = draft.provenance.get("layout", {})
    layout = draft.layout if draft.layout in LAYOUTS else ""
    design = lay_out(
        draft.brief,
        draft.brief.brand.kit,
        draft.copy,
        seed=kept.get("seed", draft.brief.seed),
        layout=layout,
        mode=kept.get("mode", ""),
    )
    return design.content


def natural_mode(kit: Kit) -> str:
    """Whether the brand's own background is light or dark."""
    return mode_of(kit.colors)


def kit_look(kit: Kit) -> KitLook:
    logo = Asset.objects.logo_of(kit.brand)
    return KitLook.of(
        {
            "colors": kit.colors,
            "fonts": {"heading": kit.heading_font, "body": kit.body_font},
            "name": kit.brand.name,
        },
        measured(logo) if logo else None,
    )


def photo(brief: Brief) -> Photo | None:
    """The newest picture that came with the brief."""
    asset = Asset.objects.photos().filter(brief=brief).order_by("-created_at", "-pk").first()
    return measured(asset) if asset else None


def photos(brand, content: dict[str, Any]) -> dict[str, Photo]:
    """What preflight may know of the pictures in a document."""
    from assets.pictures import ids

    rows = Asset.objects.filter(brand=brand, pk__in=ids(content))
    return {str(asset.pk): measured(asset) for asset in rows}


def measured(asset: Asset) -> Photo:
    """What a layout needs to know of a picture, measured once and kept with it."""
    kept = asset.meta.get("photo")
    if kept is None:
        with asset.file.open("rb") as file, Image.open(file) as image:
            kept = asdict(look(image, asset=str(asset.pk), alt=asset.name.rpartition(".")[0] or asset.name))
        asset.meta = {**asset.meta, "photo": kept}
        Asset.objects.filter(pk=asset.pk).update(meta=asset.meta)
    grids = {name: tuple(tuple(row) for row in kept[name]) for name in ("light", "dark")}
    return Photo(**{**kept, **grids, "subject": Box(**kept["subject"])})
