import assert from "node:assert/strict"
import { test } from "node:test"

import {
  align,
  carry,
  copyOf,
  distribute,
  family,
  group,
  move,
  newId,
  remove,
  restack,
  sets,
  ungroup,
} from "canvas/edits"
import { line, shape, text } from "canvas/objects"
import { reduce } from "canvas/ops"

const PAGE = "page00000001"
const box = (id, x, y, w = 100, h = 100) => ({ ...shape("rect", { x, y, w, h }, { color: "#ff0000" }), id })
const words = (id, x, y) => ({ ...text({ x, y, w: 200, h: 50 }, { text: "글", fontSize: 40 }), id })
const page = (...objects) => ({
  id: PAGE,
  name: "",
  format: "custom",
  width: 1000,
  height: 800,
  background: { type: "solid", color: "#ffffff" },
  objects,
  meta: {},
  ext: {},
})
const paper = (...objects) => ({
  schema: "sparklio.doc/1",
  title: "",
  lang: "ko",
  pages: [page(...objects)],
  meta: {},
  ext: {},
})
const after = (document, ops) => reduce(document, ops).document.pages[0].objects
const ids = (objects) => objects.map(({ id }) => id)

const A = "aaaaaaaaaaaa"
const B = "bbbbbbbbbbbb"
const C = "cccccccccccc"

test("ids are twelve letters and digits, and new", () => {
  const made = new Set(Array.from({ length: 200 }, newId))
  assert.equal(made.size, 200)
  for (const id of made) assert.match(id, /^[a-z0-9]{12}$/)
})

test("a value that is there already makes no op", () => {
  const object = box(A, 10, 10)
  assert.deepEqual(sets(PAGE, object, { "transform.cx": 10, "style.fill": { type: "solid", color: "#ff0000" } }), [])
  assert.deepEqual(sets(PAGE, object, { "transform.cx": 11 }), [
    { op: "object.set", page: PAGE, id: A, path: "transform.cx", value: 11 },
  ])
})

test("a group moves with all that stands in it", () => {
  const parts = [box(A, 100, 100), words(B, 300, 100)]
  const { ops, id } = group(PAGE, parts, [A, B], "")
  const document = reduce(paper(...parts), ops).document
  const moved = after(document, move(PAGE, document.pages[0].objects[0], 50, -20))
  assert.equal(moved[0].id, id)
  assert.deepEqual(
    family(moved[0])
      .map(({ transform: { cx, cy } }) => [cx, cy])
      .slice(1),
    [
      [150, 80],
      [350, 80],
    ],
  )
})

test("what grows as part of a whole grows its letters, corners and edges too", () => {
  const object = {
    ...words(A, 100, 100),
    style: { ...words(A, 0, 0).style, radius: 10, stroke: { color: "#000000", width: 4, dash: [] } },
  }
  const grown = after(paper(object), carry(PAGE, object, { from: { x: 0, y: 0 }, to: { x: 0, y: 0 }, scale: 2 }))[0]
  assert.deepEqual(
    [grown.props.fontSize, grown.style.radius, grown.style.stroke.width, grown.transform.w],
    [80, 20, 8, 400],
  )
})

test("grouping puts the group where the topmost part stood, ungrouping puts the parts back", () => {
  const objects = [box(A, 0, 0), box(B, 10, 0), box(C, 20, 0)]
  const { ops, id } = group(PAGE, objects, [A, B], "")
  const grouped = reduce(paper(...objects), ops)
  assert.deepEqual(ids(grouped.document.pages[0].objects), [id, C])
  const back = after(
    grouped.document,
    ungroup(PAGE, grouped.document.pages[0].objects, grouped.document.pages[0].objects[0]),
  )
  assert.deepEqual(ids(back), [A, B, C])
  assert.deepEqual(reduce(grouped.document, grouped.inverse).document, paper(...objects))
})

test("a copy has ids of its own, down to the last part", () => {
  const { ops } = group(PAGE, [box(A, 0, 0), box(B, 10, 0)], [A, B], "")
  const made = ops.at(-1).object
  const copy = copyOf(made, 5)
  assert.equal(new Set([...family(made), ...family(copy)].map(({ id }) => id)).size, 6)
  assert.equal(copy.children[0].transform.cx, 5)
})

test("the stack changes by one, or to an end, and what is chosen keeps its order", () => {
  const objects = [box(A, 0, 0), box(B, 0, 0), box(C, 0, 0)]
  const order = (chosen, way) => ids(after(paper(...objects), restack(PAGE, objects, chosen, way)))
  assert.deepEqual(order([A], "forward"), [B, A, C])
  assert.deepEqual(order([A, B], "forward"), [C, A, B])
  assert.deepEqual(order([A, B], "front"), [C, A, B])
  assert.deepEqual(order([C], "back"), [C, A, B])
  assert.deepEqual(order([B, C], "backward"), [B, C, A])
  assert.deepEqual(restack(PAGE, objects, [C], "forward"), [])
})

test("one object is aligned with the page, several with each other", () => {
  const one = box(A, 300, 300)
  assert.equal(after(paper(one), align(page(one), [one], "center"))[0].transform.cx, 500)
  const two = [box(A, 100, 100), box(B, 400, 300, 200, 100)]
  assert.deepEqual(
    after(paper(...two), align(page(...two), two, "left")).map(({ transform: { cx, w } }) => cx - w / 2),
    [50, 50],
  )
  assert.deepEqual(
    after(paper(...two), align(page(...two), two, "bottom")).map(({ transform: { cy, h } }) => cy + h / 2),
    [350, 350],
  )
})

test("gaps become equal between the outermost two", () => {
  const three = [box(A, 50, 0), box(B, 180, 0), box(C, 550, 0)]
  const placed = after(paper(...three), distribute(PAGE, three, "x"))
  assert.deepEqual(
    placed.map(({ transform }) => transform.cx),
    [50, 300, 550],
  )
  assert.deepEqual(distribute(PAGE, three.slice(0, 2), "x"), [])
})

test("removing several is undone in one go, each where it was", () => {
  const objects = [box(A, 0, 0), words(B, 0, 0), line({ x: 0, y: 0, w: 10, h: 2 }, { color: "#000000" })]
  const { document, inverse } = reduce(paper(...objects), remove(PAGE, [objects[0], objects[2]]))
  assert.deepEqual(ids(document.pages[0].objects), [B])
  assert.deepEqual(reduce(document, inverse).document, paper(...objects))
})
