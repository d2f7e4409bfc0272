"""Makers whose work can be counted, and makers that misbehave."""

import os
import time
from concurrent.futures import ThreadPoolExecutor

from agents.agent import Agent
from agents.desk import Step


class Counting(Agent):
    """order: {"steps": effects to leave, "ms": how long each takes}."""

    slug, needs = "counting", "desk"
    label = {"ko": "세는 이", "en": "Counter"}

    def work(self, desk):
        from tests.chaos.models import Attempt, Effect

        run, order = desk.run, desk.run.order
        Attempt.objects.create(run=run.pk, attempt=run.attempt, node=run.node, pid=os.getpid())
        steps = order.get("steps", 1)
        for step in range(steps):
            time.sleep(order.get("ms", 0) / 1000)
            desk.report(100 * step // steps, f"step {step}")
            with desk.guard():
                if not Effect.objects.filter(run=run.pk, step=step).exists():
                    Effect.objects.create(run=run.pk, step=step, attempt=run.attempt)
        return {"steps": steps}


class Talking(Counting):
    """Counts where a model is; its time is short."""

    slug, needs = "talking", "text"


class Planner(Agent):
    """Splits off four counted steps: a, then b and c beside each other, then d."""

    slug, needs = "planner", "desk"
    label = {"ko": "계획자", "en": "Planner"}

    def work(self, desk):
        order = desk.run.order
        with desk.guard():
            desk.pass_on(
                [
                    Step("a", "counting", order),
                    Step("b", "counting", order, ["a"]),
                    Step("c", "counting", order, ["a"]),
                    Step("d", "counting", order, ["b", "c"]),
                ]
            )
        return {"steps": ["a", "b", "c", "d"]}


class Poison(Agent):
    """Kills whoever takes it."""

    slug, needs = "poison", "desk"
    label = {"ko": "독", "en": "Poison"}

    def work(self, desk):
        os._exit(9)


class Hanging(Agent):
    """Never comes back and never listens."""

    slug, needs = "hanging", "text"
    label = {"ko": "멈춘 이", "en": "Hanger"}

    def work(self, desk):
        while True:
            time.sleep(1)


class Greedy(Agent):
    """Wants more memory than a slot may have."""

    slug, needs = "greedy", "desk"
    label = {"ko": "욕심쟁이", "en": "Glutton"}

    def work(self, desk):
        return {"bytes": len(bytearray(64 * 2**30))}


class Dozing(Agent):
    """Nods off inside its guard, the first time."""

    slug, needs = "dozing", "desk"
    label = {"ko": "조는 이", "en": "Dozer"}

    def work(self, desk):
        from tests.chaos.models import Attempt, Effect

        run = desk.run
        with desk.guard():
            if not Effect.objects.filter(run=run.pk).exists():
                Effect.objects.create(run=run.pk, step=0, attempt=run.attempt)
            if run.attempt == 1:
                with ThreadPoolExecutor(1) as elsewhere:  # its own connection: seen before the guard commits
                    begun = {"run": run.pk, "attempt": 1, "node": run.node, "pid": os.getpid()}
                    elsewhere.submit(Attempt.objects.create, **begun).result()
                time.sleep(0.7)
        return {}


COUNTING = [Dozing, Counting, Talking, Planner, Poison, Hanging, Greedy]
