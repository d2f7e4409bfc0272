"""The back office: staff see everything, a superuser may act, nobody else comes in."""

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_rq.models import Dashboard

from agents.models import ExternalCall, Run
from assets.models import Document, Draft, Event, Snapshot, Suggestion
from brands.models import Brand, Invite, Membership, User
from tests import make
from tests.studio.office import address, rows

MODELS = [model for model in admin.site._registry if model is not Dashboard]
MACHINE_MADE = [model for model in MODELS if model not in (User, Brand)]


def test_every_model_of_the_house_has_its_page():
    configs = [apps.get_app_config(name) for name in ("brands", "assets", "agents")]
    ours = {model for config in configs for model in config.get_models()}

    assert ours <= set(MODELS)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_staff_read_every_list_and_every_row_in_their_language(browser, one, staff, model, language):
    client = browser(staff, language)
    pages = [address(model, "changelist"), address(model, "change", one[model].pk)]
    pages += [address(model, "history", one[model].pk)]

    answers = [client.get(page) for page in pages]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert all(f'<html lang="{language}' in answer.content.decode() for answer in answers)


def test_a_list_takes_the_same_queries_for_two_rows_as_for_twenty(browser, one, root):
    client, lists = browser(root), {model: address(model, "changelist") for model in MODELS}
    rows(2)
    two = {model: queries(client, page) for model, page in lists.items()}
    for number in range(3, 21):
        rows(number)
    twenty = {model: queries(client, page) for model, page in lists.items()}

    assert twenty == two
    assert max(two.values()) <= 12


@pytest.mark.parametrize("model", [Brand, User, Draft, Run], ids=lambda model: model._meta.model_name)
def test_a_row_takes_the_same_queries_however_much_belongs_to_it(browser, one, root, model):
    client, row = browser(root), one[model]
    few = queries(client, address(model, "change", row.pk))
    for number in range(10):
        Membership.objects.create(brand=one[Brand], user=make.user(f"M{number}"))
        Membership.objects.create(brand=Brand.objects.create(name=str(number)), user=one[User])
        Suggestion.objects.create(draft=one[Draft], field="cta", after="x", decided_by=one[User])
        ExternalCall.objects.create(run=one[Run], step=str(number), provider="chat", request_hash="x")

    assert queries(client, address(model, "change", row.pk)) == few


def queries(client, page):
    client.get(page)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(page).status_code == 200
    return len(caught)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_every_list_is_searched_and_filtered_whatever_is_typed(browser, one, staff, model):
    client, office = browser(staff), admin.site._registry[model]

    assert office.list_filter and office.search_fields
    for words in ("빵 '; -- % \\", "00000000-0000-4000-8000-000000000000", "\x00" + "x" * 500):
        assert client.get(address(model, "changelist"), {"q": words}).status_code == 200, words
    for name in office.list_filter:
        field = model._meta.get_field(name)
        asked = {f"{name}__isnull": "True"} if field.null else {f"{name}__gte": "2026-01-01 00:00:00+09:00"}
        if not field.get_internal_type().startswith("Date"):
            asked = {f"{name}__exact": str(field.value_from_object(one[model]))}
        assert client.get(address(model, "changelist"), asked).status_code in (200, 302), name


@pytest.mark.parametrize("model", MACHINE_MADE, ids=lambda model: model._meta.model_name)
def test_what_machines_made_is_neither_added_nor_changed_nor_deleted(browser, one, root, model):
    client, row = browser(root), one[model]
    before = model.objects.filter(pk=row.pk).values().get()
    pages = [address(model, "add"), address(model, "change", row.pk), address(model, "delete", row.pk)]
    tried = [client.post(page, {"post": "yes", "name": "x", "role": "viewer"}).status_code for page in pages]

    assert tried == [403] * 3
    assert model.objects.filter(pk=row.pk).values().get() == before


def test_secrets_are_shown_to_nobody(browser, one, root):
    client = browser(root)
    shown = {
        "geheim": client.get(address(Authenticator, "change", one[Authenticator].pk)),
        one[Invite].token: client.get(address(Invite, "change", one[Invite].pk)),
    }

    assert not [secret for secret, page in shown.items() if secret in page.content.decode()]


def test_documents_are_listed_without_reading_their_content(browser, one, root):
    for model in (Document, Draft, Event, Snapshot):
        with CaptureQueriesContext(connection) as caught:
            browser(root).get(address(model, "changelist"))
        asked = " ".join(query["sql"] for query in caught.captured_queries)
        assert '"content"' not in asked and '"ops"' not in asked


@pytest.mark.parametrize(
    "page", ["index", "brands_user_changelist", "django_rq_home", "agents_run_changelist"]
)
def test_who_is_not_staff_is_led_to_the_sign_in_or_shut_out(browser, one, page):
    for person in (None, one[User]):
        answer = browser(person).get(reverse(f"admin:{page}"), follow=True)
        assert (
            answer.status_code == 403
            if person
            else answer.redirect_chain[-1][0].startswith("/accounts/login/")
        )


def test_the_back_office_has_no_sign_in_of_its_own(browser, staff):
    answer = browser(None).post("/admin/login/", {"username": staff.email, "password": "x"})

    assert answer.headers["Location"].startswith("/accounts/login/")


def test_the_pages_of_the_queue_are_for_superusers(browser, staff, root):
    page = reverse("admin:django_rq_home")

    assert [browser(person).get(page).status_code for person in (staff, root)] == [403, 200]
    assert "django_rq" not in browser(staff).get("/admin/").content.decode()
    assert reverse("admin:django_rq_dashboard_changelist") in browser(root).get("/admin/").content.decode()


def test_the_pages_of_the_queue_hold_no_inline_code(browser, root):
    client = browser(root)
    for name in ("home", "jobs", "failed_jobs", "workers"):
        args = [] if name == "home" else [0]
        page = client.get(reverse(f"admin:django_rq_{name}", args=args)).content.decode()
        assert " style=" not in page and '<script type="text/javascript">' not in page


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_staff_without_more_may_look_and_do_nothing(browser, one, staff, model):
    client, row = browser(staff), one[model]
    page = client.get(address(model, "changelist"))
    tried = [
        client.post(address(model, name, row.pk), {"post": "yes"}).status_code
        for name in ("change", "delete")
    ]

    assert tried == [403, 403]
    assert page.context["action_form"] is None
