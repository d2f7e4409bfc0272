"""The back office for people, brands and briefs."""

from brands.admin import brands, people

__all__ = ["brands", "people"]
