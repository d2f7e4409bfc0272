"""Admin classes for rows that machines write: to be read and searched, not typed."""

from django.contrib import admin


class ReadOnlyAdmin(admin.ModelAdmin):
    """What is going on; nothing is added, changed or deleted by hand."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
