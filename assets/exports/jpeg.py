"""JPEG: small, for channels with a byte limit."""

from assets.export import Export


class Jpeg(Export):
    slug = "jpeg"
    label = {"ko": "JPEG 이미지", "en": "JPEG image"}
    media = "image/jpeg"
    suffix = ".jpg"
    paged = True

    def render(self, document, press, options):
        return press.render(
            document,
            options.page_id,
            format="jpeg",
            scale=options.scale,
            quality=options.quality,
            images=options.images,
        )
