"""A brief: what it holds, and what opening and answering one takes."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from brands.menu import LONGEST_ANSWER
from brands.menus import MENUS
from brands.models import Brief
from sparklio.lib.bilingual import said


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
    """One sentence, as it would be typed in the studio. `menu` is read out of it unless given."""

    brand = serializers.UUIDField()
    text = serializers.CharField(max_length=20_000, allow_blank=True, trim_whitespace=False)
    menu = serializers.ChoiceField(choices=list(MENUS), required=False, default="", allow_blank=True)


@extend_schema_field(
    {"oneOf": [{"type": "string"}, {"type": "number"}, {"type": "array", "items": {"type": "string"}}]}
)
class AnswerField(serializers.Field):
    """Words, a number, or several slugs."""

    default_error_messages = {
        "kind": _("An answer is text, a number or a list of texts, each within 1,000 characters.")
    }

    def to_internal_value(self, given):
        words = given if isinstance(given, list) else [given]
        if any(isinstance(word, bool) or not isinstance(word, str | int | float) for word in words):
            self.fail("kind")
        if len(words) > 50 or any(len(str(word)) > LONGEST_ANSWER for word in words):
            self.fail("kind")
        return [str(word) for word in words] if isinstance(given, list) else str(given)

    def to_representation(self, value):
        return value


class AnswersSerializer(serializers.Serializer):
    """Answers by question slug; `make` starts the first round at once."""

    answers = serializers.DictField(child=AnswerField(), required=False, default=dict)
    make = serializers.BooleanField(default=True)


class AgainSerializer(serializers.Serializer):
    """`wish`: what should be different, besides the reasons that drafts were rejected for."""

    wish = serializers.CharField(max_length=300, required=False, default="", allow_blank=True)


class ReadyAnswerSerializer(serializers.Serializer):
    slug = serializers.CharField()
    label = serializers.SerializerMethodField()

    def get_label(self, choice) -> str:
        return said(choice.label)


class QuestionSerializer(serializers.Serializer):
    """One thing that is still worth asking, in the caller's language."""

    slug = serializers.CharField()
    label = serializers.SerializerMethodField()
    help = serializers.SerializerMethodField()
    kind = serializers.CharField()
    required = serializers.BooleanField()
    choices = ReadyAnswerSerializer(many=True)

    def get_label(self, question) -> str:
        return said(question.label)

    def get_help(self, question) -> str:
        return said(question.help)
