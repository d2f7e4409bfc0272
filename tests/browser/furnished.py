"""A studio with something on every page, and the addresses of all of them."""

import uuid
from datetime import timedelta

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib import admin
from django.utils import timezone

from agents.actions.work import open_brief
from agents.models import Run
from assets.models import Draft, Suggestion
from brands.entry import entry_token
from brands.models import Brand, Brief, Invite, User
from tests import make
from tests.browser.make_design import saved
from tests.studio.office import address, rows

SENTENCES = {
    "ko": "무선 이어폰 X1을 위한 인스타그램 광고 이미지를 만들어줘. "
    "타겟은 2030 직장인이고, 노이즈 캔슬링과 24시간 배터리가 주요 특징이야.",
    "en": "Make an Instagram ad for the wireless earbuds X1. They are for office workers in their twenties, "
    "and the main features are noise cancelling and a 24-hour battery.",
}
FORMS = [User, Brand, Brief, Draft, Run]  # the other forms of the back office are built alike
PASSWORD = "a long and quiet evening"


class Furnished:
    """Brands, briefs in every state, people in every role, all reading `language`."""

    def __init__(self, language):
        self.language = language
        self.ann = make.user("Ann", language=language)
        self.brand, self.empty = make.brand(self.ann), make.brand(self.ann, name="빈 브랜드")
        self.viewer = make.member(self.brand, "Vera", role="viewer", language=language)
        self.root = make.user("Root", language=language, is_staff=True, is_superuser=True)
        self.guarded = User.objects.create_user("dora@example.test", PASSWORD, language=language)
        TOTP.activate(self.guarded, "JBSWY3DPEHPK3PXP")
        RecoveryCodes.activate(self.guarded)
        until = timezone.now() + timedelta(days=7)
        self.invite = Invite.objects.create(brand=self.brand, invited_by=self.ann, expires_at=until)
        self.asking = open_brief(brand=self.brand, text=SENTENCES[language], by=self.ann)
        self.working = [self.brief_at_work(state) for state in ("running", "waiting_node", "failed")]
        self.reviewing = self.reviewed()
        self.approved = make.brief(self.brand, created_by=self.ann, state="approved", language=language)
        self.document = saved(self.brand, self.ann)
        make.draft(self.approved, status="approved", document=self.document, decided_by=self.ann)
        self.office = rows(7)

    def brief_at_work(self, state):
        brief = make.brief(self.brand, created_by=self.ann, state="making", language=self.language)
        ended = None if state in Run.UNFINISHED else timezone.now()
        facts = {"brand": self.brand, "brief": brief, "needs": "press", "asked_by": self.ann}
        root = Run.objects.create(maker="pm", state=state, ended_at=ended, percent=40, **facts)
        for maker in ("copywriter", "thumbnail"):
            Run.objects.create(maker=maker, state=state, ended_at=ended, root=root, parent=root, **facts)
        return brief

    def reviewed(self):
        brief = make.brief(self.brand, created_by=self.ann, state="reviewing", language=self.language)
        for place, status in ((1, "superseded"), (2, "rejected")):
            make.draft(brief, place=place, status=status, reject_reason="too_long" if place == 2 else "")
        drafts = [make.draft(brief, place=place, round=2) for place in (1, 2, 3)]
        words = {"before": make.COPY["headline"], "after": "조용한 퇴근길", "reason": "더 짧아요."}
        Suggestion.objects.create(draft=drafts[0], field="headline", **words)
        return brief

    @property
    def strangers(self):
        key = f"{user_pk_to_url_str(self.ann)}-{default_token_generator.make_token(self.ann)}"
        return [
            "/accounts/login/",
            f"/invites/{self.invite.token}/",
            "/accounts/signup/",
            "/accounts/logout/",
            "/accounts/password/reset/",
            "/accounts/password/reset/done/",
            f"/accounts/password/reset/key/{key}/",
            "/accounts/password/reset/key/1-nothing/",
            "/accounts/password/reset/key/done/",
            "/accounts/inactive/",
            "/accounts/confirm-email/",
            "/accounts/confirm-email/nothing/",
            f"/enter/{entry_token(self.ann)}/",
            "/enter/nothing/",
            "/admin/login/",
            "/nowhere/",
        ]

    @property
    def owners(self):
        brand = f"/brands/{self.brand.pk}/"
        briefs = [self.asking, *self.working, self.reviewing, self.approved]
        return [
            f"/brands/{self.empty.pk}/",
            brand,
            f"{brand}?q=nothing",
            *[f"/briefs/{brief.pk}/" for brief in briefs],
            f"/briefs/{self.reviewing.pk}/?round=1",
            f"/documents/{self.document.pk}/",
            f"{brand}kit/",
            f"{brand}people/",
            f"/invites/{self.invite.token}/",
            "/brands/new/",
            "/models/",
            "/account/",
            "/accounts/email/",
            "/accounts/password/set/",
            "/accounts/logout/",
            "/accounts/2fa/",
            "/api/v1/",
            f"/brands/{uuid.uuid4()}/",
        ]

    @property
    def viewers(self):
        brand = f"/brands/{self.brand.pk}/"
        documents = f"/documents/{self.document.pk}/"
        return [brand, f"{brand}kit/", f"{brand}people/", f"/briefs/{self.reviewing.pk}/", documents]

    @property
    def guards(self):
        return [
            "/accounts/password/change/",
            "/accounts/2fa/",
            "/accounts/2fa/recovery-codes/",
            "/accounts/2fa/recovery-codes/generate/",
            "/accounts/2fa/totp/deactivate/",
            "/accounts/reauthenticate/",
        ]

    @property
    def roots(self):
        ours = [model for model in self.office if admin.site.is_registered(model)]
        lists = [address(model, "changelist") for model in ours]
        forms = [address(model, "change", self.office[model].pk) for model in FORMS]
        return ["/admin/", *lists, *forms]
