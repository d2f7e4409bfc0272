"""The first form of all: opening a brand."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brands.actions.brands import open_brand
from studio.forms.brand import BrandForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request):
    form = BrandForm(request.POST or None, language=request.LANGUAGE_CODE)
    if request.method == "POST" and form.is_valid():
        brand = open_brand(name=form.cleaned_data["name"], look=form.kit(), by=request.user)
        messages.success(request, _("%(brand)s is open. Say what you want to make.") % {"brand": brand})
        return redirect("studio:brand", brand.pk)
    return render(request, "studio/new_brand.html", {"form": form}, status=422 if form.errors else 200)
