"""A folder is a registry: one file, one entry."""

import pkgutil
from importlib import import_module
from typing import TypeVar

from django.core.exceptions import ImproperlyConfigured

T = TypeVar("T")


def discover(package: str, base: type[T]) -> dict[str, type[T]]:
    """Every subclass of `base` defined in the modules of `package`, by slug, in file order.

    Raises ImproperlyConfigured if two files claim one slug.
    """
    found: dict[str, type[T]] = {}
    for module in pkgutil.iter_modules(import_module(package).__path__, f"{package}."):
        for cls in vars(import_module(module.name)).values():
            if not (isinstance(cls, type) and issubclass(cls, base) and cls.__module__ == module.name):
                continue
            slug: str = cls.slug  # type: ignore[attr-defined]
            if found.setdefault(slug, cls) is not cls:
                raise ImproperlyConfigured(f"{module.name}: slug {slug!r} is taken.")
    return found
