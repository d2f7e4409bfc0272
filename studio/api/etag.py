"""The version of a document as an HTTP entity tag: "<epoch>-<seq>"."""

import re

from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import APIException


class NeedsMatch(APIException):
    status_code = 428
    default_detail = _("Send If-Match with the ETag that you read.")
    default_code = "precondition_required"


def etag(version) -> str:
    """version  anything with `epoch` and `seq`"""
    return f'"{version.epoch}-{version.seq}"'


def matched(request) -> tuple[int, int]:
    """(epoch, seq) of the request's If-Match. Raises NeedsMatch without one."""
    found = re.fullmatch(r'\s*(?:W/)?"(\d{1,9})-(\d{1,18})"\s*', request.headers.get("If-Match", ""))
    if found is None:
        raise NeedsMatch
    return int(found[1]), int(found[2])
