"""A row of every model in the back office, and the addresses of its pages."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.urls import reverse

from agents.models import ExternalCall, Node, Run
from assets.models import Asset, Document, Draft, Event, Snapshot, Suggestion
from brands.models import AuditEntry, Brand, Brief, Invite, Kit, Membership, Message, Source, User
from brands.models.audit import record
from tests import make


def rows(number):
    """One row of every model, all of one brand and its own person."""
    owner = make.user(f"Owner{number}")
    brand = make.brand(owner, name=f"집 {number}")
    brief = make.brief(brand, created_by=owner)
    draft = Draft.objects.create(brief=brief, decided_by=owner)
    document = Document.objects.create(brand=brand, brief=brief, title="문서", content={}, created_by=owner)
    run = Run.objects.create(brand=brand, brief=brief, maker="pm", needs="desk", asked_by=owner)
    by = {"by": owner}
    who = {"created_by": owner}
    return {
        User: owner,
        Brand: brand,
        Brief: brief,
        Draft: draft,
        Document: document,
        Run: run,
        Membership: Membership.objects.get(brand=brand),
        Kit: brand.kit,
        Invite: Invite.objects.create(brand=brand, invited_by=owner, accepted_by=owner),
        Message: Message.objects.create(brief=brief, text="안녕", **by),
        Source: Source.objects.create(brand=brand, brief=brief, name="a.txt", media="text/plain", **who),
        AuditEntry: record("made", brief, brand=brand, by=owner),
        Asset: Asset.objects.create(brand=brand, kind="photo", name="a.webp", media="image/webp", **who),
        Suggestion: Suggestion.objects.create(draft=draft, field="cta", after="지금", decided_by=owner),
        Event: Event.objects.create(
            document=document, seq=1, epoch=1, base_seq=0, client_op_id="a:1", ops=[], **by
        ),
        Snapshot: Snapshot.objects.create(document=document, seq=0, epoch=1, content={}, sha256="x"),
        Node: Node.objects.create(name=f"node-{number}", can=["desk"]),
        ExternalCall: ExternalCall.objects.create(run=run, step="copy", provider="chat", request_hash="x"),
        EmailAddress: EmailAddress.objects.create(user=owner, email=owner.email),
        Authenticator: Authenticator.objects.create(user=owner, type="totp", data={"secret": "geheim"}),
    }


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)
