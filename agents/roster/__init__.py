"""One file, one agent."""

from agents.agent import Agent
from sparklio.lib.registry import discover

ROSTER = discover("agents.roster", Agent)
