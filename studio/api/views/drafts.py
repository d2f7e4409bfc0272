"""Drafts in the Review Buffer."""

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from agents.actions.drafts import EditedMeanwhile, approve_draft, edit_draft, reject_draft
from assets.models import Draft
from studio.api.serializers import DocumentSerializer, DraftSerializer, EditSerializer, RejectSerializer


class DraftViewSet(ReadOnlyModelViewSet):
    """What waits for a person's decision, and what was decided."""

    serializer_class = DraftSerializer
    queryset = Draft.objects.none()
    filterset_fields = ["brief", "round", "status"]

    def get_queryset(self):
        drafts = Draft.objects.for_user(self.request.user).select_related("brief__brand")
        return drafts.order_by("-created_at", "place")

    @extend_schema(request=EditSerializer, responses={200: DraftSerializer, 409: DraftSerializer})
    @action(detail=True, methods=["post"])
    def edit(self, request, pk=None):
        """Put other words in. 409 with the draft as it stands if someone else saved first."""
        given = EditSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        try:
            draft = edit_draft(draft=self.get_object(), **given.validated_data, by=request.user)
        except EditedMeanwhile as meanwhile:
            return Response(
                {"detail": str(meanwhile), "draft": DraftSerializer(meanwhile.draft).data}, status=409
            )
        return Response(DraftSerializer(draft).data)

    @extend_schema(request=None, responses=DocumentSerializer)
    @action(detail=True, methods=["post"])
    def approve(self, request, pk=None):
        """Approve; the draft becomes a document."""
        document = approve_draft(draft=self.get_object(), by=request.user)
        return Response(DocumentSerializer(document).data)

    @extend_schema(request=RejectSerializer, responses=DraftSerializer)
    @action(detail=True, methods=["post"])
    def reject(self, request, pk=None):
        """Reject with a reason that the next round obeys."""
        given = RejectSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        draft = self.get_object()
        reject_draft(draft=draft, **given.validated_data, by=request.user)
        draft.refresh_from_db()
        return Response(DraftSerializer(draft).data)
