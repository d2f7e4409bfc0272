import assert from "node:assert/strict"
import { test } from "node:test"

import { createHistory, squash } from "canvas/history"
import { find, reduce, reduceWhatFits } from "canvas/ops"

const set = (value, path = "transform.cx", id = "a") => ({ op: "object.set", page: "p", id, path, value })
const remove = (id) => ({ op: "object.remove", page: "p", id })

function desk(options) {
  const history = createHistory(options)
  const start = {
    pages: [{ id: "p", objects: [{ id: "a", type: "text", transform: { cx: 0, cy: 0 } }, { id: "b", type: "text" }] }],
  }
  const me = {
    history,
    start,
    document: start,
    apply(ops) {
      const made = reduceWhatFits(me.document, ops)
      me.document = made.document
      return made.inverse
    },
    act: (ops, words) => history.record(me.apply(ops), words),
    undo: () => history.undo(me.apply),
    redo: () => history.redo(me.apply),
    get cx() {
      return find(me.document, "a").transform.cx
    },
  }
  return me
}

test("120 steps back and forth come out where they were", () => {
  const me = desk()
  for (let n = 1; n <= 120; n++) me.act([set(n)])

  for (let n = 0; n < 120; n++) me.undo()
  assert.deepEqual(me.document, me.start)
  assert.equal(me.undo(), null)

  for (let n = 0; n < 120; n++) me.redo()
  assert.equal(me.cx, 120)
  assert.equal(me.redo(), null)
})

test("a new action clears what could be redone", () => {
  const me = desk()
  me.act([set(1)])
  me.undo()
  assert.ok(me.history.canRedo)

  me.act([set(5)])

  assert.ok(!me.history.canRedo)
  assert.equal(me.redo(), null)
  assert.equal(me.cx, 5)
})

test("a gesture is one entry, however many ops it made", () => {
  const me = desk()
  me.history.begin("move")
  for (let n = 1; n <= 60; n++) me.act([set(n), set(n, "transform.cy")])
  me.history.end()

  assert.deepEqual(me.history.labels, ["move"])
  assert.equal(me.undo(), "move")
  assert.deepEqual(me.document, me.start)
  assert.equal(me.redo(), "move")
  assert.equal(me.cx, 60)
})

test("an empty gesture leaves no entry", () => {
  const me = desk()
  me.history.begin("click")
  me.history.end()

  assert.ok(!me.history.canUndo)
})

test("undo in the middle of a gesture ends it first", () => {
  const me = desk()
  me.history.begin("move")
  me.act([set(9)])

  assert.ok(me.history.canUndo)
  me.undo()
  assert.equal(me.cx, 0)
})

test("a held arrow key is one entry until something seals it", () => {
  const me = desk()
  me.act([set(1)], { label: "nudge", join: "nudge a" })
  me.act([set(2)], { label: "nudge", join: "nudge a" })
  me.history.seal()
  me.act([set(3)], { label: "nudge", join: "nudge a" })

  me.undo()
  assert.equal(me.cx, 2)
  me.undo()
  assert.equal(me.cx, 0)
})

test("the oldest entries go when there are too many", () => {
  const me = desk({ limit: 3 })
  for (let n = 1; n <= 5; n++) me.act([set(n)])

  while (me.undo() !== null);

  assert.equal(me.cx, 2)
})

test("undo passes over what others removed meanwhile", () => {
  const me = desk()
  me.act([set("b!", "name", "b")], { label: "name" })
  me.act([set(7)], { label: "move" })
  me.document = reduce(me.document, [remove("a")]).document

  assert.equal(me.undo(), "name")
  assert.equal(find(me.document, "b").name, undefined)
  assert.equal(me.undo(), null)
})

test("an undo that fails loses nothing", () => {
  const me = desk()
  me.act([set(1)])

  assert.throws(() => me.history.undo(() => { throw new Error("offline") }))

  me.undo()
  assert.equal(me.cx, 0)
})

test("undoing a removal restores place and content", () => {
  const me = desk()
  me.act([remove("a")])
  me.undo()

  assert.deepEqual(me.document, me.start)
})

test("squashing keeps the last set of a property, and the order around other ops", () => {
  const ops = [set(1), set(2, "transform.cy"), set(3), remove("b"), set(4), set(5)]

  assert.deepEqual(squash(ops), [set(3), set(2, "transform.cy"), remove("b"), set(5)])
  const nested = [set(1, "meta.a.b"), set(2, "meta.a"), set(3, "meta.a.b")]
  assert.deepEqual(squash(nested), nested)
})
