"""Small pictures of every page of a draft or a document."""

from assets.document import build
from assets.document.fonts import families
from assets.generator import Generator, Made
from assets.models import Asset, Document, Draft
from assets.pictures import for_press
from assets.press import press

WIDTH = 720  # px: sharp at twice the size that cards show


class Thumbnail(Generator):
    """order: {"brief": uuid, "round": n}, {"drafts": [uuid, …]} or {"document": uuid}."""

    slug = "thumbnail"
    label = {"ko": "미리보기", "en": "Previews"}
    needs = "press"
    kind = Asset.Kind.THUMBNAIL

    @staticmethod
    def warm():
        """Start the browser and load its fonts, so that nobody's first draft waits for them."""
        words = [build.text("가A1", (0, 0, 90, 40), font=name) for name in families()]
        blank = build.document("", [build.page("custom", 100, 100, words)])
        press().render(blank, blank["pages"][0]["id"], format="webp", images=lambda asset: None)

    def make(self, order, report):
        made = []
        owners = self._owners(order)
        for number, (kind, owner) in enumerate(owners):
            report(int(100 * number / len(owners)), "")
            images = for_press(owner.content, brand=owner.brief.brand if kind == "draft" else owner.brand)
            for page in owner.content["pages"]:
                body = press().render(
                    owner.content, page["id"], format="webp", width=WIDTH, quality=0.9, images=images
                )
                meta = {kind: str(owner.pk), "page": page["id"], "format": page["format"]}
                if kind == "draft":
                    meta["version"] = owner.version
                made.append(Made(body, "image/webp", f"{page['id']}.webp", meta))
        return made

    def kept(self, order, assets):
        """The first page's picture stands for the whole; a draft also lists every page's in `look`."""
        for kind, owner in self._owners(order, lock=True):
            mine = [asset for asset in assets if asset.meta.get(kind) == str(owner.pk)]
            if not mine or (kind == "draft" and mine[0].meta["version"] != owner.version):
                continue  # edited while the press was at work: a newer run draws it again
            owner.thumbnail = mine[0]
            if kind == "draft":
                pages = {asset.meta["page"]: str(asset.pk) for asset in mine}
                owner.look = {**owner.look, "thumbnails": pages}
                owner.save(update_fields=["thumbnail", "look"])
            else:
                Document.objects.filter(pk=owner.pk).update(thumbnail=mine[0])

    def _owners(self, order, *, lock=False):
        if "brief" in order:
            drafts = Draft.objects.of_round(order["brief"], order["round"])
        else:
            drafts = Draft.objects.filter(pk__in=order.get("drafts", [])).order_by("place")
        documents = (
            Document.objects.filter(pk=order["document"]) if "document" in order else Document.objects.none()
        )
        if lock:
            drafts, documents = drafts.select_for_update(), documents.select_for_update()
        return [("draft", draft) for draft in drafts] + [("document", document) for document in documents]
