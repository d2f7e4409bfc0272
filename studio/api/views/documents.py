"""Documents for an outside editor: read, append ops, follow, export."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from agents.actions.work import export_document
from assets.actions.documents import Stale, append_ops_if_match
from assets.models import Document, Event
from studio.api.etag import StaleWrite, etag, matched
from studio.api.serializers import (
    DocumentSerializer,
    ExportSerializer,
    FullDocumentSerializer,
    OpsField,
    OpsSerializer,
    RunSerializer,
)

IF_MATCH = OpenApiParameter(
    "If-Match", str, OpenApiParameter.HEADER, required=True, description="The ETag you read."
)
SINCE = OpenApiParameter("since", int, description="The seq you know; events after it are given.")
MOST_EVENTS = 1000


class EventSerializer(serializers.ModelSerializer):
    ops = OpsField(read_only=True)

    class Meta:
        model = Event
        fields = ["seq", "epoch", "base_seq", "client_op_id", "ops", "conflicts", "at"]
        read_only_fields = fields


class DocumentViewSet(RetrieveModelMixin, ListModelMixin, GenericViewSet):
    """Designs. The ETag is the version; writing demands it in If-Match (428 without, 412 when stale)."""

    queryset = Document.objects.none()
    filterset_fields = ["brand", "brief"]

    def get_queryset(self):
        documents = Document.objects.for_user(self.request.user).latest_first().select_related("brand")
        return documents.defer("content") if self.action == "list" else documents

    def get_serializer_class(self):
        return DocumentSerializer if self.action == "list" else FullDocumentSerializer

    def retrieve(self, request, *args, **kwargs):
        document = self.get_object()
        return Response(FullDocumentSerializer(document).data, headers={"ETag": etag(document)})

    @extend_schema(request=OpsSerializer, responses=DocumentSerializer, parameters=[IF_MATCH])
    @action(detail=True, methods=["post"])
    def ops(self, request, pk=None):
        """Append ops, all or nothing. 412 carries the events that were missed."""
        given = OpsSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        epoch, seq = matched(request)
        document = self.get_object()
        try:
            append_ops_if_match(
                document=document, seq=seq, epoch=epoch, **given.validated_data, by=request.user
            )
        except Stale as stale:
            missed = EventSerializer(stale.events, many=True).data
            raise StaleWrite(
                {"detail": str(stale), "seq": stale.seq, "epoch": stale.epoch, "events": missed}
            ) from None
        document.refresh_from_db()
        return Response(DocumentSerializer(document).data, headers={"ETag": etag(document)})

    @extend_schema(parameters=[SINCE], responses=EventSerializer(many=True))
    @action(detail=True, pagination_class=None, filterset_fields=[])
    def events(self, request, pk=None):
        """What happened after `since`, oldest first, at most 1,000."""
        since = request.query_params.get("since", "0")
        rows = self.get_object().events.since(int(since) if since.isdecimal() else 0)[:MOST_EVENTS]
        return Response(EventSerializer(rows, many=True).data)

    @extend_schema(request=ExportSerializer, responses={202: RunSerializer})
    @action(detail=True, methods=["post"])
    def export(self, request, pk=None):
        """Have the document encoded; the run's result names the assets."""
        given = ExportSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        order = given.validated_data
        run = export_document(
            document=self.get_object(),
            slug=order["format"],
            page_id=order["page"],
            scale=order["scale"],
            by=request.user,
        )
        return Response(RunSerializer(run).data, status=202)
