"""A brand's front page: the prompt, what was asked, and who sees it."""

import re

import pytest
from django.urls import reverse

from assets.models import Asset, Draft
from brands.menus import MENUS
from brands.models import Role
from tests import make

PARTIAL = {"HX-Request": "true", "HX-Request-Type": "partial"}


def address(brand):
    return reverse("studio:brand", args=[brand.pk])


def with_thumbnails(brief, rounds=1):
    picture = Asset.objects.create(
        brand=brief.brand, kind="thumbnail", name="t.png", media="image/png", width=320, height=320
    )
    for number in range(1, rounds + 1):
        for place in (1, 2, 3):
            Draft.objects.create(brief=brief, round=number, place=place, thumbnail=picture)


def test_the_page_asks_what_to_make_and_offers_all_menus(browser, brand, ben):
    page = browser(ben).get(address(brand)).content.decode()

    assert "What shall we make?" in page
    assert re.findall(r'name="menu" value="(\w+)"', page) == list(MENUS)
    assert f'action="{reverse("studio:ask", args=[brand.pk])}"' in page


def test_a_viewer_looks_and_is_not_asked(browser, brand):
    page = browser(make.member(brand, "Dora", role=Role.VIEWER)).get(address(brand)).content.decode()

    assert "What shall we make?" not in page


def test_a_stranger_finds_no_brand_and_nobody_must_sign_in(browser, brand, cleo):
    assert browser(cleo).get(address(brand)).status_code == 404
    assert browser(None).get(address(brand)).status_code == 302


def test_an_empty_brand_offers_three_sentences_to_begin_with(browser, brand, ann):
    page = browser(ann).get(address(brand)).content.decode()

    assert page.count('data-behavior="fill"') == 3
    assert 'data-into="prompt-text"' in page


def test_a_brief_shows_title_state_asker_and_up_to_three_pictures(browser, brand, ann):
    brief = make.brief(brand, title="무선 이어폰 X1", created_by=ann, state="reviewing")
    with_thumbnails(brief, rounds=2)

    page = browser(ann).get(address(brand)).content.decode()

    assert "무선 이어폰 X1" in page and "Waiting for review" in page and "Ann" in page
    assert page.count("<img") == 3


def test_briefs_of_another_brand_are_not_shown(browser, brand, ann, cleo):
    make.brief(make.brand(cleo, name="남의 빵집"), title="남의 것")

    assert "남의 것" not in browser(ann).get(address(brand)).content.decode()


def test_the_newest_brief_comes_first_and_twenty_make_a_page(browser, brand, ann):
    for number in range(23):
        make.brief(brand, title=f"브리프 {number:02}", created_by=ann)
    client = browser(ann)

    first = re.findall(r"브리프 (\d\d)", client.get(address(brand)).content.decode())
    second = re.findall(r"브리프 (\d\d)", client.get(address(brand) + "?page=2").content.decode())

    assert (first[0], len(first), second) == ("22", 20, ["02", "01", "00"])


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999", ""])
def test_a_page_that_makes_no_sense_is_still_a_page(browser, brand, ann, page):
    assert browser(ann).get(address(brand), {"page": page}).status_code == 200


def test_the_search_looks_at_titles_and_products(browser, brand, ann):
    make.brief(brand, title="봄 신메뉴", product="딸기라떼")
    make.brief(brand, title="가을 신메뉴", product="밤라떼")

    page = browser(ann).get(address(brand), {"q": "딸기"}).content.decode()

    assert "봄 신메뉴" in page and "가을 신메뉴" not in page


def test_a_search_without_finds_says_what_to_try(browser, brand, ann, brief):
    page = browser(ann).get(address(brand), {"q": "100%_없는말"}).content.decode()

    assert "Nothing here says “100%_없는말”" in page


def test_htmx_gets_the_list_alone_but_the_whole_page_for_its_history(browser, brand, ann, brief):
    client = browser(ann)

    partial = client.get(address(brand), {"q": "이어폰"}, headers=PARTIAL).content.decode()
    whole = client.get(
        address(brand), headers={"HX-Request": "true", "HX-Request-Type": "full"}
    ).content.decode()

    assert partial.lstrip().startswith("<div") and 'id="briefs"' in partial and "<html" not in partial
    assert "<html" in whole


def test_the_page_asks_as_often_for_many_briefs_as_for_few(
    browser, brand, ann, django_assert_max_num_queries
):
    client = browser(ann)
    with_thumbnails(make.brief(brand, created_by=ann))
    client.get(address(brand))
    with django_assert_max_num_queries(9) as few:
        client.get(address(brand))
    for _ in range(19):
        with_thumbnails(make.brief(brand, created_by=ann), rounds=3)

    with django_assert_max_num_queries(9) as many:
        client.get(address(brand))

    assert len(many) == len(few)
