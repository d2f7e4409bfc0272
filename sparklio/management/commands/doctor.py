"""`manage.py doctor`: what is missing or wrong here, each with its fix. Exit code 1 if anything fails."""

import json
import sys

from django.core.management import BaseCommand
from django.utils import translation

from sparklio.doctor import CHECKS, examine
from sparklio.embedded.progress import speaks_korean

SIGNS = {"ok": "✓", "warn": "!", "fail": "✗"}


class Command(BaseCommand):
    help = "Name what is missing or wrong on this machine, with the fix."
    requires_system_checks = []

    def add_arguments(self, parser):
        names = [check.__name__ for check in CHECKS]
        parser.add_argument(
            "parts", nargs="*", metavar="part", help=f"any of {', '.join(names)}; all if none is named"
        )
        parser.add_argument("--json", action="store_true", help="one JSON list instead of lines")

    def handle(self, *, parts, json: bool, **options):
        findings = []
        with translation.override("ko" if speaks_korean() else "en"):
            for finding in examine(parts):
                findings.append(finding)
                if not json:
                    self.tell(finding)
        if json:
            self.stdout.write(as_json(findings))
        failed = sum(finding.state == "fail" for finding in findings)
        if not json:
            self.stdout.write(f"{len(findings)} checks, {failed} failed.")
        if failed:
            sys.exit(1)

    def tell(self, finding):
        self.stdout.write(f"{SIGNS[finding.state]} {finding.part:13} {finding.words}")
        if finding.fix:
            self.stdout.write(f"  {'':13} → {finding.fix}")


def as_json(findings) -> str:
    return json.dumps([finding._asdict() for finding in findings], ensure_ascii=False, indent=1)
