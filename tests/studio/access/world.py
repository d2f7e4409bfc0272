"""Two brands with a row of everything, and eight people who knock at every door."""

from dataclasses import dataclass, field
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.test import Client

from agents.models import Run
from assets.actions.documents import create_document
from assets.document import build
from assets.models import Asset, Suggestion
from brands.models import Brand, Invite, Kit, Membership, Role
from tests import make
from tests.studio.access.row import ACTORS
from tests.studio.office import rows

PASSWORD = "stille Wasser 91"
MEMBERS = {"viewer": Role.VIEWER, "editor": Role.EDITOR, "approver": Role.APPROVER, "owner": Role.OWNER}
PAGE, BOX = "page00000001", "box000000001"


@dataclass(repr=False)
class World:
    """ids: what "@name" in a row stands for, in our brand; foreign: the same in another brand.

    house  every table as it is before a call
    """

    people: dict[str, Any]
    ids: dict[str, str]
    foreign: dict[str, str]
    sessions: dict[str, str] = field(default_factory=dict)
    house: dict[str, Any] = field(default_factory=dict)

    def client(self, actor: str, **more) -> Client:
        """A fresh browser that has this actor signed in."""
        client = Client(headers={"Accept-Language": "en"}, **more)
        if actor in self.sessions:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[actor]
        return client


def built() -> World:
    people = {actor: person(actor) for actor in ACTORS if actor != "anonymous"}
    ours, theirs = make.brand(people["owner"]), make.brand(people["stranger"], name="다른집")
    for actor, role in MEMBERS.items():
        Membership.objects.update_or_create(brand=ours, user=people[actor], defaults={"role": role})
    world = World(people, filled(ours, people["owner"]), filled(theirs, people["stranger"]))
    world.ids["content_type"] = str(ContentType.objects.get_for_model(Brand).pk)
    world.ids |= {model._meta.label_lower: str(row.pk) for model, row in rows(0).items()}
    for actor, who in people.items():
        client = Client()
        client.force_login(who, backend="django.contrib.auth.backends.ModelBackend")
        world.sessions[actor] = client.cookies[settings.SESSION_COOKIE_NAME].value
    return world


def person(actor):
    office = {"staff": {"is_staff": True}, "superuser": {"is_staff": True, "is_superuser": True}}
    who = make.user(actor.title(), language="en", **office.get(actor, {}))
    who.set_password(PASSWORD)
    who.save()
    EmailAddress.objects.create(user=who, email=who.email, primary=True, verified=True)
    return who


def filled(brand: Brand, owner) -> dict[str, str]:
    """One row of everything in a brand, and the words by which rows of the matrix call them."""
    Kit.objects.create(brand=brand, version=2, is_active=False, primary="#123456")
    guest = make.member(brand, f"Guest of {brand.name}", email=f"guest{brand.pk}@example.test")
    brief, fresh = make.brief(brand, created_by=owner), make.brief(brand, created_by=owner)
    draft = make.draft(brief)
    offer = Suggestion.objects.create(
        draft=draft, field="headline", before=draft.copy["headline"], after="조용한 퇴근길", reason="짧아요."
    )
    page = build.page("instagram_square", 1080, 1080, [build.rect((0, 0, 100, 100), id=BOX)], id=PAGE)
    document = create_document(brand=brand, content=build.document("가을", [page]), title="가을", by=owner)
    asked = {"brand": brand, "brief": brief, "needs": "desk", "asked_by": owner, "maker": "editor"}
    order = {"draft": str(draft.pk), "wish": "shorter"}
    made = make.picture(brand, kind=Asset.Kind.EXPORT)
    rows = {
        "brand": brand,
        "brief": brief,
        "fresh": fresh,
        "draft": draft,
        "suggestion": offer,
        "document": document,
        "photo": make.picture(brand, kind=Asset.Kind.PHOTO),
        "logo": make.picture(brand, kind=Asset.Kind.LOGO),
        "asset": made,
        "run": Run.objects.create(**asked, order=order),
        "ended": Run.objects.create(**asked, order=order, state=Run.State.FAILED),
        "export": Run.objects.create(
            **{**asked, "maker": "export", "needs": "press"},
            order={"document": str(document.pk), "format": "png"},
            state=Run.State.DONE,
            result={"assets": [str(made.pk)]},
        ),
        "guest": Membership.objects.get(brand=brand, user=guest),
        "invite": Invite.objects.create(brand=brand, invited_by=owner),
    }
    return {name: str(row.pk) for name, row in rows.items()} | {"token": rows["invite"].token}
