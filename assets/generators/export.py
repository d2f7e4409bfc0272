"""A document as a file to take away."""

from assets.exports import EXPORTS
from assets.generator import Generator
from assets.models import Asset, Document
from assets.pictures import for_press
from sparklio.lib.refusal import Refusal


class ExportFile(Generator):
    """order: {"document": uuid, "format": slug, "page": id or "", "scale": number}."""

    slug = "export"
    label = {"ko": "내보내기", "en": "Export"}
    needs = "press"
    kind = Asset.Kind.EXPORT
    verb = "look"  # whoever sees a design may take it away

    def make(self, order, report):
        document = Document.objects.select_related("brand").get(pk=order["document"])
        export = EXPORTS.get(order["format"])
        if export is None:
            raise Refusal(f"There is no format {order['format']}.")
        report(10, "")
        images = for_press(document.content, brand=document.brand)
        return export().files(document, images=images, page_id=order["page"], scale=order["scale"])
