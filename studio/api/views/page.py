"""The page that shows the API, to read and to try."""

from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.permissions import AllowAny


class PageView(SpectacularSwaggerSplitView):
    """Scripts and styles come as files, so the strict policy holds here too."""

    url_name = "api:schema"
    permission_classes = [AllowAny]
    template_name = "api/page.html"
