"""A document, its events, and what appending and exporting take."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from assets.exports import EXPORTS
from assets.models import Document, Event


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


@extend_schema_field({"type": "object", "description": "See /api/v1/schemas/document.json."})
class ContentField(serializers.JSONField):
    """A whole neutral document."""


@extend_schema_field(
    {"type": "array", "items": {"type": "object"}, "description": "See /api/v1/schemas/ops.json."}
)
class OpsField(serializers.JSONField):
    """A list of ops."""


class FullDocumentSerializer(DocumentSerializer):
    content = ContentField(read_only=True)

    class Meta(DocumentSerializer.Meta):
        fields = [*DocumentSerializer.Meta.fields, "content"]
        read_only_fields = fields


class EventSerializer(serializers.ModelSerializer):
    ops = OpsField(read_only=True)

    class Meta:
        model = Event
        fields = ["seq", "epoch", "base_seq", "client_op_id", "ops", "conflicts", "at"]
        read_only_fields = fields


class OpsSerializer(serializers.Serializer):
    """Ops of one gesture. `client_op_id` ("tab:number") makes sending twice harmless."""

    client_op_id = serializers.CharField(max_length=53)
    ops = OpsField()


class AppendedSerializer(serializers.Serializer):
    """The version that now holds the ops, in their normal form."""

    seq = serializers.IntegerField()
    epoch = serializers.IntegerField()
    ops = OpsField()


class StaleSerializer(serializers.Serializer):
    """What the writer has not seen. No events but another epoch: read the document again."""

    detail = serializers.CharField()
    seq = serializers.IntegerField()
    epoch = serializers.IntegerField()
    events = EventSerializer(many=True)


class ExportSerializer(serializers.Serializer):
    """`page`: one page's id; left out, every page."""

    format = serializers.ChoiceField(choices=list(EXPORTS))
    page = serializers.CharField(max_length=12, required=False, default="", allow_blank=True)
    scale = serializers.FloatField(default=1.0)
