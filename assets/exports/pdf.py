"""PDF: each page as drawn by the press, in its exact size, with its text underneath to search and to copy."""

import io
from math import sqrt

from assets.document.typeset import typeset
from assets.export import Export, pages
from assets.formats import formats
from assets.press import MOST_PIXELS

POINT = 72  # per inch
INCH = 25.4  # mm
PRINT_DPI = 150  # from here on a format is meant for paper, and measures whole millimetres
SCREEN_SCALE = 2  # pixels per page pixel of what is meant for screens, so that it stays sharp when zoomed
QUALITY = 0.95


class Pdf(Export):
    slug = "pdf"
    label = {"ko": "PDF 문서", "en": "PDF document"}
    media = "application/pdf"
    suffix = ".pdf"

    def render(self, document, press, options):
        import pikepdf

        pdf = pikepdf.new()
        font = HiddenFont()
        drawn = [
            (page, self._add_page(pdf, document, page, press, options, font))
            for page in pages(document, options)
        ]
        resource = font.embed(pdf)
        for _page, sheet in drawn:
            sheet.Resources.Font = pikepdf.Dictionary(F0=resource)
        pdf.Root.Lang = pikepdf.String(document["lang"])
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.docinfo["/Title"] = document["title"]
        pdf.docinfo["/Producer"] = "Sparklio"
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()

    def _add_page(self, pdf, document, page, press, options, font):
        import pikepdf

        picture = press.render(
            document, page["id"], format="jpeg", scale=density(page), quality=QUALITY, images=options.images
        )
        width, height = paper(page)
        sheet = pdf.add_blank_page(page_size=(width, height))
        sheet.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=_jpeg(pdf, picture)))
        drawing = f"q {width:.4f} 0 0 {height:.4f} 0 0 cm /Im0 Do Q\n"
        words = hidden_text(page, font, width / page["width"], height / page["height"], height)
        sheet.Contents = pdf.make_stream((drawing + words).encode())
        return sheet


class HiddenFont:
    """A font with one box for every character: drawn in the invisible mode, it only says what stands where.

    A box and not an empty glyph, because readers drop text without extent when it is turned by 90°.
    Source: the way that Tesseract and OCRmyPDF put text under scans.
    """

    def __init__(self):
        self.codes = {}

    def code(self, char):
        return self.codes.setdefault(char, len(self.codes) + 1)

    def encoded(self, text):
        return "".join(f"{self.code(char):04x}" for char in text)

    def embed(self, pdf):
        import pikepdf

        name = pikepdf.Name("/SparklioHidden")
        program = _box_font()
        descriptor = pikepdf.Dictionary(
            Type=pikepdf.Name.FontDescriptor,
            FontName=name,
            Flags=4,
            FontBBox=[0, -120, 1000, 880],
            ItalicAngle=0,
            Ascent=880,
            Descent=-120,
            CapHeight=880,
            StemV=80,
            FontFile2=pikepdf.Stream(pdf, program, Length1=len(program)),
        )
        inner = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
            FontDescriptor=pdf.make_indirect(descriptor),
            DW=1000,
            CIDToGIDMap=pikepdf.Stream(pdf, b"\0\0" + b"\0\1" * len(self.codes)),
        )
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type0,
            BaseFont=name,
            Encoding=pikepdf.Name("/Identity-H"),
            DescendantFonts=[pdf.make_indirect(inner)],
            ToUnicode=pikepdf.Stream(pdf, self._to_unicode()),
        )
        return pdf.make_indirect(font)

    def _to_unicode(self):
        pairs = [f"<{code:04x}> <{char.encode('utf-16-be').hex()}>" for char, code in self.codes.items()]
        blocks = [
            pairs[start : start + 100] for start in range(0, len(pairs), 100)
        ]  # a block holds 100 at most
        maps = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
            "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
            f"{maps}endcmap CMapName currentdict /CMap defineresource pop end end\n"
        ).encode()


def paper(page):
    """(width, height) of a page in points: paper formats in whole millimetres, so A4 is A4."""
    format = formats().get(page["format"])
    if format is None or (format.width, format.height) != (page["width"], page["height"]):
        return float(page["width"]), float(page["height"])
    sides = (page["width"], page["height"])
    if format.dpi < PRINT_DPI:
        return tuple(side * POINT / format.dpi for side in sides)
    return tuple(round(side * INCH / format.dpi) * POINT / INCH for side in sides)


def density(page):
    """Pixels of the picture per page pixel."""
    format = formats().get(page["format"])
    wanted = 1.0 if format and format.dpi >= PRINT_DPI else float(SCREEN_SCALE)
    return min(wanted, sqrt(MOST_PIXELS / (page["width"] * page["height"])))


def hidden_text(page, font, across, down, height):
    """PDF operators that lay the page's text, unseen, over where it is drawn."""
    parts = ["BT 3 Tr\n"]
    for line in typeset(page):
        cos, sin = line.cos, line.sin
        stretch = 100 * line.width / (len(line.text) * line.size)
        matrix = (
            across * cos,
            -down * sin,
            across * sin,
            down * cos,
            across * line.x,
            height - down * line.y,
        )
        numbers = " ".join(f"{number:.5f}" for number in matrix)
        parts.append(f"/F0 {line.size:.3f} Tf {stretch:.3f} Tz {numbers} Tm <{font.encoded(line.text)}> Tj\n")
    return "".join([*parts, "ET\n"])


def _jpeg(pdf, picture):
    import pikepdf
    from PIL import Image

    with Image.open(io.BytesIO(picture), formats=["JPEG"]) as image:
        width, height = image.size
    return pikepdf.Stream(
        pdf,
        picture,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=width,
        Height=height,
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )


def _box_font():
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    pen.moveTo((0, -120))
    for corner in ((0, 880), (1000, 880), (1000, -120)):
        pen.lineTo(corner)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "box"])
    builder.setupCharacterMap({0x20: "box"})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "box": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "box": (1000, 0)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "SparklioHidden", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()
