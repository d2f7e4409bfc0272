"""JSON: the neutral document itself, in its canonical spelling, for another editor or a copy elsewhere."""

from assets.document.plain import canonical
from assets.export import Export, pages


class Json(Export):
    slug = "json"
    label = {"ko": "JSON 문서", "en": "JSON document"}
    media = "application/json"
    suffix = ".json"

    def render(self, document, press, options):
        return canonical({**document, "pages": pages(document, options)})
