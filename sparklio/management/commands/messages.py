"""Reads every sentence of ours out of code and templates into the Korean catalogue."""

from django.core.management.base import BaseCommand, CommandError

from sparklio.catalogue import FILE, update


class Command(BaseCommand):
    help = "Update locale/ko with the sentences in code and templates; --check fails where Korean is missing."

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="Change nothing; fail if anything is missing."
        )

    def handle(self, *, check, **options):
        catalogue, missing = update(write=not check)
        if check and missing:
            raise CommandError(
                "No Korean for: " + " · ".join(missing[:20]) + f" ({len(missing)} in all, {FILE})"
            )
        self.stdout.write(f"{len(catalogue)} sentences, {len(missing)} without Korean.")
