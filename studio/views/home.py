"""A brand's front page: the prompt, and what was asked before."""

from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from assets.models import Draft
from brands.access import may
from brands.menus import MENUS
from brands.models import Brand, Brief
from sparklio.lib.bilingual import said

A_PAGE = 20
SHOWN = ("sns", "product_detail", "brief")  # whose examples a new brand is offered


@login_required
@require_safe
def start(request):
    brands = Brand.objects.for_user(request.user)
    brand = brands.filter(pk=request.session.get("brand")).first() or brands.first()
    return redirect("studio:brand", brand.pk) if brand else redirect("studio:new_brand")


@login_required
@require_safe
def brand(request, pk):
    brand = get_object_or_404(Brand.objects.for_user(request.user), pk=pk)
    if request.session.get("brand") != str(brand.pk):
        request.session["brand"] = str(brand.pk)
    context = {"brand": brand, "place": "make", "may_edit": may(request.user, "edit", brand)}
    context |= _briefs(request, brand) | {"examples": [said(MENUS[slug].example) for slug in SHOWN]}
    if request.htmx and request.htmx.request_type == "partial":
        return render(request, "studio/_briefs.html", context)
    return render(request, "studio/brand.html", context | {"menus": _menus()})


def _briefs(request, brand):
    """One page of briefs, newest first; asks for one more than it shows instead of counting them all."""
    words = request.GET.get("q", "").strip()[:100]
    number = _number(request.GET.get("page", ""))
    thumbnails = Draft.objects.exclude(thumbnail=None).order_by("-round", "place")
    thumbnails = thumbnails.select_related("thumbnail").only("brief_id", "round", "place", "thumbnail")
    briefs = Brief.objects.filter(brand=brand).latest_first().select_related("created_by")
    if words:
        briefs = briefs.filter(Q(title__icontains=words) | Q(product__icontains=words))
    briefs = briefs.defer("facts", "answers", "intent", "forbidden")
    briefs = briefs.prefetch_related(Prefetch("drafts", queryset=thumbnails))
    first = (number - 1) * A_PAGE
    found = list(briefs[first : first + A_PAGE + 1])
    return {"briefs": found[:A_PAGE], "more": len(found) > A_PAGE, "page": number, "words": words}


def _menus():
    return [
        {"slug": slug, "label": said(menu.label), "hint": said(menu.hint)} for slug, menu in MENUS.items()
    ]


def _number(text):
    return min(max(int(text), 1), 10_000) if text.isascii() and text.isdigit() else 1
