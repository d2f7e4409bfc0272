"""A run: what is being worked on, how far it is, how it ended."""

from django.urls import reverse
from rest_framework import serializers

from agents.models import Run


class RunSerializer(serializers.ModelSerializer):
    """`files`: where the files that it made can be fetched."""

    files = serializers.SerializerMethodField()

    class Meta:
        model = Run
        fields = [
            "id",
            "brand",
            "brief",
            "maker",
            "step",
            "root",
            "parent",
            "state",
            "error_code",
            "note",
            "percent",
            "result",
            "files",
            "cost",
            "node",
            "asked_at",
            "started_at",
            "ended_at",
        ]
        read_only_fields = fields

    def get_files(self, run) -> list[str]:
        made = (run.result or {}).get("assets", []) if run.state == Run.State.DONE else []
        return [reverse("api:asset-file", args=[pk]) for pk in made]
