"""Documents for an outside editor: read, append ops, follow, export."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from agents.actions.work import export_document
from assets.actions.documents import Stale, append_ops_if_match
from assets.models import Document
from studio.api.etag import etag, matched
from studio.api.filters import DocumentFilter
from studio.api.serializers.documents import (
    AppendedSerializer,
    DocumentSerializer,
    EventSerializer,
    ExportSerializer,
    FullDocumentSerializer,
    OpsSerializer,
    StaleSerializer,
)
from studio.api.serializers.runs import RunSerializer
from studio.api.taken import taken

IF_MATCH = OpenApiParameter(
    "If-Match", str, OpenApiParameter.HEADER, required=True, description="The ETag you read."
)
SINCE = OpenApiParameter("since", int, description="The seq you know; events after it are given.")
MOST_EVENTS = 1000


class DocumentViewSet(RetrieveModelMixin, ListModelMixin, GenericViewSet):
    """Designs. The ETag is the version; writing demands it in If-Match (428 without, 412 when stale)."""

    queryset = Document.objects.none()
    filterset_class = DocumentFilter
    lookup_value_converter = "uuid"
    starts_work = ("export",)

    def get_queryset(self):
        documents = Document.objects.for_user(self.request.user).latest_first().select_related("brand")
        return documents.defer("content") if self.action == "list" else documents

    def get_serializer_class(self):
        return DocumentSerializer if self.action == "list" else FullDocumentSerializer

    def retrieve(self, request, *args, **kwargs):
        """The whole document, with its ETag."""
        document = self.get_object()
        return Response(FullDocumentSerializer(document).data, headers={"ETag": etag(document)})

    @extend_schema(
        request=OpsSerializer,
        responses={200: AppendedSerializer, 412: StaleSerializer},
        parameters=[IF_MATCH],
    )
    @action(detail=True, methods=["post"])
    def ops(self, request, pk=None):
        """Append ops, all or nothing. 412 carries the events that were missed."""
        document = self.get_object()
        epoch, seq = matched(request)
        given = taken(OpsSerializer, request)
        try:
            now = append_ops_if_match(document=document, seq=seq, epoch=epoch, **given, by=request.user)
        except Stale as stale:
            told = {"detail": stale, "seq": stale.seq, "epoch": stale.epoch, "events": stale.events}
            return Response(StaleSerializer(told).data, status=412, headers={"ETag": etag(stale)})
        return Response(AppendedSerializer(now).data, headers={"ETag": etag(now)})

    @extend_schema(parameters=[SINCE], responses=EventSerializer(many=True))
    @action(detail=True, pagination_class=None, filterset_class=None)
    def events(self, request, pk=None):
        """What happened after `since`, oldest first, at most 1,000."""
        words = request.query_params.get("since", "")
        since = int(words) if words.isdecimal() and len(words) <= 18 else 0
        rows = self.get_object().events.since(since)[:MOST_EVENTS]
        return Response(EventSerializer(rows, many=True).data)

    @extend_schema(request=ExportSerializer, responses={202: RunSerializer})
    @action(detail=True, methods=["post"])
    def export(self, request, pk=None):
        """Have the document encoded; the run's `files` say where to fetch what came out."""
        document, given = self.get_object(), taken(ExportSerializer, request)
        run = export_document(
            document=document,
            slug=given["format"],
            page_id=given["page"],
            scale=given["scale"],
            by=request.user,
        )
        return Response(RunSerializer(run).data, status=202)
