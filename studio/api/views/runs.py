"""Runs: what is being worked on, and how it ended."""

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from agents.actions.runs import cancel_run
from agents.models import Run
from studio.api.filters import RunFilter
from studio.api.serializers.runs import RunSerializer


class RunViewSet(ReadOnlyModelViewSet):
    """Work, newest first."""

    serializer_class = RunSerializer
    queryset = Run.objects.none()
    filterset_class = RunFilter
    lookup_value_converter = "uuid"

    def get_queryset(self):
        return Run.objects.for_user(self.request.user).select_related("brand").latest_first()

    @extend_schema(request=None, responses=RunSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request, pk=None):
        """Cancel this run and all that belongs to it."""
        run = self.get_object()
        cancel_run(run=run, by=request.user)
        run.refresh_from_db()
        return Response(RunSerializer(run).data)
