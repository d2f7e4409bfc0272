"""One file, one format."""

from assets.export import Export
from sparklio.lib.registry import discover

EXPORTS = discover("assets.exports", Export)
