"""What is made and kept."""

from assets.models.asset import Asset
from assets.models.document import Document, Event, Snapshot
from assets.models.draft import Draft, Suggestion

__all__ = ["Asset", "Document", "Draft", "Event", "Snapshot", "Suggestion"]
