"""The composer as a provider: copy patterns over the given facts, labelled wherever its words appear."""

from typing import TYPE_CHECKING

from pydantic import BaseModel

from agents.gateway.providers import composer

if TYPE_CHECKING:
    from agents.gateway import Call


class WithoutModel:
    """Writes by rules on this machine, in milliseconds, for nothing."""

    slug = "composer"
    model = ""

    def write(self, call: "Call") -> tuple[BaseModel, dict]:
        task, parts = call.task, call.parts
        value: BaseModel
        if task.name == "concept":
            value = composer.concept(task)
        elif task.name == "copy":
            value = composer.copy(task, parts["direction"])
        else:
            suggestions = composer.rewrite(parts["line"], parts["wish"], task, field=parts["field"])
            value = call.answer.model_validate({"suggestions": [each.model_dump() for each in suggestions]})
        provenance = {
            "provider": self.slug,
            "model": "",
            "prompt": composer.VERSION,
            "seed": task.seed,
            "cost": "0",
        }
        return value, provenance | {"seed": task.seed}
