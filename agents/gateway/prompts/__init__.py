"""The prompts, one versioned file per task."""

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agents.gateway import Call

FOLDER = Path(__file__).resolve().parent
LANGUAGES = {"ko": "Korean", "en": "English"}
REPAIR = (
    "Your answer cannot be used:\n{wrong}\nSend the whole JSON object again with these points mended. "
    "Only the JSON object, nothing else."
)


@dataclass(frozen=True)
class Prompt:
    """One task's words to a model. `version` is what the provenance shows."""

    name: str
    version: str
    temperature: float
    max_tokens: int
    system: str
    user: str

    def messages(self, call: "Call") -> list[dict]:
        """The chat messages for one call. What people gave is in the user turn, as JSON: material only."""
        task = call.task.model_dump(mode="json", exclude={"seed"})
        material = {"task": {name: said for name, said in task.items() if said not in ("", [])}, **call.parts}
        schema = json.dumps(call.answer.model_json_schema(), ensure_ascii=False)
        system = self.system.replace("{language}", LANGUAGES[call.task.lang]).replace("{schema}", schema)
        user = self.user.replace("{material}", json.dumps(material, ensure_ascii=False, default=_plain))
        return [{"role": "system", "content": system}, {"role": "user", "content": user}]


def _plain(value):
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else str(value)


@cache
def load(name: str) -> Prompt:
    """The prompt of a task."""
    table = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return Prompt(name=name, **table)
