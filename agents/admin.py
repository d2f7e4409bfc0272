"""The back office for runs, machines and calls: what is going on, and do it again."""

import re

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django_rq.admin import QueueAdmin
from django_rq.models import Dashboard
from django_rq.stats_views import stats, stats_json
from django_rq.urls import get_admin_urlpatterns

from agents.actions.runs import ask_again, cancel_run
from agents.models import ExternalCall, Node, Run
from sparklio.lib.back_office import ReadOnlyAdmin, ReadOnlyInline

INLINE = re.compile(rb'<script type="text/javascript">.*?</script>| style="[^"]*"', re.DOTALL)

admin.site.unregister(Dashboard)


class CallInline(ReadOnlyInline):
    model = ExternalCall
    fields = ["step", "provider", "model", "state", "tokens_in", "tokens_out", "cost", "note"]
    show_change_link = True


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
    list_filter = ["state", "error_code", "maker", "needs", "priority", "asked_at"]
    list_select_related = ["brief", "asked_by"]
    search_fields = ["id", "brief__title", "brand__name", "note"]
    actions = ["again", "cancel"]
    inlines = [CallInline]
    fieldsets = [
        (None, {"fields": ["maker", "step", "brand", "brief", "asked_by", "sender", "asked_at", "order"]}),
        (
            _("How it goes"),
            {
                "fields": [
                    "state",
                    "error_code",
                    "note",
                    "percent",
                    "result",
                    "cost",
                    "started_at",
                    "ended_at",
                ]
            },
        ),
        (
            _("Who holds it"),
            {
                "fields": ["needs", "node", "priority", "attempt", "crash_count", "lease_until", "rung_at"],
                "description": _(
                    "A machine holds a run under a lease. If it says nothing until the lease ends, the run "
                    "is handed on; after three crashes it waits for a person."
                ),
            },
        ),
        (_("Family"), {"fields": ["root", "parent", "idempotency_key"], "classes": ["collapse"]}),
    ]

    @admin.action(description=_("Ask again"), permissions=["act"])
    def again(self, request, queryset):
        runs = queryset.select_related("brand", "brief")
        self.act(request, runs, lambda run: ask_again(run=run, by=request.user))

    @admin.action(description=_("Cancel"), permissions=["act"])
    def cancel(self, request, queryset):
        runs = queryset.select_related("brand", "brief")
        self.act(request, runs, lambda run: cancel_run(run=run, by=request.user))


@admin.register(Node)
class NodeAdmin(ReadOnlyAdmin):
    list_display = ["name", "can", "pid", "version", "started_at", "seen_at"]
    list_filter = ["seen_at"]
    search_fields = ["name", "host"]


@admin.register(ExternalCall)
class ExternalCallAdmin(ReadOnlyAdmin):
    list_display = [
        "provider",
        "model",
        "step",
        "run",
        "state",
        "tokens_in",
        "tokens_out",
        "cost",
        "created_at",
    ]
    list_filter = ["state", "provider", "model", "created_at"]
    list_select_related = ["run"]
    search_fields = ["run__id", "note"]
    heavy = ("answer",)


@admin.register(Dashboard)
class DoorbellAdmin(QueueAdmin):
    """django-rq's own pages, for superusers only: they show and drop rings of the bell, never runs (R-W9)."""

    def has_module_permission(self, request):
        return request.user.is_superuser

    def has_view_permission(self, request, obj=None):
        return request.user.is_superuser

    def get_urls(self):
        own = get_admin_urlpatterns(name_prefix="django_rq_", view_wrapper=self._superusers)
        return [
            path("", self._superusers(stats), name="django_rq_dashboard_changelist"),
            path("stats.json/", self._superusers(stats_json), name="django_rq_home_json"),
            *own,
        ]

    def _superusers(self, view):
        def wrapped(request, *args, **kwargs):
            if not request.user.is_superuser:
                raise PermissionDenied
            request.current_app = self.admin_site.name
            return _without_inline_code(view(request, *args, **kwargs))

        return self.admin_site.admin_view(wrapped)


def _without_inline_code(response):
    """Our policy would stop it: a call to a jQuery plugin that Django's admin has lost, and two margins."""
    if "html" in response.headers.get("Content-Type", ""):
        response.content = INLINE.sub(b"", response.content)
    return response
