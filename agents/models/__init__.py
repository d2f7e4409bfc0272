"""Who works on it."""

from agents.models.call import ExternalCall
from agents.models.node import Node
from agents.models.run import Run

__all__ = ["ExternalCall", "Node", "Run"]
