"""Opens files of strangers, alone: run as a process of its own, never imported by the house (R-F2).

Takes "picture" or "pdf" as argument and the file on stdin; answers one line of JSON on stdout, then the bytes
made. Before it looks at the file it gives up the right to open files and sockets, to write and to start
processes, and takes limits of memory and time; started by root, it becomes nobody.
"""

import contextlib
import io
import json
import os
import resource
import sys

MEMORY = 1536 * 2**20  # bytes
SECONDS = 30  # of the CPU
NOBODY = 65534
MAX_PIXELS = 40_000_000
MAX_SIDE = 12_000
KEPT_SIDE = 4096  # px; more than an A4 page at 300 dpi, and what a graphics card takes as one texture
MAX_PAGES = 500
MAX_TEXT = 500_000  # characters
SMALL_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>>>>>endobj "
    b"4 0 obj<</Length 28>>stream\nBT /F 9 Tf (rehearsal)Tj ET\nendstream endobj "
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj trailer<</Root 1 0 R>>"
)


class No(Exception):
    """What is wrong with the file: a word, and the numbers that belong to it."""

    def __init__(self, why, **facts):
        super().__init__(why)
        self.answer = {"no": why, **facts}


def confine():
    """Give up everything that decoding does not need. macOS knows no limit of address space."""
    limits = {"CPU": SECONDS, "FSIZE": 0, "CORE": 0, "NOFILE": 3}
    if sys.platform == "linux":
        limits |= {"AS": MEMORY, "NPROC": 0}
    if hasattr(os, "getuid") and os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    for name, most in limits.items():
        resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (most, most))


def open_picture(raw):
    """(facts, encoded): upright, in sRGB, without any metadata, encoded anew by us."""
    from PIL import Image, ImageOps

    try:
        image = Image.open(io.BytesIO(raw), formats=["JPEG", "PNG", "WEBP", "GIF"])
    except Image.UnidentifiedImageError:
        raise No("no picture") from None
    kind, (width, height) = image.format, image.size
    if max(width, height) > MAX_SIDE:
        raise No("side", width=width, height=height)
    if width * height > MAX_PIXELS:
        raise No("pixels", width=width, height=height)
    try:
        image.draft("RGB", (KEPT_SIDE, KEPT_SIDE))
        image.load()
    except (OSError, SyntaxError, ValueError):
        raise No("broken") from None
    image = ImageOps.exif_transpose(image)
    sideways = (image.width > image.height) != (width > height)
    original = (height, width) if sideways else (width, height)
    image = plain(image)
    image.thumbnail((KEPT_SIDE, KEPT_SIDE), Image.Resampling.LANCZOS)
    body, media = encoded(image, kind)
    facts = {"media": media, "width": image.width, "height": image.height, "original": original}
    return facts, body


def plain(image):
    """RGB or RGBA in sRGB, with nothing attached."""
    from PIL import Image

    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    see_through = image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info
    image = in_srgb(image).convert("RGBA" if see_through else "RGB")
    if see_through and image.getchannel("A").getextrema()[0] == 255:
        image = image.convert("RGB")
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    return bare


def in_srgb(image):
    """The colours that a colour-managed viewer would show. A profile that cannot be used is left out."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK", "L", "RGBA"):
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image


def encoded(image, kind):
    """What may be transparent or is drawn stays without loss; photos become fine JPEG."""
    out = io.BytesIO()
    if image.mode == "RGBA" or kind in ("PNG", "GIF"):
        image.save(out, "PNG", compress_level=6)
        return out.getvalue(), "image/png"
    image.save(out, "JPEG", quality=92, subsampling=0, optimize=False)
    return out.getvalue(), "image/jpeg"


def read_pdf(raw):
    """(facts, text as UTF-8), pages parted by empty lines."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise No("locked" if "password" in str(error).lower() else "broken") from None
    pages = len(pdf)
    if not pages:
        raise No("broken")
    if pages > MAX_PAGES:
        raise No("pages", pages=pages)
    parts, length = [], 0
    for number in range(pages):
        try:
            text = pdf[number].get_textpage().get_text_range(errors="ignore")
        except pypdfium2.PdfiumError:
            raise No("broken") from None
        length += len(text)
        if length > MAX_TEXT:
            raise No("long")
        parts.append(text)
    return {"pages": pages}, "\n\n".join(parts).encode("utf-8", "ignore")


def rehearse(kind):
    """Open files of our own first, so that the libraries load all that they load when first needed."""
    if kind == "pdf":
        read_pdf(SMALL_PDF)
        return
    from PIL import Image, ImageCms

    Image.MAX_IMAGE_PIXELS = None  # our own limit is lower and is looked at before decoding
    exif = Image.Exif()
    exif[0x0112] = 6
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for format in ("JPEG", "PNG", "WEBP", "GIF"):
        made = io.BytesIO()
        Image.new("RGB", (2, 3)).save(made, format, exif=exif, icc_profile=profile)
        open_picture(made.getvalue())
    with contextlib.suppress(No):
        open_picture(b"no picture")


def main(kind):
    raw = sys.stdin.buffer.read()
    rehearse(kind)
    confine()
    try:
        facts, body = {"picture": open_picture, "pdf": read_pdf}[kind](raw)
    except No as no:
        facts, body = no.answer, b""
    except MemoryError:
        facts, body = {"no": "heavy"}, b""
    sys.stdout.buffer.write(json.dumps(facts).encode() + b"\n" + body)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(sys.argv[1])
