"""Who is in a brand, and coming in by invite."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from brands.access import may
from brands.actions.people import accept_invite, invite_person, remove_member, revoke_invite
from brands.actions.people import change_role as give_role
from brands.models import Brand, Invite, Membership, Role
from studio.forms.people import InviteForm

_MAY = {
    Role.OWNER: gettext_lazy("Everything, with kit and people"),
    Role.APPROVER: gettext_lazy("Edits, approves and rejects drafts"),
    Role.EDITOR: gettext_lazy("Asks, makes and changes"),
    Role.VIEWER: gettext_lazy("Looks, changes nothing"),
}


@login_required
@require_safe
def people(request, pk):
    brand = get_object_or_404(Brand.objects.for_user(request.user), pk=pk)
    return render(request, "studio/people.html", _context(request, brand, InviteForm()))


@login_required
@require_POST
def invite(request, pk):
    brand = get_object_or_404(Brand.objects.for_user(request.user), pk=pk)
    form = InviteForm(request.POST)
    if not form.is_valid():
        return render(request, "studio/people.html", _context(request, brand, form), status=422)
    invite_person(brand=brand, by=request.user, **form.cleaned_data)
    messages.success(request, _("The link is ready. Copy it and send it."))
    return redirect("studio:people", brand.pk)


@login_required
@require_POST
def change_role(request, pk):
    membership = get_object_or_404(Membership.objects.for_user(request.user), pk=pk)
    give_role(membership=membership, role=request.POST.get("role", ""), by=request.user)
    return redirect("studio:people", membership.brand_id)


@login_required
@require_POST
def remove(request, pk):
    membership = get_object_or_404(Membership.objects.for_user(request.user), pk=pk)
    remove_member(membership=membership, by=request.user)
    if membership.user_id == request.user.pk:
        messages.success(request, _("You left %(brand)s.") % {"brand": membership.brand})
        return redirect("studio:start")
    return redirect("studio:people", membership.brand_id)


@login_required
@require_POST
def revoke(request, pk):
    invite = get_object_or_404(Invite.objects.for_user(request.user), pk=pk)
    revoke_invite(invite=invite, by=request.user)
    return redirect("studio:people", invite.brand_id)


@require_safe
def invitation(request, token):
    """Whoever holds the link sees who asks them in; the brand's insides stay shut until they accept."""
    invite = get_object_or_404(Invite.objects.select_related("brand", "invited_by"), token=token)
    is_open = Invite.objects.open().filter(pk=invite.pk).exists()
    if is_open:
        request.session["invite"] = token
    member = Brand.objects.for_user(request.user).filter(pk=invite.brand_id).exists()
    context = {"invite": invite, "is_open": is_open, "member": member}
    return render(request, "studio/invitation.html", context, status=200 if is_open or member else 410)


@login_required
@require_POST
def accept(request, token):
    invite = get_object_or_404(Invite, token=token)
    membership = accept_invite(invite=invite, by=request.user)
    request.session.pop("invite", None)
    messages.success(request, _("Welcome to %(brand)s.") % {"brand": membership.brand})
    return redirect("studio:brand", membership.brand_id)


def _context(request, brand, form):
    memberships = brand.memberships.select_related("user").order_by("joined_at", "pk")
    owner = may(request.user, "own", brand)
    return {
        "brand": brand,
        "place": "people",
        "memberships": memberships,
        "invites": brand.invites.open().select_related("invited_by") if owner else [],
        "may_own": owner,
        "form": form,
        "roles": [{"value": role.value, "label": role.label, "may": _MAY[role]} for role in Role],
        "address": settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/"),
    }
