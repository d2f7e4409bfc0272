"""Admin classes of the house: staff may look, a superuser may act, and every act is an action of ours."""

from collections.abc import Callable, Iterable

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import ngettext

from sparklio.lib.refusal import Refusal


class BackOffice(admin.ModelAdmin):
    """A list that staff may see.

    heavy  columns too large for a list, and for a page
    """

    list_per_page = 50
    show_full_result_count = False
    heavy: tuple[str, ...] = ()

    def get_queryset(self, request):
        return super().get_queryset(request).defer(*self.heavy)

    def get_exclude(self, request, obj=None):
        return [*(super().get_exclude(request, obj) or []), *self.heavy]

    def has_module_permission(self, request):
        return request.user.is_staff

    def has_view_permission(self, request, obj=None):
        return request.user.is_staff

    def has_act_permission(self, request):
        return request.user.is_superuser

    def act(self, request, rows: Iterable[models.Model], verb: Callable[[models.Model], object]) -> None:
        """Do `verb` to each row. What is refused is said with its row; the others are done all the same."""
        done = 0
        for row in rows:
            try:
                verb(row)
                done += 1
            except (Refusal, PermissionDenied) as no:
                self.message_user(request, f"{row}: {no}", messages.WARNING)
        if done:
            words = ngettext("Done for %(count)d row.", "Done for %(count)d rows.", done) % {"count": done}
            self.message_user(request, words, messages.SUCCESS)


class ReadOnlyAdmin(BackOffice):
    """Rows that machines write: to be read and searched, not typed."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class ReadOnlyInline(admin.TabularInline):
    """Rows that belong to the one shown."""

    extra = 0
    can_delete = False

    def get_readonly_fields(self, request, obj=None):
        return self.fields

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return request.user.is_staff
