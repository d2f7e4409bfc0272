"""Work: do runs on this machine until told to stop."""

import socket

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from agents.nodes import capabilities
from agents.worker.foreman import Foreman
from agents.worker.warm import equipped


class Command(BaseCommand):
    help = "Do runs on this machine. Ctrl-C or SIGTERM lets them end; a second one hands them back at once."

    requires_system_checks = []  # they import every page; a worker starts again in a second

    def add_arguments(self, parser):
        parser.add_argument("--burst", action="store_true", help="stop when nothing is left to do")
        parser.add_argument(
            "--name", default="", help="this machine's name (default: NODE_NAME, else the host's)"
        )
        parser.add_argument(
            "--can", default=None, help="capabilities with commas between (default: SPARKLIO_CAN)"
        )
        parser.add_argument(
            "--slots", type=int, default=2, help="runs at a time, besides the press (default: 2)"
        )
        parser.add_argument(
            "--grace", type=float, default=25, help="seconds that runs get to end (default: 25)"
        )

    def handle(self, *, burst, name, can, slots, grace, **options):
        try:
            words = capabilities(
                None if can is None else [word.strip() for word in can.split(",") if word.strip()]
            )
        except ImproperlyConfigured as wrong:
            raise CommandError(str(wrong)) from None
        has = equipped(words)
        if not has:
            raise CommandError(f"This machine can do nothing of {', '.join(words) or 'nothing'}.")
        if slots < 1:
            raise CommandError("--slots: at least 1.")
        name = name or settings.NODE_NAME or socket.gethostname()
        self.stdout.write(f"{name[:70]} can {', '.join(has)}; {slots} at a time.")
        code = Foreman(name=name[:70], can=has, slots=slots, grace=grace, burst=burst).work()
        if code:
            raise SystemExit(code)
