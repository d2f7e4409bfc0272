"""Puts the counting makers on the roster of this process."""

from django.apps import AppConfig


class ChaosConfig(AppConfig):
    name = "tests.chaos"
    label = "chaos"

    def ready(self):
        from agents.makers import MAKERS, ROSTER
        from tests.chaos.makers import COUNTING

        for maker in COUNTING:
            ROSTER[maker.slug] = MAKERS[maker.slug] = maker
