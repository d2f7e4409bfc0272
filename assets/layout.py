"""A layout: a way to compose a page. Each one lives in its own file under assets/layouts/."""

from dataclasses import replace
from typing import Any, ClassVar, Literal

from assets.composition import Composition
from assets.sheet import Sheet, Unfit


class Layout:
    """One composition.

    photo      "needs", "may" or "never"
    kin        layouts of one kin look alike at a glance
    character  the arguments it suits, in a few words
    """

    slug: ClassVar[str]
    label: ClassVar[dict[str, str]]
    photo: ClassVar[Literal["needs", "may", "never"]] = "may"
    kin: ClassVar[str] = ""
    character: ClassVar[tuple[str, ...]] = ()

    def compose(self, brief: Composition) -> dict[str, Any]:
        """The page. Leaves out running text only if all of it cannot stand. Raises Unfit(reason).

        The page's meta says what was left out ("omitted") and which characters no font has ("dropped").
        """
        if self.photo == "needs" and brief.photo is None:
            raise Unfit("It needs a picture.")
        words, dropped = brief.copy.drawable()
        reason = Unfit("It has no headline.")
        if not words.headline:
            raise reason
        for copy, omitted in words.reductions():
            sheet = Sheet(replace(brief, copy=copy, omitted=omitted), self.slug)
            try:
                self.arrange(sheet)
            except Unfit as unfit:
                reason = unfit
                continue
            page = sheet.page()
            return {**page, "meta": {**page["meta"], "dropped": dropped}} if dropped else page
        raise reason

    def arrange(self, sheet: Sheet) -> None:
        """Draws the page on the sheet. Raises Unfit."""
        raise NotImplementedError
