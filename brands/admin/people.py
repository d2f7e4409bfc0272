"""The back office for people: who they are, how they sign in, what they did."""

import allauth.account.admin
import allauth.mfa.admin  # noqa: F401  (both register what is registered anew below)
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from brands.actions.accounts import FIELDS, change_account, drop_second_factor, let_in, open_account, shut_out
from brands.models import AuditEntry, Membership, User
from sparklio.lib.back_office import BackOffice, ReadOnlyAdmin, ReadOnlyInline
from sparklio.lib.refusal import Refusal

admin.site.unregister([Group, EmailAddress, Authenticator])  # roles are per brand, in Membership


class MembershipsInline(ReadOnlyInline):
    model = Membership
    fields = ["brand", "role", "joined_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("brand", "user")


@admin.register(User)
class UserAdmin(BackOffice):
    list_display = ["email", "name", "language", "is_active", "is_staff", "last_login", "date_joined"]
    list_filter = ["is_active", "is_staff", "is_superuser", "language", "date_joined"]
    search_fields = ["email", "name"]
    ordering = ["email"]
    actions = ["shut_out", "let_in", "drop_second_factor"]
    inlines = [MembershipsInline]
    fieldsets = [
        (None, {"fields": ["email", "name", "language"]}),
        (
            _("The back office"),
            {
                "fields": ["is_staff", "is_superuser"],
                "description": _("Staff may look at everything. A superuser may also act, in every brand."),
            },
        ),
        (
            _("Signing in"),
            {
                "fields": ["is_active", "last_login", "date_joined"],
                "description": _(
                    "People come in by invite, or choose a password through “Forgot your password?”. "
                    "Nobody is deleted: shut them out in the list, and what they made stays."
                ),
            },
        ),
    ]

    def get_readonly_fields(self, request, obj=None):
        return ["is_active", "last_login", "date_joined", *(["email"] if obj else [])]

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        if not change:
            open_account(person=obj, by=request.user)
            return
        values = {name: form.cleaned_data[name] for name in FIELDS if name in form.changed_data}
        try:
            change_account(person=obj, values=values, by=request.user)
        except Refusal as refusal:
            self.message_user(request, str(refusal), messages.ERROR)

    @admin.action(description=_("Shut out"), permissions=["act"])
    def shut_out(self, request, queryset):
        self.act(request, queryset, lambda person: shut_out(person=person, by=request.user))

    @admin.action(description=_("Let in again"), permissions=["act"])
    def let_in(self, request, queryset):
        self.act(request, queryset, lambda person: let_in(person=person, by=request.user))

    @admin.action(description=_("Take the second factor away (lost phone)"), permissions=["act"])
    def drop_second_factor(self, request, queryset):
        self.act(request, queryset, lambda person: drop_second_factor(person=person, by=request.user))


@admin.register(EmailAddress)
class EmailAddressAdmin(ReadOnlyAdmin):
    list_display = ["email", "user", "primary", "verified"]
    list_filter = ["primary", "verified"]
    list_select_related = ["user"]
    search_fields = ["email", "user__name"]


@admin.register(Authenticator)
class AuthenticatorAdmin(ReadOnlyAdmin):
    list_display = ["user", "type", "created_at", "last_used_at"]
    list_filter = ["type", "created_at"]
    list_select_related = ["user"]
    search_fields = ["user__email", "user__name"]
    heavy = ("data",)  # the secret itself


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnlyAdmin):
    list_display = ["at", "verb", "by", "brand", "target_type", "target_id"]
    list_filter = ["verb", "target_type", "at"]
    list_select_related = ["by", "brand"]
    search_fields = ["by__email", "brand__name", "target_id"]
    fieldsets = [
        (
            None,
            {
                "fields": ["at", "verb", "by", "brand", "target_type", "target_id", "detail"],
                "description": _("Written in the transaction of the act itself, and never changed."),
            },
        )
    ]
