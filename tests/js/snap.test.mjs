import assert from "node:assert/strict"
import { test } from "node:test"

import { box } from "canvas/geometry"
import { linesOf, snapAngle, snapBox, snapEdge } from "canvas/snap"

const PAGE = { width: 1000, height: 800 }
const SAFE = { top: 40, right: 60, bottom: 40, left: 60 }

test("a box snaps to the middle of the page, and says where", () => {
  const { dx, dy, guides } = snapBox(box(447, 100, 547, 200), linesOf(PAGE, []), 6)
  assert.deepEqual([dx, dy], [3, 0])
  assert.deepEqual(guides, [{ axis: "x", at: 500 }])
})

test("the nearest line wins, of edges, margins and other objects alike", () => {
  const lines = linesOf(PAGE, [box(300, 300, 400, 400)], SAFE)
  assert.equal(snapBox(box(62, 300, 82, 320), lines, 6).dx, -2)
  assert.equal(snapBox(box(298, 0, 318, 20), lines, 6).dx, 2)
  assert.equal(snapBox(box(388, 0, 398, 20), lines, 6).dx, 2)
})

test("nothing snaps from further away than the reach", () => {
  assert.deepEqual(snapBox(box(210, 110, 230, 130), linesOf(PAGE, []), 6), { dx: 0, dy: 0, guides: [] })
})

test("an edge that is pulled snaps too", () => {
  assert.deepEqual(snapEdge(496, linesOf(PAGE, []), "x", 6), { at: 500, guide: { axis: "x", at: 500 } })
  assert.equal(snapEdge(480, linesOf(PAGE, []), "x", 6), null)
})

test("a turn snaps to its step within reach", () => {
  assert.deepEqual(
    [44, 46.9, 50].map((angle) => snapAngle(angle, 15, 15)),
    [45, 45, 45],
  )
  assert.deepEqual(
    [89, 85].map((angle) => snapAngle(angle, 90, 2)),
    [90, 85],
  )
})
