import assert from "node:assert/strict"
import { test } from "node:test"

import { cover, panned, reframe, zoomOf, zoomed } from "canvas/crop"

const WIDE = { w: 400, h: 200 }
const SQUARE = { w: 100, h: 100 }
const WHOLE = { x: 0, y: 0, w: 1, h: 1 }
const inside = ({ x, y, w, h }) => x >= 0 && y >= 0 && x + w <= 1.000001 && y + h <= 1.000001
const shape = ({ w, h }, natural) => (w * natural.w) / (h * natural.h)

test("a new picture fills its frame around its subject", () => {
  assert.deepEqual(cover(WIDE, SQUARE), { x: 0.25, y: 0, w: 0.5, h: 1 })
  assert.deepEqual(cover(WIDE, SQUARE, { x: 1, y: 0.5 }), { x: 0.5, y: 0, w: 0.5, h: 1 })
})

test("a frame pulled narrower shows less of the picture, at the same size", () => {
  assert.deepEqual(reframe(WHOLE, WIDE, { w: 400, h: 200 }, { w: 200, h: 200 }), { x: 0.25, y: 0, w: 0.5, h: 1 })
})

test("a frame pulled wider than the picture still never stretches it", () => {
  for (const [w, h] of [
    [900, 100],
    [50, 700],
    [333, 77],
  ]) {
    const crop = reframe({ x: 0.1, y: 0.1, w: 0.3, h: 0.6 }, WIDE, SQUARE, { w, h })
    assert.ok(inside(crop))
    assert.ok(Math.abs(shape(crop, WIDE) - w / h) < 0.001)
  }
})

test("zoom goes in around what is seen and comes back", () => {
  const near = zoomed(cover(WIDE, SQUARE), WIDE, SQUARE, 2)
  assert.deepEqual(near, { x: 0.375, y: 0.25, w: 0.25, h: 0.5 })
  assert.equal(zoomOf(near, WIDE, SQUARE), 2)
  assert.deepEqual(zoomed(near, WIDE, SQUARE, 1), cover(WIDE, SQUARE))
})

test("panning stops at the picture's edge", () => {
  assert.deepEqual(panned({ x: 0.25, y: 0, w: 0.5, h: 1 }, 0.9, 0.9), { x: 0.5, y: 0, w: 0.5, h: 1 })
})
