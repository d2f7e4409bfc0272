"""Takes in people's files: decoded in a sandbox, typed by what they are, encoded anew by us (R-F1 – R-F3)."""

import hashlib
import json
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sparklio.lib.refusal import Refusal

DECODER = Path(__file__).with_name("decoder.py")
PATIENCE = 40  # seconds on the clock, a little more than the decoder has on the CPU
MAX_PICTURE = 25_000_000  # bytes
MAX_PDF = 50_000_000
MAX_PLAIN = 5_000_000
MAX_TEXT = 500_000  # characters
HEIF = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")

Words = str | Promise
PICTURE_NO: dict[str, Words] = {
    "no picture": gettext_lazy(
        "This is not a picture that we can open. Upload a JPEG, PNG, WebP or GIF file."
    ),
    "heif": gettext_lazy(
        "HEIC and AVIF photos cannot be opened yet. Save the photo as JPEG and upload that."
    ),
    "side": gettext_lazy(
        "%(width)d × %(height)d px: no side may be longer than 12,000 px. Make the picture smaller."
    ),
    "pixels": gettext_lazy(
        "%(width)d × %(height)d px are more than 40 megapixels. Make the picture smaller."
    ),
    "broken": gettext_lazy("This picture is damaged or cut off. Upload it again, or save it anew first."),
    "heavy": gettext_lazy(
        "This picture takes too much to open. Save it anew as JPEG or PNG and upload that."
    ),
}
PDF_NO: dict[str, Words] = {
    "broken": gettext_lazy("This PDF is damaged. Save it anew and upload it again."),
    "locked": gettext_lazy("This PDF has a password. Save it without one and upload it again."),
    "pages": gettext_lazy("This PDF has %(pages)d pages; 500 is the most. Upload the part that matters."),
    "long": gettext_lazy("This PDF holds more than 500,000 characters. Upload the part that matters."),
    "heavy": gettext_lazy("This PDF takes too much to open. Save it anew, or upload its text as .txt."),
}


class Picture(NamedTuple):
    """A picture as we encoded it. `original` is (width, height) before it was made smaller, upright."""

    body: bytes
    media: str
    width: int
    height: int
    sha256: str
    original: tuple[int, int]

    @property
    def suffix(self) -> str:
        return ".png" if self.media == "image/png" else ".jpg"


class Text(NamedTuple):
    """The words of a file. sha256 is of the file as it came; it is not kept."""

    words: str
    media: str
    sha256: str


def read_picture(raw: bytes) -> Picture:
    """The picture in `raw`: JPEG, PNG, WebP or the first frame of a GIF. Raises Refusal."""
    check_size(len(raw), MAX_PICTURE)
    if raw[4:8] == b"ftyp" and raw[8:12] in HEIF:
        raise Refusal(str(PICTURE_NO["heif"]))
    facts, body = _decode("picture", raw, PICTURE_NO)
    sha256 = hashlib.sha256(body).hexdigest()
    original = (facts["original"][0], facts["original"][1])
    return Picture(body, facts["media"], facts["width"], facts["height"], sha256, original)


def read_text(raw: bytes, name: str = "") -> Text:
    """The words of a .txt, .md or .pdf file. `name` only tells Markdown from plain text. Raises Refusal."""
    sha256 = hashlib.sha256(raw).hexdigest()
    if b"%PDF-" in raw[:1024]:
        check_size(len(raw), MAX_PDF)
        _facts, body = _decode("pdf", raw, PDF_NO)
        words = _tidy(body.decode("utf-8", "ignore"))
        if not words:
            raise Refusal(
                _("This PDF holds no text; it may be a scan. Upload it as a picture, or type the text.")
            )
        return Text(words, "application/pdf", sha256)
    check_size(len(raw), MAX_PLAIN)
    words = _tidy(_plain(raw))
    if not words:
        raise Refusal(_("This file is empty. Choose another one."))
    if len(words) > MAX_TEXT:
        raise Refusal(_("This file holds more than 500,000 characters. Upload the part that matters."))
    markdown = name.lower().endswith((".md", ".markdown"))
    return Text(words, "text/markdown" if markdown else "text/plain", sha256)


def check_size(size: int, most: int) -> None:
    """Raises Refusal for an empty file and for one above `most` bytes."""
    if not size:
        raise Refusal(_("This file is empty. Choose another one."))
    if size > most:
        facts = {"size": size / 1e6, "most": most // 1_000_000}
        raise Refusal(_("%(size).1f MB are more than %(most)d MB. Upload a smaller file.") % facts)


def _decode(kind: str, raw: bytes, words: dict[str, Words]) -> tuple[dict[str, Any], bytes]:
    """What the decoder says of `raw`: facts and bytes. Raises Refusal with the sentence for its no."""
    with tempfile.TemporaryDirectory() as empty:
        try:
            done = subprocess.run(
                [sys.executable, "-I", str(DECODER), kind],
                input=raw,
                capture_output=True,
                timeout=PATIENCE,
                cwd=empty,
                env={},
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise Refusal(str(words["heavy"])) from None
    line, _newline, body = done.stdout.partition(b"\n")
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        raise Refusal(str(words["heavy"]))
    if done.returncode or not line:
        raise RuntimeError(f"The decoder broke on a {kind}: {done.stderr.decode('utf-8', 'replace')[-2000:]}")
    facts = json.loads(line)
    if "no" in facts:
        raise Refusal(str(words[facts["no"]]) % facts)
    return facts, body


def _plain(raw: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or the Korean code page of Windows."""
    marked = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ["utf-16"] if marked else ["utf-8-sig", "cp949"]:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(unicodedata.category(char) == "Cc" and char not in "\t\n\r\f\v" for char in text[:20_000]):
            return text
    raise Refusal(_("This is not a text that we can read. Upload a .txt or .md file in UTF-8, or a .pdf."))


def _tidy(text: str) -> str:
    """Composed, with plain line ends, without control characters, at most one empty line in a row."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n"))
    text = "".join(char for char in text if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs"))
    lines = [line.rstrip() for line in text.split("\n")]
    kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return "\n".join(kept).strip()
