"""Briefs: open one with a sentence, answer, have it made."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.mixins import CreateModelMixin, ListModelMixin, RetrieveModelMixin
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from agents.actions.work import answer_brief, generate, open_brief, regenerate
from brands.models import Brand, Brief
from studio.api.serializers import AnswersSerializer, BriefSerializer, NewBriefSerializer, RunSerializer


class BriefViewSet(CreateModelMixin, RetrieveModelMixin, ListModelMixin, GenericViewSet):
    """What was asked, in the asker's words."""

    serializer_class = BriefSerializer
    queryset = Brief.objects.none()
    filterset_fields = ["brand", "state", "menu"]

    def get_queryset(self):
        return Brief.objects.for_user(self.request.user).latest_first()

    @extend_schema(request=NewBriefSerializer, responses={201: BriefSerializer})
    def create(self, request):
        given = NewBriefSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        brand = get_object_or_404(Brand.objects.for_user(request.user), pk=given.validated_data["brand"])
        brief = open_brief(brand=brand, text=given.validated_data["text"], by=request.user)
        return Response(BriefSerializer(brief).data, status=201)

    @extend_schema(request=AnswersSerializer, responses={200: BriefSerializer, 202: RunSerializer})
    @action(detail=True, methods=["post"])
    def answer(self, request, pk=None):
        """Answer what is missing and, unless `make` is false, start the first round."""
        given = AnswersSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        brief = answer_brief(
            brief=self.get_object(), answers=given.validated_data["answers"], by=request.user
        )
        if not given.validated_data["make"]:
            return Response(BriefSerializer(brief).data)
        return Response(RunSerializer(generate(brief=brief, by=request.user)).data, status=202)

    @extend_schema(request=None, responses={202: RunSerializer})
    @action(detail=True, methods=["post"])
    def regenerate(self, request, pk=None):
        """Have another round made; earlier drafts stay in the history."""
        return Response(RunSerializer(regenerate(brief=self.get_object(), by=request.user)).data, status=202)
