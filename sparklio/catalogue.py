"""The Korean catalogue: extracted with Babel, so that no gettext program is needed.

Sentences are written in English in the code; English is therefore always complete.
"""

import ast
import io
import re
from collections.abc import Iterator

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

FILE = "locale/ko/LC_MESSAGES/django.po"
HEADER = "# Sparklio in Korean: manage.py messages keeps the sentences, people write the Korean."
KEYWORDS = {
    "gettext": None,
    "gettext_noop": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "_": None,
}
Message = str | tuple[str, ...]
_WORD = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
LITERAL = re.compile(_WORD)
CALL = re.compile(rf"\b(?P<name>n?p?gettext|_)\((?P<args>{_WORD}(?:\s*,\s*{_WORD})*)")
FOLDERS = ["sparklio", "brands", "assets", "agents", "studio", "templates"]


def sentences() -> Iterator[tuple[str, Message, str | None]]:
    """(file, msgid or (singular, plural), context) of every sentence, in file order."""
    root = settings.BASE_DIR
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in {".py", ".html", ".txt"} or "migrations" in path.parts:
                continue
            source = path.read_text(encoding="utf-8")
            found = of_code(source) if path.suffix == ".py" else of_template(source, str(path))
            for message, context in found:
                yield path.relative_to(root).as_posix(), message, context


def of_code(source: str) -> Iterator[tuple[Message, str | None]]:
    for _line, message, _comments, context in extract(
        "python", io.BytesIO(source.encode()), keywords=KEYWORDS
    ):
        yield message, context


def of_template(source: str, name: str) -> Iterator[tuple[Message, str | None]]:
    """Django turns a template into something like Python for xgettext; its calls are read one by one."""
    for call in CALL.finditer(templatize(source, origin=name)):
        words = [ast.literal_eval(word) for word in LITERAL.findall(call["args"])]
        context = words.pop(0) if "p" in call["name"].partition("gettext")[0] else None
        yield (words[0], words[1]) if call["name"].startswith("n") else words[0], context


def update(*, write: bool = True) -> tuple[Catalog, list[str]]:
    """The catalogue with today's sentences, and those without Korean. Sentences that are gone are dropped."""
    path = settings.BASE_DIR / FILE
    old = Catalog(locale="ko")
    if path.exists():
        with path.open("rb") as file:
            old = read_po(file, locale="ko")
    new = Catalog(locale="ko", header_comment=HEADER, project="Sparklio", charset="utf-8", fuzzy=False)
    new.version, new.creation_date, new.revision_date = "1", old.creation_date, old.creation_date
    for file, message, context in sentences():
        known = old.get(message if isinstance(message, str) else message[0], context)
        new.add(message, known.string if known else None, locations=[(file, 0)], context=context)
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, new, width=110, sort_output=True, include_lineno=False, omit_header=False)
    return new, [_plain(message.id) for message in new if message.id and not _said(message.string)]


def _said(string) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


def _plain(msgid) -> str:
    return msgid if isinstance(msgid, str) else msgid[0]
