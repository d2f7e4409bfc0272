"""Drafts in the Review Buffer, and the wordings offered for them."""

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.mixins import RetrieveModelMixin
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet, ReadOnlyModelViewSet

from agents.actions.drafts import (
    EditedMeanwhile,
    accept_suggestion,
    approve_draft,
    edit_draft,
    refuse_suggestion,
    reject_draft,
    suggest,
)
from assets.models import Draft, Suggestion
from studio.api.filters import DraftFilter
from studio.api.serializers.documents import DocumentSerializer
from studio.api.serializers.drafts import (
    ClashSerializer,
    DraftSerializer,
    EditSerializer,
    FullDraftSerializer,
    RejectSerializer,
    SuggestionSerializer,
    WishSerializer,
)
from studio.api.serializers.runs import RunSerializer
from studio.api.taken import taken


class DraftViewSet(ReadOnlyModelViewSet):
    """What waits for a person's decision, and what was decided."""

    queryset = Draft.objects.none()
    filterset_class = DraftFilter
    lookup_value_converter = "uuid"
    starts_work = ("edit", "suggest", "reject")

    def get_queryset(self):
        drafts = Draft.objects.for_user(self.request.user).select_related("brief__brand", "document")
        drafts = drafts.order_by("-created_at", "place", "pk")
        return drafts.defer("content") if self.action == "list" else drafts

    def get_serializer_class(self):
        return DraftSerializer if self.action == "list" else FullDraftSerializer

    @extend_schema(request=EditSerializer, responses={200: FullDraftSerializer, 409: ClashSerializer})
    @action(detail=True, methods=["post"])
    def edit(self, request, pk=None):
        """Put other words in. 409 with the draft as it stands if someone else saved first."""
        draft, given = self.get_object(), taken(EditSerializer, request)
        try:
            draft = edit_draft(draft=draft, **given, by=request.user)
        except EditedMeanwhile as meanwhile:
            return Response(ClashSerializer({"detail": meanwhile, "draft": meanwhile.draft}).data, status=409)
        return Response(FullDraftSerializer(draft).data)

    @extend_schema(request=WishSerializer, responses={202: RunSerializer})
    @action(detail=True, methods=["post"])
    def suggest(self, request, pk=None):
        """Ask for other wordings. They are offered as suggestions and never put in by themselves."""
        run = suggest(draft=self.get_object(), **taken(WishSerializer, request), by=request.user)
        return Response(RunSerializer(run).data, status=202)

    @extend_schema(request=None, responses=DocumentSerializer)
    @action(detail=True, methods=["post"])
    def approve(self, request, pk=None):
        """Approve; the draft becomes a document."""
        document = approve_draft(draft=self.get_object(), by=request.user)
        return Response(DocumentSerializer(document).data)

    @extend_schema(request=RejectSerializer, responses=FullDraftSerializer)
    @action(detail=True, methods=["post"])
    def reject(self, request, pk=None):
        """Reject with a reason that the next round obeys."""
        draft = self.get_object()
        reject_draft(draft=draft, **taken(RejectSerializer, request), by=request.user)
        draft.refresh_from_db()
        return Response(FullDraftSerializer(draft).data)


class SuggestionViewSet(RetrieveModelMixin, GenericViewSet):
    """Wordings offered for a line of a draft."""

    serializer_class = SuggestionSerializer
    queryset = Suggestion.objects.none()
    lookup_value_converter = "int"
    starts_work = ("accept",)

    def get_queryset(self):
        return Suggestion.objects.for_user(self.request.user).select_related("draft__brief__brand")

    @extend_schema(request=None, responses=FullDraftSerializer)
    @action(detail=True, methods=["post"])
    def accept(self, request, pk=None):
        """Put the wording in."""
        draft = accept_suggestion(suggestion=self.get_object(), by=request.user)
        return Response(FullDraftSerializer(draft).data)

    @extend_schema(request=None, responses=SuggestionSerializer)
    @action(detail=True, methods=["post"])
    def refuse(self, request, pk=None):
        """Wave the wording away."""
        suggestion = self.get_object()
        refuse_suggestion(suggestion=suggestion, by=request.user)
        suggestion.refresh_from_db()
        return Response(SuggestionSerializer(suggestion).data)
