"""A small world: 2–4 clients that see, change and send when it pleases them end with one document (R-D4)."""

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from assets.document.merge import Change, merge, target_id
from assets.document.places import Misfit, Places, find, ids_of, value_at
from assets.document.reduce import reduce
from tests.assets.test_document_ops import VECTORS, wild_ops


class Server:
    def __init__(self, start):
        self.states = [start]  # the document after each seq
        self.log = []  # (client, ops applied), seq is the place + 1
        self.conflicts = []

    def append(self, client, base_seq, ops):
        since = [Change(*event) for event in self.log[base_seq:]]
        merged = merge(self.states[base_seq], since, ops, client=client)
        assert len(merged.results) == len(ops)
        for result in merged.results:
            assert result in ("applied", "merged", "conflict", "kept")
        kept = [record for record in merged.conflicts if record["kind"] == "kept"]
        assert len(kept) == merged.results.count("kept")
        self.check_nothing_lost(client, base_seq, merged)
        self.log.append((client, merged.ops))
        self.states.append(merged.document)
        self.conflicts += merged.conflicts

    def check_nothing_lost(self, client, base_seq, merged):
        """Whatever others wrote since `base_seq` and is gone after this batch stands in a conflict."""
        before, after = self.states[-1], merged.document
        theirs = {
            (target_id(op), op["path"])
            for who, ops in self.log[base_seq:]
            for op in ops
            if who != client and op["op"].endswith(".set")
        }
        ours = {target_id(op) for op in merged.ops}
        for id, path in theirs:
            had, has = value(before, id, path), value(after, id, path)
            if had == has or had in (None, value(self.states[base_seq], id, path)) or id not in ours:
                continue
            assert any(mentions(record, id) for record in merged.conflicts) or self.own_last(client, id, path)
        for record in merged.conflicts:
            if record["kind"] != "kept" and merged.ops:
                assert fits(after, record["restore"]) or len(merged.ops) > 1

    def own_last(self, client, id, path):
        """Did this client itself write the value that is now lost?"""
        touching = [
            who
            for who, ops in self.log
            for op in ops
            if (op["op"].endswith(".set") and target_id(op) == id and overlap(op["path"], path))
            or (op["op"].endswith(".add") and id in ids_of(op.get("object") or op["page"]))
        ]
        return bool(touching) and touching[-1] == client


def overlap(one, other):
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def mentions(record, id):
    parts = [part for part in (record["theirs"], record["yours"]) if isinstance(part, dict) and "id" in part]
    inner = {one for part in parts if "op" not in part for one in ids_of(part)}
    return id in {record["id"], *inner}


def fits(document, ops):
    try:
        reduce(document, ops)
    except Misfit:
        return False
    return True


def value(document, id, path):
    places = Places(document)
    if id and not places.holds(id):
        return None
    return value_at(find(document, places, id) if id else document, path)


@given(
    st.integers(2, 4),
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from("eeeessr"), st.integers(0, 10**6)), max_size=60),
)
@settings(max_examples=250, deadline=None)
def test_clients_that_replay_the_log_hold_the_same_document(count, schedule):
    """R-D4, P4: 2–4 clients edit, wait offline, send late and see late; all end with one document."""
    server = Server(VECTORS["start"])
    seen = [0] * count
    queues = [[] for _ in range(count)]
    for who, what, seed in schedule:
        who %= count
        if what == "e":
            queues[who].append((seen[who], wild_ops(random.Random(seed), 1 + seed % 3)))
        elif what == "s" and queues[who]:
            server.append(f"client {who}", *queues[who].pop(0))
        else:
            seen[who] = len(server.log)
    for who, queue in enumerate(queues):
        for base_seq, ops in queue:
            server.append(f"client {who}", base_seq, ops)

    replayed = VECTORS["start"]
    for (_client, ops), (before, after) in zip(server.log, pairwise(server.states), strict=True):
        assert replayed == before
        replayed, inverse = reduce(replayed, ops)
        assert replayed == after
        assert reduce(after, inverse)[0] == before
