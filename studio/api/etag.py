"""The version of a document as an HTTP entity tag: "<epoch>-<seq>"."""

import re

from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException

from assets.models import Document


class NeedsMatch(APIException):
    status_code = 428
    default_detail = _("Send If-Match with the ETag that you read.")
    default_code = "precondition_required"


class StaleWrite(APIException):
    """412 with what was missed, so that the writer can repeat its change on top."""

    status_code = 412
    default_code = "stale"


def etag(document: Document) -> str:
    return f'"{document.epoch}-{document.seq}"'


def matched(request) -> tuple[int, int]:
    """(epoch, seq) of the request's If-Match. Raises NeedsMatch without one."""
    found = re.fullmatch(r'\s*(?:W/)?"(\d{1,9})-(\d{1,18})"\s*', request.headers.get("If-Match", ""))
    if found is None:
        raise NeedsMatch
    return int(found[1]), int(found[2])
