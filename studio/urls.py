"""Addresses of the studio."""

from django.urls import path

from studio.views import account, assets, brands, documents, home, kit, people

app_name = "studio"
urlpatterns = [
    path("", home.start, name="start"),
    path("brands/new/", brands.new, name="new_brand"),
    path("brands/<uuid:pk>/", home.brand, name="brand"),
    path("brands/<uuid:pk>/kit/", kit.kit, name="kit"),
    path("brands/<uuid:pk>/kit/logo/", kit.keep_logo, name="keep_logo"),
    path("brands/<uuid:pk>/kit/logo/remove/", kit.remove_logo, name="remove_logo"),
    path("brands/<uuid:pk>/kit/versions/<int:version>/restore/", kit.restore, name="restore_kit"),
    path("brands/<uuid:pk>/people/", people.people, name="people"),
    path("brands/<uuid:pk>/people/invite/", people.invite, name="invite_person"),
    path("members/<int:pk>/role/", people.change_role, name="change_role"),
    path("members/<int:pk>/remove/", people.remove, name="remove_member"),
    path("invites/<int:pk>/revoke/", people.revoke, name="revoke_invite"),
    path("invites/<str:token>/", people.invitation, name="invitation"),
    path("invites/<str:token>/accept/", people.accept, name="accept_invite"),
    path("assets/<uuid:pk>/", assets.asset, name="asset"),
    path("documents/<uuid:pk>/", documents.document, name="document"),
    path("documents/<uuid:pk>/content/", documents.content, name="document_content"),
    path("documents/<uuid:pk>/events/", documents.events, name="document_events"),
    path("documents/<uuid:pk>/ops/", documents.ops, name="document_ops"),
    path("documents/<uuid:pk>/photos/", documents.photos, name="document_photos"),
    path("documents/<uuid:pk>/export/", documents.export, name="document_export"),
    path("documents/<uuid:pk>/exports/<uuid:run>/", documents.exported, name="document_exported"),
    path("account/", account.profile, name="profile"),
    path("language/", account.language, name="language"),
    path("enter/<str:token>/", account.enter, name="enter"),
]
