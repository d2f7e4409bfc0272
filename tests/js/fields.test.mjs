import assert from "node:assert/strict"
import { test } from "node:test"

import { lockOf, opsFor, valueOf } from "canvas/fields"
import { object, shape, text } from "canvas/objects"
import { reduce } from "canvas/ops"
import { refit } from "canvas/refit"

const page = (...objects) => ({
  id: "page00000001",
  name: "",
  format: "custom",
  width: 1000,
  height: 800,
  background: { type: "solid", color: "#ffffff" },
  objects,
  meta: {},
  ext: {},
})
const given = (one, name, value) => {
  const paper = { pages: [page(one)] }
  return reduce(paper, opsFor(name, paper.pages[0], one, value)).document.pages[0].objects[0]
}
const box = shape("rect", { x: 100, y: 100, w: 60, h: 40 }, { color: "#ff0000" })
const photo = object(
  "image",
  { x: 100, y: 100, w: 100, h: 100 },
  {
    role: "product-image",
    props: { asset: null, natural: { w: 400, h: 200 }, crop: { x: 0.25, y: 0, w: 0.5, h: 1 }, alt: "" },
  },
)

test("X and Y are the left top corner", () => {
  assert.deepEqual([valueOf("x", box), valueOf("y", box)], [70, 80])
  assert.deepEqual(given(box, "x", 0).transform.cx, 30)
})

test("an outline is one value: its width makes it, zero takes it away", () => {
  const lined = given(box, "strokeWidth", 6)
  assert.deepEqual(lined.style.stroke, { color: "#111111", width: 6, dash: [] })
  assert.equal(given(lined, "strokeColor", "#00ff00").style.stroke.color, "#00ff00")
  assert.equal(given(lined, "strokeWidth", 0).style.stroke, null)
})

test("a shadow is chosen by name and known again", () => {
  for (const name of ["none", "soft", "strong"])
    assert.equal(valueOf("shadow", given(box, "shadow", name), page()), name)
})

test("a picture is zoomed and slid inside its frame", () => {
  assert.equal(valueOf("zoom", photo, page()), 1)
  const near = given(photo, "zoom", 2)
  assert.deepEqual(near.props.crop, { x: 0.375, y: 0.25, w: 0.25, h: 0.5 })
  assert.deepEqual(given(near, "panX", 1).props.crop.x, 0.75)
  assert.equal(valueOf("panX", given(near, "panX", 1), page()), 1)
})

test("a field that an object does not have is undefined", () => {
  assert.equal(valueOf("props.fontSize", box, page()), undefined)
  assert.equal(valueOf("zoom", box, page()), undefined)
})

test("places, sizes, words and looks are locked apart", () => {
  assert.deepEqual(["x", "transform.w", "props.text", "zoom", "fill", "props.fontSize"].map(lockOf), [
    "move",
    "resize",
    "content",
    "content",
    "style",
    "style",
  ])
})

test("a box that hugs its words goes on hugging them, a larger one only grows", () => {
  const at = text({ x: 100, y: 100, w: 200, h: 50 }, {}).transform
  assert.deepEqual(refit(at, "top", 50, 80), { "transform.h": 80, "transform.cx": 100, "transform.cy": 115 })
  assert.deepEqual(refit(at, "bottom", 50, 80), { "transform.h": 80, "transform.cx": 100, "transform.cy": 85 })
  assert.deepEqual(refit(at, "middle", 50, 30), { "transform.h": 30, "transform.cx": 100, "transform.cy": 100 })
  assert.deepEqual(refit(at, "top", 20, 40), {})
  assert.deepEqual(refit({ ...at, angle: 90 }, "top", 50, 80), {
    "transform.h": 80,
    "transform.cx": 85,
    "transform.cy": 100,
  })
})
