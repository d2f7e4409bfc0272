"""How lists of the API are cut."""

from rest_framework.pagination import PageNumberPagination


class Pages(PageNumberPagination):
    """20 rows a page; `?size=` up to 100 (R-W8)."""

    page_size = 20
    page_size_query_param = "size"
    max_page_size = 100
