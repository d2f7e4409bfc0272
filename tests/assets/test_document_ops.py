"""What ops do to a document and back; the same vectors as tests/js/ops.test.mjs."""

import json
import random
import subprocess
from copy import deepcopy
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.document.ops import check_change, check_ops
from assets.document.places import Misfit
from assets.document.reduce import apply, reduce
from sparklio.lib.refusal import Refusal
from tests.assets.designs import thousand

HERE = Path(__file__).parents[1]
VECTORS = json.loads((HERE / "vectors/ops.json").read_text())
CASES = {case["name"]: case for case in VECTORS["cases"]}
ERRORS = {"misfit": Misfit, "bad": Refusal}


@pytest.mark.parametrize("name", CASES)
def test_a_vector_comes_out_the_same_in_python_and_goes_back_exactly(name):
    case, start = CASES[name], deepcopy(VECTORS["start"])

    if "error" in case:
        with pytest.raises(ERRORS[case["error"]]) as caught:
            reduce(start, case["ops"])
        assert isinstance(caught.value, Misfit) == (case["error"] == "misfit")
    else:
        after, inverse = reduce(start, case["ops"])
        assert (after, inverse) == (case["after"], case["inverse"])
        assert reduce(after, inverse)[0] == start
    assert start == VECTORS["start"]


def test_apply_changes_the_document_in_place_and_says_how_to_undo_it():
    document = deepcopy(VECTORS["start"])
    inverse = apply(document, {"op": "document.set", "path": "title", "value": "끝"})

    assert document["title"] == "끝"
    for op in inverse:
        apply(document, op)
    assert document == VECTORS["start"]


def wild_ops(rng: random.Random, count: int) -> list[dict]:
    """Ops over few ids, so that many of them meet and some do not fit."""
    ids, pages = ["a", "b", "c", "g", "h", "u", "n", "m"], ["p1", "p2", "p3"]

    def wild_object(depth=0):
        made = {"id": rng.choice(ids), "type": rng.choice(["text", "group", "hologram"])}
        if made["type"] == "group":
            made["children"] = [wild_object(depth + 1) for _ in range(rng.randrange(3))] if depth < 2 else []
        return made

    def wild_op():
        page, id, index = rng.choice(pages), rng.choice(ids), rng.choice([0, 1, 2, 9])
        path = rng.choice(["name", "meta.x", "meta.x.y", "transform.cx", "style.fill"])
        value = rng.choice([{}, {"value": None}, {"value": 1}, {"value": {"y": 1}}])
        return rng.choice(
            [
                {"op": "object.set", "page": page, "id": id, "path": path, **value},
                {"op": "object.set", "page": page, "id": id, "path": path, **value},
                {"op": "object.remove", "page": page, "id": id},
                {"op": "object.order", "page": page, "id": id, "index": index},
                {"op": "object.add", "page": page, "object": wild_object(), "index": index},
                {"op": "object.add", "page": page, "object": wild_object(), "parent": rng.choice(["g", "h"])},
                {"op": "page.add", "page": {"id": page, "objects": [wild_object()]}, "index": index},
                {"op": "page.remove", "id": page},
                {"op": "page.order", "id": page, "index": index},
                {"op": "page.set", "id": page, "path": path, **value},
                {"op": "document.set", "path": path, **value},
            ]
        )

    return [wild_op() for _ in range(count)]


def what_fits(document: dict, ops: list[dict]) -> tuple[dict, list[dict], list[int]]:
    """The document after the ops that fit, the ops back, and the numbers of those that did not fit."""
    back, left = [], []
    for number, op in enumerate(ops):
        try:
            document, inverse = reduce(document, [op])
            back = inverse + back
        except Misfit:
            left.append(number)
    return document, back, left


@given(st.integers(0, 2**32), st.integers(1, 40))
@settings(max_examples=150, deadline=None)
def test_any_sequence_of_ops_goes_back_exactly(seed, count):
    after, inverse, _left = what_fits(VECTORS["start"], wild_ops(random.Random(seed), count))

    assert reduce(after, inverse)[0] == VECTORS["start"]


def test_python_and_javascript_agree_on_wild_sequences():
    """Differential test of the twins: 300 sequences of 20 ops, most of them colliding."""
    batches = [wild_ops(random.Random(seed), 20) for seed in range(300)]
    script = """
        import { reduce, Misfit } from "canvas/ops"
        let text = ""
        for await (const part of process.stdin) text += part
        const { start, batches } = JSON.parse(text)
        const out = batches.map((ops) => {
          let document = start, back = [], left = []
          ops.forEach((op, number) => {
            try {
              const made = reduce(document, [op])
              document = made.document
              back = [...made.inverse, ...back]
            } catch (error) {
              if (!(error instanceof Misfit)) throw error
              left.push(number)
            }
          })
          return [document, back, left]
        })
        console.log(JSON.stringify(out))
    """
    node = ["node", "--import", str(HERE / "js/register.mjs"), "--input-type=module", "-e", script]
    given_in = json.dumps({"start": VECTORS["start"], "batches": batches})
    answer = subprocess.run(node, input=given_in, capture_output=True, text=True, timeout=60, check=True)

    ours = [list(what_fits(VECTORS["start"], ops)) for ops in batches]

    assert json.loads(answer.stdout) == ours
    assert sum(len(left) for *_rest, left in ours) > 100


def test_one_op_on_a_page_of_1000_objects_takes_less_than_5_ms():
    document = thousand()
    page = document["pages"][0]
    target = page["objects"][900]["id"]
    ops = [
        {"op": "object.set", "page": page["id"], "id": target, "path": "transform.cx", "value": n}
        for n in range(50)
    ]

    began = perf_counter()
    for op in ops:
        document, _inverse = reduce(document, check_ops([op]), check=check_change)

    assert (perf_counter() - began) / len(ops) < 0.005
    assert document["pages"][0]["objects"][900]["transform"]["cx"] == 49
