"""Roster: who can be asked to work, in which file, and which machines can do it now."""

import inspect
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from agents.makers import MAKERS
from agents.models import Node


class Command(BaseCommand):
    help = "Print every agent and generator: slug, what it needs, its file, the machines that can do it."

    def handle(self, **options):
        live = {node.name: node.can for node in Node.objects.live()}
        width = max(map(len, MAKERS))
        for slug, maker in MAKERS.items():
            file = Path(inspect.getfile(maker)).relative_to(settings.BASE_DIR)
            able = ", ".join(name for name, can in live.items() if maker.needs in can) or "nobody now"
            self.stdout.write(f"{slug:<{width}}  {maker.needs:<6} {file}  → {able}")
        self.stdout.write(f"{len(MAKERS)} makers, {len(live)} machines.")
