"""Bodies of API calls: JSON that is safe to keep, or a form with a file."""

import json

from django.utils.translation import gettext as _
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

from assets.document.plain import clean


class PlainJson(JSONParser):
    """400 for what is not JSON; a Refusal for JSON that is too deep, not finite or holds half a character."""

    def parse(self, stream, media_type=None, parser_context=None):
        try:
            parsed = json.loads(stream.read())
        except (ValueError, RecursionError) as error:
            where = f" ({error.msg}: {error.lineno}:{error.colno})" if hasattr(error, "lineno") else ""
            raise ParseError(
                _("The body is not JSON that we can read%(where)s.") % {"where": where}
            ) from None
        return clean(parsed)
