import assert from "node:assert/strict"
import { test } from "node:test"

import { bounds, carried, corners, turn, upright } from "canvas/geometry"

const at = (cx, cy, w, h, angle = 0) => ({ cx, cy, w, h, angle, flipX: false, flipY: false })

test("a quarter turn clockwise sends right to down", () => {
  const { x, y } = turn({ x: 10, y: 0 }, { x: 0, y: 0 }, 90)
  assert.ok(Math.abs(x) < 1e-9 && Math.abs(y - 10) < 1e-9)
})

test("the box around a turned square is as wide as its diagonal", () => {
  const { w, h, cx, cy } = bounds([at(100, 50, 20, 20, 45)])
  assert.ok(Math.abs(w - 20 * Math.SQRT2) < 1e-9 && Math.abs(h - w) < 1e-9)
  assert.deepEqual([cx, cy], [100, 50])
})

test("corners start at the top left, whatever the turn", () => {
  assert.deepEqual(corners(at(0, 0, 4, 2)), [
    { x: -2, y: -1 },
    { x: 2, y: -1 },
    { x: 2, y: 1 },
    { x: -2, y: 1 },
  ])
})

test("what moves with a whole keeps its size, what grows with it grows around the whole's centre", () => {
  const moved = carried(at(10, 10, 4, 4), { from: { x: 0, y: 0 }, to: { x: 5, y: -5 } })
  assert.deepEqual([moved.cx, moved.cy, moved.w], [15, 5, 4])
  const grown = carried(at(10, 0, 4, 4), { from: { x: 0, y: 0 }, to: { x: 0, y: 0 }, scale: 2, turned: 90 })
  assert.deepEqual([grown.cx, grown.cy, grown.w, grown.angle], [0, 20, 8, 90])
})

test("there and back again is where it was", () => {
  const start = at(33.3, 71.9, 120, 40, 10)
  const motion = { from: { x: 50, y: 60 }, to: { x: 200, y: 90 }, scale: 1.7, turned: 33 }
  const back = { from: motion.to, to: motion.from, scale: 1 / 1.7, turned: -33 }
  const end = carried(carried(start, motion), back)
  for (const key of ["cx", "cy", "w", "h", "angle"]) assert.ok(Math.abs(end[key] - start[key]) < 0.05, key)
})

test("angles stay between -180 and 180", () => {
  assert.deepEqual([0, 180, 190, 359, -190, 720].map(upright), [0, 180, -170, -1, 170, 0])
})
