"""The back office for runs, machines and calls: what is going on, and do it again."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from agents.actions.runs import ask_again, cancel_run
from agents.models import ExternalCall, Node, Run
from sparklio.lib.back_office import ReadOnlyAdmin
from sparklio.lib.refusal import Refusal


class CallInline(admin.TabularInline):
    model = ExternalCall
    extra = 0
    can_delete = False
    fields = readonly_fields = [
        "step",
        "provider",
        "model",
        "state",
        "tokens_in",
        "tokens_out",
        "cost",
        "note",
    ]

    def has_add_permission(self, request, obj=None):
        return False


@admin.register(Run)
class RunAdmin(ReadOnlyAdmin):
    list_display = [
        "maker",
        "step",
        "brief",
        "state",
        "percent",
        "note",
        "node",
        "crash_count",
        "asked_by",
        "asked_at",
    ]
    list_filter = ["state", "maker", "needs", "priority", "asked_at"]
    list_select_related = ["brief", "asked_by"]
    search_fields = ["=id", "brief__title", "brand__name", "note"]
    actions = ["again", "cancel"]
    inlines = [CallInline]

    @admin.action(description=_("Ask again"))
    def again(self, request, queryset):
        self._each(request, queryset, ask_again, ngettext, "%d run asked again.", "%d runs asked again.")

    @admin.action(description=_("Cancel"))
    def cancel(self, request, queryset):
        self._each(request, queryset, cancel_run, ngettext, "%d run cancelled.", "%d runs cancelled.")

    def _each(self, request, queryset, verb, words, one, many):
        done = 0
        for run in queryset.select_related("brand", "brief"):
            try:
                verb(run=run, by=request.user)
                done += 1
            except Refusal as refusal:
                self.message_user(request, f"{run}: {refusal}", messages.WARNING)
        self.message_user(request, words(one, many, done) % done, messages.SUCCESS)


@admin.register(Node)
class NodeAdmin(ReadOnlyAdmin):
    list_display = ["name", "can", "pid", "version", "started_at", "seen_at"]
    search_fields = ["name"]


@admin.register(ExternalCall)
class ExternalCallAdmin(ReadOnlyAdmin):
    list_display = [
        "run",
        "step",
        "provider",
        "model",
        "state",
        "tokens_in",
        "tokens_out",
        "cost",
        "created_at",
    ]
    list_filter = ["state", "provider", "model", "created_at"]
    search_fields = ["=run__id", "note"]
    list_select_related = ["run"]
