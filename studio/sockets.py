"""Where every socket leads."""

from django.urls import path, re_path

from studio.consumers import BriefConsumer, DocumentConsumer, NowhereConsumer

routes = [
    path("ws/briefs/<uuid:pk>/", BriefConsumer.as_asgi()),
    path("ws/documents/<uuid:pk>/", DocumentConsumer.as_asgi()),
    re_path(r"", NowhereConsumer.as_asgi()),
]
