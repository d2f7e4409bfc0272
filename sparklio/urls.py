"""Where every address leads."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path, re_path

from studio.views.errors import not_found as nobody_has_a_phone

admin.site.site_header = admin.site.site_title = "Sparklio"
admin.site.login = secure_admin_login(admin.site.login)  # one way in: its limits and second factor hold here

urlpatterns = [
    path("accounts/", include("allauth.account.urls")),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    re_path(r"^_allauth/app/v1/(account/phone|auth/phone/)", nobody_has_a_phone),  # allauth's own would break
    path("_allauth/", include("allauth.headless.urls")),
    path("admin/", admin.site.urls),
    path("api/v1/", include("studio.api.urls")),
    path("", include("studio.urls")),
]
handler403 = "studio.views.errors.forbidden"
handler404 = "studio.views.errors.not_found"
handler500 = "studio.views.errors.broken"
