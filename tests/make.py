"""Rows for tests: say only what the test is about. Ann owns the brand, Ben is on it, Cleo is a stranger."""

import io

from django.core.files.base import ContentFile
from PIL import Image

from assets.design import lay_out
from assets.models import Asset, Draft
from brands.models import Brand, Brief, Kit, Membership, Role, User


def user(name="Ann", **fields) -> User:
    email = fields.pop("email", f"{name.lower()}@example.test")
    existing = User.objects.filter(email=email).first()
    return existing or User.objects.create_user(email, password=None, name=name, **fields)


def brand(owner=None, *, name="동네빵집", **kit) -> Brand:
    """A brand with a kit, owned by Ann unless told."""
    made = Brand.objects.create(name=name)
    Membership.objects.create(brand=made, user=owner or user(), role=Role.OWNER)
    Kit.objects.create(brand=made, **kit)
    return made


def member(of, name="Ben", role=Role.EDITOR, **fields) -> User:
    person = user(name, **fields)
    Membership.objects.update_or_create(brand=of, user=person, defaults={"role": role})
    return person


def brief(of=None, **fields) -> Brief:
    of = of or brand()
    defaults = {
        "title": "무선 이어폰 X1",
        "menu": "sns",
        "product": "무선 이어폰 X1",
        "audience": "2030 직장인",
        "channel": "instagram",
        "formats": ["instagram_square"],
        "facts": [
            {"kind": "feature", "text": "노이즈 캔슬링", "source": "message", "start": 0, "end": 7},
            {"kind": "feature", "text": "24시간 배터리", "source": "message", "start": 9, "end": 17},
        ],
        "intent": {"text": "노이즈 캔슬링, 24시간 배터리", "lang": "ko"},
        "seed": 7,
    }
    return Brief.objects.create(brand=of, **{**defaults, **fields})


COPY = {
    "headline": "퇴근길까지 조용하게",
    "subheadline": "노이즈 캔슬링으로 나만의 공간",
    "body": "24시간 배터리를 갖춘 무선 이어폰 X1.",
    "bullets": ["노이즈 캔슬링", "24시간 배터리"],
    "cta": "지금 만나보기",
    "badge": "",
    "price": "",
    "legal": "",
    "hashtags": ["#무선이어폰"],
}


def draft(of=None, *, place=1, **fields) -> Draft:
    """A draft that the layout engine set, written by the composer unless told."""
    of = of or brief()
    copy = {**COPY, **fields.pop("copy", {})}
    design = lay_out(of, of.brand.kit, copy, seed=place)
    argument = "소음이 사라지면 하루가 달라져요."
    defaults = {
        "direction": {"angle": "feature", "name": f"방향 {place}", "argument": argument},
        "layout": design.layout,
        "content": design.content,
        "provenance": {"copy": {"provider": "composer"}, "layout": {"seed": place}},
    }
    return Draft.objects.create(brief=of, place=place, copy=copy, **{**defaults, **fields})


def picture(of=None, *, size=(216, 216), color="#7a3e12", kind="thumbnail", **fields) -> Asset:
    """A one-coloured picture, stored."""
    out = io.BytesIO()
    Image.new("RGB", size, color).save(out, "WEBP")
    media = {"name": "picture.webp", "media": "image/webp", "width": size[0], "height": size[1]}
    asset = Asset(brand=of or brand(), kind=kind, size=out.tell(), **{**media, **fields})
    asset.file.save(asset.name, ContentFile(out.getvalue()), save=False)
    asset.save()
    return asset
