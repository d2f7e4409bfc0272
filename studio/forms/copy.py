"""Lines of a draft as a person typed them, turned into what the draft stores."""

import unicodedata
from collections.abc import Mapping

from django.utils.translation import gettext as _
from pydantic import ValidationError

from agents.gateway.types import CopyText
from sparklio.lib.refusal import Refusal
from studio.cards import label_of


def copy_from(posted: Mapping[str, str]) -> dict[str, str | list[str]]:
    """The lines that a form sent. Raises Refusal naming the one that is too long."""
    lines = {name: _value(name, posted[name]) for name in CopyText.model_fields if name in posted}
    try:
        CopyText.model_validate(lines)
    except ValidationError as wrong:
        raise Refusal(_words_for(wrong.errors()[0])) from None
    return lines


def stands_as_seen(copy: Mapping[str, str | list[str]], posted: Mapping[str, str]) -> bool:
    """Whether the one line that was sent still reads as this person saw it: then nobody is overwritten."""
    sent = [name for name in CopyText.model_fields if name in posted]
    return len(sent) == 1 and "before" in posted and copy.get(sent[0]) == _value(sent[0], posted["before"])


def _value(name: str, typed: str) -> str | list[str]:
    text = unicodedata.normalize("NFC", typed).replace("\r\n", "\n").strip()
    if name == "bullets":
        return [line.strip() for line in text.split("\n") if line.strip()]
    if name == "hashtags":
        return [word if word.startswith("#") else f"#{word}" for word in text.split()]
    return text


def _words_for(error) -> str:
    line, most = label_of(error["loc"][0]), error.get("ctx", {}).get("max_length")
    if error["type"] == "too_long":
        return _("“%(line)s” takes at most %(most)d. Take some out.") % {"line": line, "most": most}
    if most:
        return _("“%(line)s” takes at most %(most)d characters. Shorten it.") % {"line": line, "most": most}
    words = _("“%(line)s” cannot be saved like this. A hashtag is one word of at most 40 letters.")
    return words % {"line": line}
