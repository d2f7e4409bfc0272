"""Reads copy by the rules: what may not leave the house, how good it is, whether it keeps earlier wishes."""

from agents.gateway.lint.rules import lint
from agents.gateway.lint.verdict import review
from agents.gateway.lint.wishes import obeyed

__all__ = ["lint", "obeyed", "review"]
