import assert from "node:assert/strict"
import { test } from "node:test"

import { rounding, trace } from "canvas/outline"

function traced(kind, w, h, options) {
  const points = []
  const path = {
    moveTo: (x, y) => points.push([x, y]),
    lineTo: (x, y) => points.push([x, y]),
    closePath() {},
    ellipse: (...args) => points.push(["ellipse", ...args]),
    roundRect: (...args) => points.push(["rect", ...args]),
  }
  trace(path, kind, w, h, options)
  return points
}

test("every cornered shape touches all four sides of its box", () => {
  for (const [kind, options] of [
    ["triangle"],
    ["polygon", { points: 6 }],
    ["polygon", { points: 5 }],
    ["star", { points: 5, inner: 0.4 }],
    ["arrow"],
  ]) {
    const points = traced(kind, 200, 80, options)
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
    const sides = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)].map(
      (value) => Math.round(value * 1e6) / 1e6,
    )
    assert.deepEqual(sides, [-100, 100, -40, 40], kind)
  }
})

test("a star has two corners per point, and a silly number of points is held back", () => {
  assert.equal(traced("star", 10, 10, { points: 5, inner: 0.5 }).length, 10)
  assert.equal(traced("polygon", 10, 10, { points: 1e9 }).length, 60)
})

test("a radius never exceeds half the shorter side", () => {
  assert.deepEqual([rounding(500, 100, 40), rounding(-3, 100, 40), rounding(7, 100, 40)], [20, 0, 7])
})
