"""A brand with its kit."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from brands.models import Brand, Kit, Role


class KitSerializer(serializers.ModelSerializer):
    class Meta:
        model = Kit
        fields = [
            "version",
            "primary",
            "secondary",
            "accent",
            "text",
            "background",
            "heading_font",
            "body_font",
            "tone",
            "preferred",
            "forbidden",
            "key_messages",
        ]
        read_only_fields = fields


class BrandSerializer(serializers.ModelSerializer):
    """`role` is the caller's own; `kit` the one in force."""

    role = serializers.ChoiceField(choices=Role, read_only=True)
    kit = serializers.SerializerMethodField()

    class Meta:
        model = Brand
        fields = ["id", "name", "role", "kit", "created_at"]
        read_only_fields = fields

    @extend_schema_field(KitSerializer)
    def get_kit(self, brand):
        return KitSerializer(brand.in_force[0]).data
