"""The back office for brands: who is in them, how they look, what they asked for."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from brands.actions.brands import rename_brand
from brands.actions.kits import restore_kit
from brands.actions.people import change_role, remove_member, revoke_invite
from brands.models import Brand, Brief, Invite, Kit, Membership, Message, Role, Source
from sparklio.lib.back_office import BackOffice, ReadOnlyAdmin, ReadOnlyInline
from sparklio.lib.refusal import Refusal


class PeopleInline(ReadOnlyInline):
    model = Membership
    fields = ["user", "role", "joined_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("user")


@admin.register(Brand)
class BrandAdmin(BackOffice):
    list_display = ["name", "id", "created_at"]
    list_filter = ["created_at"]
    search_fields = ["name", "people__email"]
    inlines = [PeopleInline]
    readonly_fields = ["created_at"]
    fieldsets = [
        (
            None,
            {
                "fields": ["name", "created_at"],
                "description": _("Roles are changed in Memberships. Brands are opened in the studio."),
            },
        )
    ]

    def has_add_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        try:
            rename_brand(brand=Brand.objects.get(pk=obj.pk), name=obj.name, by=request.user)
        except Refusal as refusal:
            self.message_user(request, str(refusal), messages.ERROR)


def _give(role: Role):
    @admin.action(description=_("Give the role “%(role)s”") % {"role": role.label}, permissions=["act"])
    def give(self, request, queryset):
        self.act(request, queryset, lambda row: change_role(membership=row, role=role, by=request.user))

    give.__name__ = f"make_{role.value}"
    return give


@admin.register(Membership)
class MembershipAdmin(ReadOnlyAdmin):
    list_display = ["user", "brand", "role", "joined_at"]
    list_filter = ["role", "joined_at"]
    list_select_related = ["user", "brand"]
    search_fields = ["user__email", "user__name", "brand__name"]
    actions = [*(_give(role) for role in Role), "remove"]

    @admin.action(description=_("Take off the brand"), permissions=["act"])
    def remove(self, request, queryset):
        self.act(request, queryset, lambda row: remove_member(membership=row, by=request.user))


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
    list_filter = ["role", "created_at", "accepted_at", "revoked_at"]
    list_select_related = ["brand", "invited_by", "accepted_by"]
    search_fields = ["brand__name", "email", "invited_by__email"]
    heavy = ("token",)  # whoever knows it may come in
    actions = ["revoke"]

    @admin.action(description=_("Revoke"), permissions=["act"])
    def revoke(self, request, queryset):
        self.act(request, queryset, lambda invite: revoke_invite(invite=invite, by=request.user))


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
    list_filter = ["is_active", "tone", "heading_font", "created_at"]
    list_select_related = ["brand", "created_by"]
    search_fields = ["brand__name"]
    actions = ["restore"]

    @admin.action(description=_("Put in force again, as a new version"), permissions=["act"])
    def restore(self, request, queryset):
        kits = queryset.select_related("brand")
        self.act(
            request, kits, lambda kit: restore_kit(brand=kit.brand, version=kit.version, by=request.user)
        )


@admin.register(Brief)
class BriefAdmin(ReadOnlyAdmin):
    list_display = ["title", "brand", "menu", "state", "language", "created_by", "created_at", "closed_at"]
    list_filter = ["state", "menu", "language", "created_at"]
    list_select_related = ["brand", "created_by"]
    search_fields = ["title", "product", "brand__name"]
    fieldsets = [
        (None, {"fields": ["title", "brand", "menu", "language", "state", "created_by", "created_at"]}),
        (
            _("What was understood"),
            {
                "fields": ["product", "audience", "channel", "formats", "tone", "forbidden", "facts"],
                "description": _("Facts are quoted from what the person gave; nothing here is invented."),
            },
        ),
        (_("How it came"), {"fields": ["answers", "intent", "seed", "closed_at"], "classes": ["collapse"]}),
    ]


@admin.register(Message)
class MessageAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "brief", "speaker", "by", "at"]
    list_filter = ["speaker", "at"]
    list_select_related = ["brief", "by"]
    search_fields = ["text", "brief__title"]


@admin.register(Source)
class SourceAdmin(ReadOnlyAdmin):
    list_display = ["name", "brand", "brief", "media", "created_by", "created_at"]
    list_filter = ["media", "created_at"]
    list_select_related = ["brand", "brief", "created_by"]
    search_fields = ["name", "brand__name"]
