"""Sweep: put right, once and now, what a crash left. Every process does it by itself every few seconds."""

from django.core.management.base import BaseCommand

from agents.sweeper import sweep


class Command(BaseCommand):
    help = "Return expired leases, ring for waiting runs, fail what cannot start. Safe to run at any time."

    def handle(self, **options):
        done = sweep()
        for what, count in done.items():
            self.stdout.write(f"{what}: {count}")
        self.stdout.write(f"{done.total()} rows put right.")
