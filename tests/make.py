"""Rows for tests: say only what the test is about. Ann owns the brand, Ben is on it, Cleo is a stranger."""

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
        "seed": 7,
    }
    return Brief.objects.create(brand=of, **{**defaults, **fields})
