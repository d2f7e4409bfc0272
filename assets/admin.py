"""The back office for assets, drafts and documents."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from assets.models import Asset, Document, Draft, Event, Snapshot, Suggestion
from sparklio.lib.back_office import ReadOnlyAdmin, ReadOnlyInline


@admin.register(Asset)
class AssetAdmin(ReadOnlyAdmin):
    list_display = ["name", "brand", "kind", "media", "width", "height", "size", "created_by", "created_at"]
    list_filter = ["kind", "media", "created_at"]
    list_select_related = ["brand", "created_by"]
    search_fields = ["name", "brand__name", "sha256"]
    exclude = ["file"]  # files are fetched in the studio, by who belongs to the brand


class SuggestionInline(ReadOnlyInline):
    model = Suggestion
    fields = ["field", "before", "after", "reason", "status", "decided_by"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("decided_by")


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
    list_filter = ["status", "layout", "round", "created_at"]
    list_select_related = ["brief", "decided_by"]
    search_fields = ["brief__title", "brief__brand__name", "reject_reason"]
    heavy = ("content",)
    inlines = [SuggestionInline]


@admin.register(Suggestion)
class SuggestionAdmin(ReadOnlyAdmin):
    list_display = ["field", "after", "draft", "status", "decided_by", "created_at"]
    list_filter = ["status", "field", "created_at"]
    list_select_related = ["draft__brief", "decided_by"]
    search_fields = ["after", "draft__brief__title"]


@admin.register(Document)
class DocumentAdmin(ReadOnlyAdmin):
    list_display = ["title", "brand", "version", "seq", "epoch", "created_by", "updated_at"]
    list_filter = ["updated_at", "created_at"]
    list_select_related = ["brand", "created_by"]
    search_fields = ["title", "brand__name"]
    heavy = ("content",)
    fieldsets = [
        (None, {"fields": ["title", "brand", "brief", "version", "thumbnail"]}),
        (
            _("The log"),
            {
                "fields": ["seq", "epoch", "created_by", "created_at", "updated_at"],
                "description": _(
                    "seq is the number of the last event. epoch goes up when an old version is restored, "
                    "so that a tab from before cannot bring the old state back."
                ),
            },
        ),
    ]


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = ["document", "seq", "epoch", "base_seq", "client_op_id", "by", "at"]
    list_filter = ["at"]
    list_select_related = ["document", "by"]
    search_fields = ["document__title", "client_op_id"]
    heavy = ("ops",)

    def get_queryset(self, request):
        return super().get_queryset(request).defer("ops", "conflicts", "document__content")


@admin.register(Snapshot)
class SnapshotAdmin(ReadOnlyAdmin):
    list_display = ["document", "seq", "epoch", "sha256", "at"]
    list_filter = ["at"]
    list_select_related = ["document"]
    search_fields = ["document__title", "sha256"]
    heavy = ("content",)

    def get_queryset(self, request):
        return super().get_queryset(request).defer("content", "document__content")
