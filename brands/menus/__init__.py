"""One file, one question set."""

from brands.menu import Menu
from sparklio.lib.registry import discover

MENUS: dict[str, type[Menu]] = dict(
    sorted(discover("brands.menus", Menu).items(), key=lambda pair: pair[1].order)
)
