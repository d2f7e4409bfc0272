"""The back office for assets, drafts and documents."""

from django.contrib import admin

from assets.models import Asset, Document, Draft, Event, Snapshot, Suggestion
from sparklio.lib.back_office import ReadOnlyAdmin


@admin.register(Asset)
class AssetAdmin(ReadOnlyAdmin):
    list_display = ["name", "brand", "kind", "media", "width", "height", "size", "created_by", "created_at"]
    list_filter = ["kind", "media", "created_at"]
    search_fields = ["name", "brand__name", "sha256"]
    list_select_related = ["brand", "created_by"]


@admin.register(Draft)
class DraftAdmin(ReadOnlyAdmin):
    list_display = [
        "brief",
        "round",
        "place",
        "status",
        "version",
        "layout",
        "decided_by",
        "decided_at",
        "created_at",
    ]
    list_filter = ["status", "layout", "created_at"]
    search_fields = ["brief__title", "brief__brand__name", "reject_reason"]
    list_select_related = ["brief", "decided_by"]


@admin.register(Suggestion)
class SuggestionAdmin(ReadOnlyAdmin):
    list_display = ["draft", "field", "after", "status", "decided_by", "created_at"]
    list_filter = ["status", "field"]
    search_fields = ["after", "draft__brief__title"]
    list_select_related = ["draft__brief", "decided_by"]


@admin.register(Document)
class DocumentAdmin(ReadOnlyAdmin):
    list_display = ["title", "brand", "version", "seq", "epoch", "created_by", "updated_at"]
    list_filter = ["updated_at"]
    search_fields = ["title", "brand__name"]
    list_select_related = ["brand", "created_by"]


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = ["document", "seq", "epoch", "base_seq", "by", "at"]
    list_filter = ["at"]
    search_fields = ["=document__id", "client_op_id"]
    list_select_related = ["document", "by"]


@admin.register(Snapshot)
class SnapshotAdmin(ReadOnlyAdmin):
    list_display = ["document", "seq", "epoch", "sha256", "at"]
    search_fields = ["=document__id"]
    list_select_related = ["document"]
