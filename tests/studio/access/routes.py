"""Every address that the house answers, as the resolver has it."""

from collections.abc import Iterator

from django.urls import URLPattern, get_resolver

from tests.studio.access import accounts, api, office, pages
from tests.studio.access.row import Row


def routes() -> dict[str, str]:
    """Route → its pattern. A route is called by its name, or by its pattern where it has none."""
    found = {}
    for name, pattern in _walk(get_resolver().url_patterns):
        key = pattern if not name or name.endswith(":") else name
        assert key not in found or found[key] == pattern, f"two addresses share the name {key}"
        found[key] = pattern
    return found


def _walk(patterns, prefix="", space="") -> Iterator[tuple[str, str]]:
    for each in patterns:
        path = prefix + str(each.pattern)
        if isinstance(each, URLPattern):
            yield ":".join(filter(None, [space])) + (":" if space else "") + (each.name or ""), path
        else:
            inner = ":".join(filter(None, [space, each.namespace]))
            yield from _walk(each.url_patterns, path, inner)


def _queue_rows() -> list[Row]:
    queue = {name: pattern for name, pattern in routes().items() if name.startswith("admin:django_rq_")}
    return [row for name, pattern in queue.items() for row in office.of_the_queue(name, pattern)]


ROWS: list[Row] = [*pages.ROWS, *api.ROWS, *accounts.ROWS, *office.ROWS, *_queue_rows()]
