"""Walks sentences from a file through the studio and draws all their drafts into one sheet."""

from io import BytesIO
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from PIL import Image

from agents.rehearsal import rehearse
from assets.contact import Cell, mosaic
from assets.pictures import for_press
from assets.press import press
from brands.models import Brand, Role


class Command(BaseCommand):
    help = "Make three drafts for every line of a file, check and draw them. Keeps nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="one sentence a line; lines with # are passed over")
        parser.add_argument(
            "--out", type=Path, help="where the picture goes; without it designs are only checked"
        )
        parser.add_argument("--brand", help="id of the brand; by default the first")
        parser.add_argument("--width", type=int, default=300, help="px of one design")

    def handle(self, *, file, out, brand, width, **options):
        chosen = (
            Brand.objects.filter(pk=brand).first() if brand else Brand.objects.order_by("created_at").first()
        )
        if chosen is None:
            raise CommandError("There is no such brand. Start the studio once, or name one with --brand.")
        owner = chosen.memberships.filter(role=Role.OWNER).first().user
        lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
        cells, faults, designs = [], 0, 0
        for line in (line for line in lines if line and not line.startswith("#")):
            done = rehearse(line, brand=chosen, by=owner)
            designs += sum(len(draft.content["pages"]) for draft in done.drafts)
            faults += len(done.faults)
            for fault in done.faults:
                self.stdout.write(f"{done.brief.title}: {fault}")
            if out:
                cells += [cell for draft in done.drafts for cell in self._drawn(draft, chosen, width)]
        if out:
            press().close()
            mosaic(cells, columns=9, width=width).save(out)
        self.stdout.write(f"{designs} designs, {faults} faults.")
        if faults:
            raise CommandError("Some designs may not leave the house.")

    def _drawn(self, draft, brand, width):
        images = for_press(draft.content, brand=brand)
        for page in draft.content["pages"]:
            body = press().render(draft.content, page["id"], format="png", width=width, images=images)
            yield Cell(
                f"{draft.layout} · {draft.direction['angle']}", Image.open(BytesIO(body)).convert("RGB")
            )
