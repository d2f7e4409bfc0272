"""What every page shares: policy, words for a no, the way to the sign-in."""

import json
import re

import pytest
from django.urls import reverse

from tests import make

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial", "HX-Current-URL": "http://testserver/account/"}


@pytest.fixture
def page(browser, brand, ann):
    return browser(ann).get(reverse("studio:brand", args=[brand.pk]))


def test_a_page_allows_no_code_but_ours(page):
    policy = page.headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "style-src 'self'" in policy
    assert re.search(r"script-src 'self' 'nonce-[^']+'", policy)
    assert not re.search(r"unsafe-(inline|eval)", policy)


def test_every_script_of_a_page_carries_the_nonce(page):
    nonce = re.search(r"'nonce-([^']+)'", page.headers["Content-Security-Policy"])[1]
    scripts = re.findall(r"<script([^>]*)>", page.content.decode())

    runs = [attributes for attributes in scripts if "application/json" not in attributes]
    assert len(runs) == 2
    assert all(f'nonce="{nonce}"' in attributes for attributes in runs)


def test_the_import_map_names_htmx_and_our_modules(page):
    found = re.search(r'<script type="importmap"[^>]*>(.*?)</script>', page.content.decode(), re.S)
    names = json.loads(found[1])["imports"]

    assert {"htmx", "main", "behaviors/index", "behaviors/menu"} <= set(names)


def test_htmx_is_told_in_json_what_not_to_swap(page):
    config = re.search(r"<meta name=\"htmx-config\" content='([^']*)'", page.content.decode())[1]

    assert json.loads(config)["noSwap"] == [204, 304, "5xx"]


def test_a_signed_in_page_stays_out_of_shared_caches(page):
    assert page.headers["Cache-Control"] == "private, no-store"


def test_a_page_speaks_the_persons_language(browser, brand):
    dora = make.member(brand, "Dora")

    page = browser(dora, language="ko").get(reverse("studio:profile"))

    assert '<html lang="ko"' in page.content.decode()


def test_a_theme_in_the_cookie_is_drawn_by_the_server(browser, ann, brand):
    client = browser(ann)
    client.cookies["theme"] = "dark"

    assert 'data-theme="dark"' in client.get(reverse("studio:profile")).content.decode()


def test_a_made_up_theme_is_ignored(browser, ann, brand):
    client = browser(ann)
    client.cookies["theme"] = '"><script>'

    assert "data-theme=" not in client.get(reverse("studio:profile")).content.decode().split("<body")[0]


def test_a_region_that_is_not_there_answers_htmx_with_words(browser, ann):
    answer = browser(ann).get("/nothing/", headers=HTMX)

    assert (answer.status_code, answer.headers["HX-Retarget"]) == (404, "#problem")
    assert answer.content.decode().lstrip().startswith("<div") and 'id="problem"' in answer.content.decode()


def test_a_role_that_does_not_allow_it_answers_htmx_with_words(browser, brand, ben):
    answer = browser(ben).post(
        reverse("studio:invite_person", args=[brand.pk]), {"role": "editor", "days": 7}, headers=HTMX
    )

    assert (answer.status_code, answer.headers["HX-Retarget"]) == (403, "#problem")
    assert "owner" in answer.content.decode()


def test_a_role_that_does_not_allow_it_is_told_so_on_a_page(browser, brand, ben):
    answer = browser(ben).post(
        reverse("studio:invite_person", args=[brand.pk]), {"role": "editor", "days": 7}
    )

    assert answer.status_code == 403
    assert "This takes the role “owner” in 동네빵집" in answer.content.decode()


def test_a_refusal_on_a_plain_form_is_a_page_with_the_words(browser, brand, ann):
    membership = brand.memberships.get(user=ann)

    answer = browser(ann).post(reverse("studio:remove_member", args=[membership.pk]))

    assert answer.status_code == 422
    assert "A brand needs an owner" in answer.content.decode()


def test_a_sign_in_that_ran_out_leads_htmx_back_to_the_page_it_was_on(browser, brand):
    answer = browser(None).post(reverse("studio:invite_person", args=[brand.pk]), headers=HTMX)

    assert answer.headers["HX-Redirect"] == "/accounts/login/?next=%2Faccount%2F"


def test_a_form_without_its_token_is_told_that_the_page_is_too_old(ann, brand, browser):
    client = browser(ann)
    client.handler.enforce_csrf_checks = True

    answer = client.post(reverse("studio:language"), {"language": "en"})

    assert answer.status_code == 403
    assert "open for too long" in answer.content.decode()


def test_a_broken_page_says_so_without_asking_the_database(browser, ann, settings, monkeypatch):
    monkeypatch.setattr("studio.views.home.Brand", None)
    client = browser(ann)
    client.raise_request_exception = False

    answer = client.get(reverse("studio:start"))

    assert answer.status_code == 500
    assert "Something broke on our side" in answer.content.decode()
