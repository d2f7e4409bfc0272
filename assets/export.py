"""What every export format is: it encodes a finished document and knows nothing of runs or people."""

import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from assets.generator import Made
from assets.press import Images, Press, output_size, page_of, press

if TYPE_CHECKING:
    from assets.models import Document

UNFIT = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')  # what Windows, macOS or Linux refuse in a file name
LONGEST = 80  # characters of a title in a file name


class Options(NamedTuple):
    """images gives (bytes, media type) of an asset id; page_id "" means every page; quality is 0–1."""

    images: Images
    page_id: str = ""
    scale: float = 1.0
    quality: float = 0.92


class Export:
    """One file in assets/exports/ is one format.

    paged  whether a file holds one page, so that a document of several pages becomes several files
    """

    slug: ClassVar[str]
    label: ClassVar[dict[str, str]]
    media: ClassVar[str]
    suffix: ClassVar[str]
    paged: ClassVar[bool] = False

    def render(self, document: dict[str, Any], press: Press, options: Options) -> bytes:
        """The bytes of one file. A paged format draws the page of the options. Raises Refusal."""
        raise NotImplementedError(f"{type(self).__name__} encodes nothing yet.")

    def files(
        self, document: "Document", *, images: Images, page_id: str = "", scale: float = 1.0
    ) -> Sequence[Made]:
        """The files that a person takes away: one, or one per page. Raises Refusal."""
        content = document.content
        wanted = [page_of(content, page_id)] if page_id else content["pages"]
        options = Options(images, page_id, scale)
        if not self.paged:
            return [self._made(document, options, "")]
        numbered = len(content["pages"]) > 1
        return [
            self._made(
                document, options._replace(page_id=page["id"]), _number(content, page) if numbered else ""
            )
            for page in wanted
        ]

    def _made(self, document: "Document", options: Options, number: str) -> Made:
        body = self.render(document.content, press(), options)
        meta = {"document": str(document.pk), "seq": document.seq, "page": options.page_id}
        if self.paged:
            page = page_of(document.content, options.page_id)
            meta["width"], meta["height"] = output_size(page, scale=options.scale)
        return Made(body, self.media, file_name(document.title, number) + self.suffix, meta)


def pages(document: dict[str, Any], options: Options) -> list[dict[str, Any]]:
    """The pages that the options ask for."""
    return [page_of(document, options.page_id)] if options.page_id else document["pages"]


def file_name(title: str, number: str = "") -> str:
    """A name without suffix that every system takes; Hangul stays Hangul, composed."""
    name = UNFIT.sub(" ", unicodedata.normalize("NFC", title))
    name = " ".join(name.split())[:LONGEST].strip(" .") or "design"
    return f"{name} {number}" if number else name


def _number(document: dict[str, Any], page: dict[str, Any]) -> str:
    return str(document["pages"].index(page) + 1)
