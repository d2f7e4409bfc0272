"""Draw sample designs of every layout into one picture."""

from pathlib import Path

from django.core.management.base import BaseCommand

from assets.contact import mosaic, proof, samples
from assets.formats import formats
from assets.layouts import LAYOUTS
from assets.press import Press


class Command(BaseCommand):
    help = "Draw every layout in every format into one picture, with invented brands, copy and photos."

    def add_arguments(self, parser):
        parser.add_argument("--out", type=Path, required=True, help="where the PNG goes")
        parser.add_argument("--layout", choices=sorted(LAYOUTS), action="append", help="only these layouts")
        parser.add_argument("--format", choices=list(formats()), action="append", help="only these formats")
        parser.add_argument("--lang", choices=["ko", "en"], default="", help="only copy in this language")
        parser.add_argument("--mode", choices=["light", "dark"], default="", help="all in this mode")
        parser.add_argument("--seed", type=int, default=0)
        parser.add_argument(
            "--columns", type=int, default=0, help="designs in a row; by default one per format"
        )
        parser.add_argument("--width", type=int, default=280, help="px of one design")

    def handle(self, *, out, layout, format, lang, mode, seed, columns, width, **options):
        chosen = format or list(formats())
        press = Press()
        try:
            asked = samples(layout or LAYOUTS, chosen, lang=lang, mode=mode, seed=seed)
            cells = [proof(press, slug, composition, width=width) for slug, composition in asked]
        finally:
            press.close()
        mosaic(cells, columns=columns or max(len(chosen), 4), width=width).save(out)
        drawn = sum(cell.picture is not None for cell in cells)
        self.stdout.write(f"{drawn} of {len(cells)} designs drawn into {out}.")
