"""Rows of the back office, made from its registry: whatever is registered has its rows by what it lets do."""

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django_rq.models import Dashboard

from brands.models import Brand, User
from tests.studio.access.row import LOGIN, Row, everybody, office

TYPED = (User, Brand)  # the rest is made by machines, or by people in the studio
QUEUE_ARGS = {
    "queue_index": 0,
    "job_id": "x",
    "result_id": "x",
    "key": "x",
    "scheduler_index": 0,
    "connection_index": 0,
    "scheduler_name": "x",
    "cron_job_name": "x",
}


def rows_of(model, office_of_model):
    """Look at everything, change what is typed here, delete nothing, act as a superuser."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    row = f"@{model._meta.label_lower}"
    no, typed = office(403), office(403, 200 if model in TYPED else 403)
    add = office(403, 200 if model is User else 403)
    yield Row(f"{name}_changelist", "get", office(200))
    yield Row(f"{name}_add", "get", add)
    yield Row(f"{name}_add", "post", add, body={"email": ""}, changes=())
    yield Row(f"{name}_change", "get", office(200), (row,))
    yield Row(f"{name}_change", "post", typed, (row,), body={"name": "x" * 200}, changes=())
    yield Row(f"{name}_history", "get", office(200), (row,))
    yield Row(f"{name}_delete", "get", no, (row,))
    yield Row(f"{name}_delete", "post", no, (row,), body={"post": "yes"})
    path = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
    yield Row(f"admin{path.removeprefix('/admin')}<path:object_id>/", "get", office(302), path=f"{path}x/")
    for action in office_of_model.actions:
        action = action if isinstance(action, str) else action.__name__
        body = {"action": action, ACTION_CHECKBOX_NAME: row}
        yield Row(
            f"{name}_changelist",
            "post",
            office(200, 302),
            body=body,
            query=f"#{action}",
            changes=("superuser",),
        )


def of_the_queue(route, pattern):
    """django-rq's pages are a superuser's; what one sees there comes from Redis, so nobody asks here."""
    args = tuple(value for name, value in QUEUE_ARGS.items() if f":{name}>" in pattern)
    for method in ("get", "post"):
        yield Row(route, method, {**office(403), "superuser": None}, args)


ROWS = [
    Row("admin:index", "get", office()),
    Row("admin:login", "get", everybody(403, anonymous=LOGIN, staff=302, superuser=302)),
    Row("admin:login", "post", everybody(403, anonymous=LOGIN, staff=200, superuser=200), changes=()),
    Row("admin:logout", "post", everybody(302, staff=200, superuser=200), changes=()),
    Row("admin:password_change", "get", office()),
    Row("admin:password_change", "post", office(), body={"old_password": "wrong"}, changes=()),
    Row("admin:password_change_done", "get", office()),
    Row("admin:autocomplete", "get", office(), query="?app_label=brands&model_name=kit&field_name=brand"),
    Row("admin:jsi18n", "get", office()),
    Row("admin:view_on_site", "get", office(404), ("@content_type", "@brands.brand")),
    Row("admin:app_list", "get", office(), ("brands",)),
    Row("admin/(?P<url>.*)$", "get", office(404), path="/admin/nothing/"),
    *[
        row
        for model, office_of_model in admin.site._registry.items()
        if model is not Dashboard
        for row in rows_of(model, office_of_model)
    ],
]
