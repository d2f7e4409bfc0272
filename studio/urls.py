"""Addresses of the studio."""

app_name = "studio"
urlpatterns = []
