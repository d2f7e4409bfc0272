"""The kit of a brand: how it looks and speaks, with its history."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from assets.actions.files import keep_logo as store_logo
from assets.actions.logos import take_logo_off
from assets.document.fonts import families
from assets.models import Asset
from brands.access import may, require
from brands.actions.brands import rename_brand
from brands.actions.kits import restore_kit, save_kit
from brands.models import Brand
from sparklio.lib.refusal import Refusal
from studio.faces import faces
from studio.forms.kit import KitForm

HISTORY = 20


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def kit(request, pk):
    brand = get_object_or_404(Brand.objects.for_user(request.user), pk=pk)
    if request.method == "POST":
        require(request.user, "own", brand)
    form = KitForm(request.POST or None, kit=brand.kit, language=request.LANGUAGE_CODE)
    if request.method == "POST" and form.is_valid():
        _save(brand, form.cleaned_data, request.user)
        messages.success(request, _("The kit is saved. New drafts follow it."))
        return redirect("studio:kit", brand.pk)
    context = {"brand": brand, "place": "kit", "form": form, **_around(request, brand)}
    return render(request, "studio/kit.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def restore(request, pk, version):
    brand = get_object_or_404(Brand.objects.for_user(request.user), pk=pk)
    kit = restore_kit(brand=brand, version=version, by=request.user)
    words = _("Version %(old)d is in force again, as version %(new)d.")
    messages.success(request, words % {"old": version, "new": kit.version})
    return redirect("studio:kit", brand.pk)


@login_required
@require_POST
def keep_logo(request, pk):
    brand = get_object_or_404(Brand.objects.for_user(request.user), pk=pk)
    upload = request.FILES.get("logo")
    if upload is None:
        raise Refusal(_("Choose a picture first."))
    if upload.name.lower().endswith(".svg"):
        raise Refusal(
            _("SVG logos are not taken yet. Save it as PNG, 1,000 px wide or more, and bring that.")
        )
    store_logo(brand=brand, upload=upload, by=request.user)
    messages.success(request, _("The logo is in. New drafts show it."))
    return redirect("studio:kit", brand.pk)


@login_required
@require_POST
def remove_logo(request, pk):
    brand = get_object_or_404(Brand.objects.for_user(request.user), pk=pk)
    take_logo_off(brand=brand, by=request.user)
    messages.success(request, _("The kit has no logo now."))
    return redirect("studio:kit", brand.pk)


@transaction.atomic
def _save(brand, values, by):
    rename_brand(brand=brand, name=values["name"], by=by)
    save_kit(brand=brand, values=values, by=by)


def _around(request, brand):
    return {
        "history": brand.kits.select_related("created_by").order_by("-version")[:HISTORY],
        "logo": Asset.objects.for_user(request.user).logo_of(brand),
        "may_own": may(request.user, "own", brand),
        "faces": faces(),
        "families": [_family(family, request.LANGUAGE_CODE) for family in families().values()],
    }


def _family(family, language):
    return {
        "name": family.name,
        "label": family.label[language],
        "heading": family.heading,
        "body": family.body,
        "words": {"ko": "오늘 구운 마음", "en": "Fresh & honest"}[language],
    }
