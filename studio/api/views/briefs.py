"""Briefs: open one with a sentence, answer, have it made."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.mixins import CreateModelMixin, ListModelMixin, RetrieveModelMixin
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from agents.actions.work import answer_brief, generate, open_brief, regenerate
from brands.actions.briefs import missing
from brands.models import Brand, Brief
from studio.api.filters import BriefFilter
from studio.api.serializers.briefs import (
    AgainSerializer,
    AnswersSerializer,
    BriefSerializer,
    NewBriefSerializer,
    QuestionSerializer,
)
from studio.api.serializers.runs import RunSerializer
from studio.api.taken import taken


class BriefViewSet(CreateModelMixin, RetrieveModelMixin, ListModelMixin, GenericViewSet):
    """What was asked, in the asker's words."""

    serializer_class = BriefSerializer
    queryset = Brief.objects.none()
    filterset_class = BriefFilter
    lookup_value_converter = "uuid"
    starts_work = ("create", "answer", "regenerate")

    def get_queryset(self):
        return Brief.objects.for_user(self.request.user).select_related("brand").latest_first()

    @extend_schema(request=NewBriefSerializer, responses={201: BriefSerializer})
    def create(self, request):
        """Open a brief with one sentence."""
        given = taken(NewBriefSerializer, request)
        brand = get_object_or_404(Brand.objects.for_user(request.user), pk=given["brand"])
        brief = open_brief(brand=brand, text=given["text"], menu=given["menu"], by=request.user)
        return Response(BriefSerializer(brief).data, status=201)

    @extend_schema(responses=QuestionSerializer(many=True))
    @action(detail=True, pagination_class=None, filterset_class=None)
    def questions(self, request, pk=None):
        """What is still worth asking, required ones first."""
        return Response(QuestionSerializer(missing(self.get_object()), many=True).data)

    @extend_schema(request=AnswersSerializer, responses={200: BriefSerializer, 202: RunSerializer})
    @action(detail=True, methods=["post"])
    def answer(self, request, pk=None):
        """Answer what is missing and, unless `make` is false, start the first round."""
        brief, given = self.get_object(), taken(AnswersSerializer, request)
        brief = answer_brief(brief=brief, answers=given["answers"], by=request.user)
        if not given["make"]:
            return Response(BriefSerializer(brief).data)
        return Response(RunSerializer(generate(brief=brief, by=request.user)).data, status=202)

    @extend_schema(request=AgainSerializer, responses={202: RunSerializer})
    @action(detail=True, methods=["post"])
    def regenerate(self, request, pk=None):
        """Have another round made; earlier drafts stay in the history."""
        brief, given = self.get_object(), taken(AgainSerializer, request)
        run = regenerate(brief=brief, wish=given["wish"], by=request.user)
        return Response(RunSerializer(run).data, status=202)
