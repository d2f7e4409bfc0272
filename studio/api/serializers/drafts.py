"""A draft, the wordings offered for it, and what deciding on it takes."""

from drf_spectacular.utils import extend_schema_field
from pydantic import ValidationError
from rest_framework import serializers

from agents.gateway.types import CopyText
from assets.document.complaint import complaint
from assets.models import Draft, Suggestion
from sparklio.lib.refusal import Refusal
from studio.api.serializers.documents import ContentField


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


class SuggestionSerializer(serializers.ModelSerializer):
    class Meta:
        model = Suggestion
        fields = ["id", "draft", "field", "before", "after", "reason", "status", "provenance", "created_at"]
        read_only_fields = fields


class FullDraftSerializer(DraftSerializer):
    """With the design, and the wordings offered for its lines."""

    content = ContentField(read_only=True)
    suggestions = SuggestionSerializer(many=True, read_only=True)

    class Meta(DraftSerializer.Meta):
        fields = [*DraftSerializer.Meta.fields, "content", "suggestions"]
        read_only_fields = fields


@extend_schema_field(CopyText.model_json_schema())
class CopyField(serializers.Field):
    """Lines of a draft; those left out stay as they are. Raises Refusal for one that cannot be."""

    def to_internal_value(self, given):
        try:
            return CopyText.model_validate(given).model_dump(mode="json", exclude_unset=True)
        except ValidationError as error:
            raise Refusal(complaint(error, given)) from None

    def to_representation(self, value):
        return value


class EditSerializer(serializers.Serializer):
    """New words for some lines; `version` is the one that was read."""

    version = serializers.IntegerField(min_value=1)
    copy = CopyField()


class ClashSerializer(serializers.Serializer):
    """Somebody saved first: the draft as it stands."""

    detail = serializers.CharField()
    draft = FullDraftSerializer()


class WishSerializer(serializers.Serializer):
    """What should be different; `field` asks about one line only."""

    wish = serializers.CharField(max_length=300)
    field = serializers.CharField(max_length=20, required=False, default="", allow_blank=True)


class RejectSerializer(serializers.Serializer):
    """Why, for the next round to obey; `again` starts that round at once."""

    reason = serializers.CharField(max_length=500, allow_blank=True)
    again = serializers.BooleanField(default=True)
