"""JSON Schema of what an editor reads and writes, and the answer where nothing is."""

from functools import cache

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from assets.document.ops import ops_json_schema
from assets.document.schema import document_json_schema

document_schema, ops_schema = cache(document_json_schema), cache(ops_json_schema)


class DocumentSchemaView(APIView):
    permission_classes = [AllowAny]

    @extend_schema(responses=OpenApiTypes.OBJECT, auth=[])
    def get(self, request):
        """JSON Schema 2020-12 of a document."""
        return Response(document_schema())


class OpsSchemaView(APIView):
    permission_classes = [AllowAny]

    @extend_schema(responses=OpenApiTypes.OBJECT, auth=[])
    def get(self, request):
        """JSON Schema 2020-12 of a list of ops."""
        return Response(ops_schema())


@extend_schema(exclude=True)
class NowhereView(APIView):
    """No address of ours: words in JSON, as everywhere in the API."""

    permission_classes = [AllowAny]

    def initial(self, request, *args, **kwargs):
        raise NotFound
