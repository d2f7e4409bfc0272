"""Brands that the caller belongs to."""

from django.db.models import OuterRef, Prefetch, Subquery
from rest_framework.viewsets import ReadOnlyModelViewSet

from brands.models import Brand, Kit, Membership
from studio.api.serializers.brands import BrandSerializer


class BrandViewSet(ReadOnlyModelViewSet):
    """Brands with the kit in force and the caller's role."""

    serializer_class = BrandSerializer
    queryset = Brand.objects.none()
    lookup_value_converter = "uuid"

    def get_queryset(self):
        user = self.request.user
        mine = Membership.objects.filter(brand=OuterRef("pk"), user=user)
        kits = Prefetch("kits", Kit.objects.filter(is_active=True), to_attr="in_force")
        brands = Brand.objects.for_user(user).annotate(role=Subquery(mine.values("role")))
        return brands.prefetch_related(kits).order_by("name", "pk")
