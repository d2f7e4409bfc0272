"""What the API shows and takes; every field is named, read-only unless an action takes it."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from agents.models import Run
from assets.document.ops import ops_json_schema
from assets.document.schema import document_json_schema
from assets.models import Document, Draft
from brands.models import Brand, Brief, Kit


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
    kit = KitSerializer(read_only=True)

    class Meta:
        model = Brand
        fields = ["id", "name", "kit", "created_at"]
        read_only_fields = fields


class BriefSerializer(serializers.ModelSerializer):
    class Meta:
        model = Brief
        fields = [
            "id",
            "brand",
            "title",
            "menu",
            "language",
            "product",
            "audience",
            "channel",
            "formats",
            "tone",
            "facts",
            "forbidden",
            "answers",
            "state",
            "created_at",
        ]
        read_only_fields = fields


class NewBriefSerializer(serializers.Serializer):
    """One sentence, as it would be typed in the studio."""

    brand = serializers.UUIDField()
    text = serializers.CharField(max_length=20_000, allow_blank=True, trim_whitespace=False)


class AnswersSerializer(serializers.Serializer):
    """Answers by question slug; `make` starts the first round at once."""

    answers = serializers.DictField(child=serializers.JSONField(), required=False, default=dict)
    make = serializers.BooleanField(default=True)


class DraftSerializer(serializers.ModelSerializer):
    class Meta:
        model = Draft
        fields = [
            "id",
            "brief",
            "round",
            "place",
            "status",
            "version",
            "layout",
            "direction",
            "copy",
            "look",
            "review",
            "obeys",
            "provenance",
            "thumbnail",
            "document",
            "reject_reason",
            "created_at",
        ]
        read_only_fields = fields


class EditSerializer(serializers.Serializer):
    """New words for some fields of the copy; `version` is the one that was read."""

    version = serializers.IntegerField(min_value=1)
    copy = serializers.DictField(child=serializers.JSONField())


class RejectSerializer(serializers.Serializer):
    reason = serializers.CharField(max_length=500, allow_blank=True)
    again = serializers.BooleanField(default=True)


class RunSerializer(serializers.ModelSerializer):
    class Meta:
        model = Run
        fields = [
            "id",
            "brand",
            "brief",
            "maker",
            "step",
            "root",
            "parent",
            "state",
            "error_code",
            "note",
            "percent",
            "result",
            "cost",
            "node",
            "asked_at",
            "started_at",
            "ended_at",
        ]
        read_only_fields = fields


class DocumentSerializer(serializers.ModelSerializer):
    class Meta:
        model = Document
        fields = [
            "id",
            "brand",
            "brief",
            "title",
            "seq",
            "epoch",
            "version",
            "thumbnail",
            "created_at",
            "updated_at",
        ]
        read_only_fields = fields


@extend_schema_field(document_json_schema())
class ContentField(serializers.JSONField):
    """A whole neutral document."""


@extend_schema_field(ops_json_schema())
class OpsField(serializers.JSONField):
    """A list of ops."""


class FullDocumentSerializer(DocumentSerializer):
    content = ContentField(read_only=True)

    class Meta(DocumentSerializer.Meta):
        fields = [*DocumentSerializer.Meta.fields, "content"]
        read_only_fields = fields


class OpsSerializer(serializers.Serializer):
    """Ops of one gesture. `client_op_id` ("tab:number") makes sending twice harmless."""

    client_op_id = serializers.CharField(max_length=53)
    ops = OpsField()


class ExportSerializer(serializers.Serializer):
    format = serializers.CharField(max_length=10)
    page = serializers.CharField(max_length=12, required=False, default="", allow_blank=True)
    scale = serializers.FloatField(default=1.0)
