"""What every specialist in the roster is."""

from typing import TYPE_CHECKING, ClassVar

from pydantic import BaseModel

if TYPE_CHECKING:
    from agents.desk import Desk


class Nothing(BaseModel):
    """An order with nothing in it."""


class Agent:
    """A specialist that thinks. One file in agents/roster/ is one agent.

    takes  what the order must look like
    gives  what the result looks like; it is stored on the run and read by later steps
    needs  a word of sparklio.capabilities
    verb   what a person must be allowed to ask for it: a key of brands.access.VERBS
    """

    slug: ClassVar[str]
    label: ClassVar[dict[str, str]]
    needs: ClassVar[str] = "desk"
    verb: ClassVar[str] = "edit"
    takes: ClassVar[type[BaseModel]] = Nothing
    gives: ClassVar[type[BaseModel]] = Nothing

    def work(self, desk: "Desk") -> dict:
        """Do the run on the desk and give its result as JSON. Raises Refusal or WorkFailed."""
        answer = self.think(desk, self.takes.model_validate(desk.run.order))
        return answer.model_dump(mode="json")

    def think(self, desk: "Desk", order) -> BaseModel:
        raise NotImplementedError(f"{type(self).__name__} does not think yet.")
