"""Files of a brand: list them, fetch one, put a photo to it."""

from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.mixins import CreateModelMixin
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from assets.actions.files import keep_photo
from assets.models import Asset
from brands.models import Brand, Brief
from studio.api.filters import AssetFilter
from studio.api.serializers.assets import AssetSerializer, PhotoSerializer
from studio.api.taken import taken
from studio.views.assets import served


class AssetViewSet(CreateModelMixin, ReadOnlyModelViewSet):
    """Photos, logos, thumbnails and exports, newest first."""

    serializer_class = AssetSerializer
    queryset = Asset.objects.none()
    filterset_class = AssetFilter
    lookup_value_converter = "uuid"
    parser_classes = [MultiPartParser]
    starts_work = ("create",)

    def get_queryset(self):
        return Asset.objects.for_user(self.request.user).order_by("-created_at", "-pk")

    @extend_schema(request={"multipart/form-data": PhotoSerializer}, responses={201: AssetSerializer})
    def create(self, request):
        """Keep a photo. It is encoded anew: what is kept is not byte for byte what was sent."""
        given = taken(PhotoSerializer, request)
        brand = get_object_or_404(Brand.objects.for_user(request.user), pk=given["brand"])
        brief = given["brief"] and get_object_or_404(Brief, brand=brand, pk=given["brief"])
        asset = keep_photo(brand=brand, brief=brief, upload=given["file"], by=request.user)
        return Response(AssetSerializer(asset).data, status=201)

    @extend_schema(responses={(200, "*/*"): OpenApiTypes.BINARY})
    @action(detail=True)
    def file(self, request, pk=None):
        """The bytes. `?download` hands them over under their name."""
        return served(request, self.get_object())
