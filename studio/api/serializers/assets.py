"""A kept file, and what putting a photo to a brand takes."""

from django.urls import reverse
from rest_framework import serializers

from assets.models import Asset


class AssetSerializer(serializers.ModelSerializer):
    """`file`: where its bytes are."""

    file = serializers.SerializerMethodField()

    class Meta:
        model = Asset
        fields = [
            "id",
            "brand",
            "brief",
            "kind",
            "name",
            "media",
            "width",
            "height",
            "size",
            "sha256",
            "provenance",
            "file",
            "created_at",
        ]
        read_only_fields = fields

    def get_file(self, asset) -> str:
        return reverse("api:asset-file", args=[asset.pk])


class PhotoSerializer(serializers.Serializer):
    """A picture for the brand, or for one brief of it, as multipart/form-data."""

    brand = serializers.UUIDField()
    brief = serializers.UUIDField(required=False, allow_null=True, default=None)
    file = serializers.FileField(max_length=200, allow_empty_file=True)
