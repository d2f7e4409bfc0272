"""What every generator is: it makes files from an order and knows nothing of runs or people."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from assets.models import Asset

Report = Callable[[int, str], None]


class Made(NamedTuple):
    """One file: its bytes, media type, the name a person sees, and what was measured."""

    body: bytes
    media: str
    name: str
    meta: dict


class Generator:
    """Makes files. One file in assets/generators/ is one generator.

    kind  what the kept assets are: a value of Asset.Kind
    verb  what a person must be allowed to ask for it: a key of brands.access.VERBS
    """

    slug: ClassVar[str]
    label: ClassVar[dict[str, str]]
    needs: ClassVar[str]
    kind: ClassVar[str]
    verb: ClassVar[str] = "edit"

    def make(self, order: dict, report: Report) -> Sequence[Made]:
        """The files for an order. Raises Refusal when the order cannot be met."""
        raise NotImplementedError(f"{type(self).__name__} makes nothing yet.")

    def kept(self, order: dict, assets: "Sequence[Asset]") -> None:
        """Called in the transaction that keeps the files, to hang them where they belong."""
