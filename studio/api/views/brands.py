"""Brands that the caller belongs to."""

from rest_framework.viewsets import ReadOnlyModelViewSet

from brands.models import Brand
from studio.api.serializers import BrandSerializer


class BrandViewSet(ReadOnlyModelViewSet):
    """Brands with the kit in force."""

    serializer_class = BrandSerializer
    queryset = Brand.objects.none()

    def get_queryset(self):
        return Brand.objects.for_user(self.request.user).order_by("name", "pk")
