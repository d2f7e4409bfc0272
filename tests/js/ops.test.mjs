import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"

import { BadOp, Misfit, find, reduce, reduceWhatFits, valueAt } from "canvas/ops"

const { start, cases } = JSON.parse(readFileSync(new URL("../vectors/ops.json", import.meta.url), "utf8"))
const copy = (value) => JSON.parse(JSON.stringify(value))

for (const { name, ops, after, inverse, error } of cases) {
  test(name, () => {
    const document = copy(start)
    if (error) {
      assert.throws(() => reduce(document, ops), { misfit: Misfit, bad: BadOp }[error])
    } else {
      const made = reduce(document, ops)
      assert.deepEqual(made.document, after)
      assert.deepEqual(made.inverse, inverse)
      assert.deepEqual(reduce(made.document, made.inverse).document, start)
    }
    assert.deepEqual(document, start)
  })
}

test("what an op does not touch is shared with the document before it", () => {
  const { document } = reduce(start, [{ op: "object.set", page: "p1", id: "a", path: "name", value: "x" }])

  assert.equal(document.pages[1], start.pages[1])
  assert.equal(document.pages[0].objects[1], start.pages[0].objects[1])
})

test("a path cannot reach the prototype", () => {
  const op = { op: "document.set", path: "meta.__proto__.polluted", value: true }

  assert.throws(() => reduce(start, [op]), BadOp)
  assert.equal({}.polluted, undefined)
})

test("ops on what others removed are left out and named", () => {
  const set = (id) => ({ op: "object.set", page: "p1", id, path: "name", value: "x" })

  const { document, inverse, left } = reduceWhatFits(start, [set("a"), set("gone"), set("b")])

  assert.equal(find(document, "b").name, "x")
  assert.deepEqual(left, [set("gone")])
  assert.deepEqual(reduce(document, inverse).document, start)
})

test("a value is found at its path", () => {
  assert.equal(valueAt(find(start, "b"), "meta.tag"), "x")
  assert.equal(valueAt(find(start, "b"), "meta.tag.deeper"), undefined)
  assert.equal(find(start, "zz"), null)
})

test("one op on a page of 1,000 objects takes less than 5 ms", () => {
  const objects = Array.from({ length: 1000 }, (_, n) => ({ id: `o${n}`, type: "text", transform: { cx: n } }))
  let document = { pages: [{ id: "p", objects }] }
  const began = performance.now()

  for (let n = 0; n < 100; n++)
    document = reduce(document, [{ op: "object.set", page: "p", id: "o900", path: "transform.cx", value: n }]).document

  assert.ok((performance.now() - began) / 100 < 5)
})
