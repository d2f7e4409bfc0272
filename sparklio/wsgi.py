"""Pages, served by threads. From its first request on, the process also sweeps."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sparklio.settings")
pages = get_wsgi_application()

from agents.sweeper import start_sweeper  # noqa: E402  (needs the apps to be ready)


def application(environ, start_response):
    start_sweeper()  # here, because a server may import this file first and fork afterwards
    return pages(environ, start_response)
