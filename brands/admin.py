"""The back office for people, brands and briefs."""

from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from brands.models import AuditEntry, Brand, Brief, Invite, Kit, Membership, Message, Source, User
from sparklio.lib.back_office import ReadOnlyAdmin

admin.site.unregister(Group)  # roles are per brand, in Membership


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    list_display = ["email", "name", "language", "is_active", "is_staff", "last_login", "date_joined"]
    list_filter = ["is_active", "is_staff", "language"]
    search_fields = ["email", "name"]
    ordering = ["email"]
    readonly_fields = ["last_login", "date_joined"]
    fields = [
        "email",
        "name",
        "language",
        "is_active",
        "is_staff",
        "is_superuser",
        "last_login",
        "date_joined",
    ]
    actions = ["shut_out", "let_in"]

    @admin.action(description=_("Shut out"))
    def shut_out(self, request, queryset):
        count = queryset.exclude(pk=request.user.pk).update(is_active=False)
        self._told(request, ngettext("%d person shut out.", "%d people shut out.", count) % count)

    @admin.action(description=_("Let in again"))
    def let_in(self, request, queryset):
        count = queryset.update(is_active=True)
        self._told(request, ngettext("%d person let in.", "%d people let in.", count) % count)

    def _told(self, request, words):
        self.message_user(request, words, messages.SUCCESS)


class MembershipInline(admin.TabularInline):
    model = Membership
    extra = 0
    autocomplete_fields = ["user"]


@admin.register(Brand)
class BrandAdmin(admin.ModelAdmin):
    list_display = ["name", "created_at"]
    search_fields = ["name", "people__email"]
    inlines = [MembershipInline]
    readonly_fields = ["created_at"]


@admin.register(Membership)
class MembershipAdmin(admin.ModelAdmin):
    list_display = ["user", "brand", "role", "joined_at"]
    list_filter = ["role"]
    search_fields = ["user__email", "brand__name"]
    list_select_related = ["user", "brand"]
    autocomplete_fields = ["user", "brand"]


@admin.register(Invite)
class InviteAdmin(ReadOnlyAdmin):
    list_display = [
        "brand",
        "role",
        "email",
        "invited_by",
        "created_at",
        "expires_at",
        "accepted_by",
        "revoked_at",
    ]
    list_filter = ["role", "created_at"]
    search_fields = ["brand__name", "email", "invited_by__email"]
    list_select_related = ["brand", "invited_by", "accepted_by"]
    exclude = ["token"]  # whoever knows it may come in
    actions = ["revoke"]

    @admin.action(description=_("Revoke"))
    def revoke(self, request, queryset):
        count = queryset.filter(accepted_at=None, revoked_at=None).update(revoked_at=timezone.now())
        self.message_user(request, ngettext("%d invite revoked.", "%d invites revoked.", count) % count)


@admin.register(Kit)
class KitAdmin(ReadOnlyAdmin):
    list_display = [
        "brand",
        "version",
        "is_active",
        "tone",
        "heading_font",
        "body_font",
        "created_by",
        "created_at",
    ]
    list_filter = ["is_active", "tone"]
    search_fields = ["brand__name"]
    list_select_related = ["brand", "created_by"]


@admin.register(Brief)
class BriefAdmin(ReadOnlyAdmin):
    list_display = ["title", "brand", "menu", "state", "language", "created_by", "created_at", "closed_at"]
    list_filter = ["state", "menu", "language", "created_at"]
    search_fields = ["title", "product", "brand__name"]
    list_select_related = ["brand", "created_by"]


@admin.register(Message)
class MessageAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "brief", "speaker", "by", "at"]
    list_filter = ["speaker", "at"]
    search_fields = ["text", "brief__title"]
    list_select_related = ["brief", "by"]


@admin.register(Source)
class SourceAdmin(ReadOnlyAdmin):
    list_display = ["name", "brand", "brief", "media", "created_by", "created_at"]
    list_filter = ["media", "created_at"]
    search_fields = ["name", "brand__name"]
    list_select_related = ["brand", "brief", "created_by"]


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnlyAdmin):
    list_display = ["at", "verb", "by", "brand", "target_type", "target_id"]
    list_filter = ["verb", "target_type", "at"]
    search_fields = ["by__email", "brand__name", "target_id"]
    list_select_related = ["by", "brand"]
