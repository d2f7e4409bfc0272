"""`manage.py prepare`: bring database, messages, static files and the demo up to date. Safe to run again."""

import os
from io import StringIO

from django.conf import settings
from django.core.management import BaseCommand, call_command

from sparklio import readiness
from sparklio.embedded.progress import step

PARTS = ("database", "bucket", "messages", "static", "demo", "link")


class Command(BaseCommand):
    help = "Migrate, compile messages, collect static files, seed the demo brand. Safe to run again."
    requires_system_checks = []  # bin/up runs them in the web process; here they would cost a second

    def add_arguments(self, parser):
        parser.add_argument(
            "parts", nargs="*", metavar="part", help=f"any of {', '.join(PARTS)}; all if none is named"
        )

    def handle(self, *, parts, **options):
        wanted = parts or PARTS
        if "database" in wanted:
            with step("표 (마이그레이션)", "Tables (migrations)"):
                readiness.migrate()
        if "bucket" in wanted:
            readiness.make_bucket()
        if "messages" in wanted:
            readiness.compile_messages()
        if "static" in wanted:
            with step("화면 파일 모으기", "Static files"):
                readiness.collect_static()
        if "demo" in wanted:
            with step("예시 브랜드", "Demo brand"):
                call_command("seed_demo", stdout=StringIO())
        if "link" in wanted:
            self.write_link()

    def write_link(self):
        """Leave a one-time sign-in link where bin/up finds it and nobody else may read it."""
        said = StringIO()
        call_command("signin_link", stdout=said)
        link = said.getvalue().split()[-1]
        descriptor = os.open(
            settings.SPARKLIO_HOME / "run" / "signin_link", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600
        )
        with os.fdopen(descriptor, "w") as file:
            file.write(link)
