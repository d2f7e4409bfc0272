"""PNG: every pixel as designed, transparent where the page is."""

from assets.export import Export


class Png(Export):
    slug = "png"
    label = {"ko": "PNG 이미지", "en": "PNG image"}
    media = "image/png"
    suffix = ".png"
    paged = True

    def render(self, document, press, options):
        return press.render(
            document, options.page_id, format="png", scale=options.scale, images=options.images
        )
