"""Addresses of the API."""

from django.urls import path, re_path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.permissions import AllowAny
from rest_framework.routers import SimpleRouter

from studio.api.views.assets import AssetViewSet
from studio.api.views.brands import BrandViewSet
from studio.api.views.briefs import BriefViewSet
from studio.api.views.documents import DocumentViewSet
from studio.api.views.drafts import DraftViewSet, SuggestionViewSet
from studio.api.views.page import PageView
from studio.api.views.runs import RunViewSet
from studio.api.views.schemas import DocumentSchemaView, NowhereView, OpsSchemaView

app_name = "api"
router = SimpleRouter(use_regex_path=False)
router.register("brands", BrandViewSet)
router.register("briefs", BriefViewSet)
router.register("drafts", DraftViewSet)
router.register("suggestions", SuggestionViewSet)
router.register("runs", RunViewSet)
router.register("documents", DocumentViewSet)
router.register("assets", AssetViewSet)

urlpatterns = [
    *router.urls,
    path("schemas/document.json", DocumentSchemaView.as_view(), name="document_schema"),
    path("schemas/ops.json", OpsSchemaView.as_view(), name="ops_schema"),
    path("schema/", SpectacularAPIView.as_view(permission_classes=[AllowAny]), name="schema"),
    path("", PageView.as_view(), name="page"),
    re_path(r"", NowhereView.as_view(), name="nowhere"),
]
