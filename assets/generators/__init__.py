"""One file, one generator."""

from assets.generator import Generator
from sparklio.lib.registry import discover

GENERATORS = discover("assets.generators", Generator)
