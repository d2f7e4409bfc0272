// How well colours read, and what a person may type for one.

import assert from "node:assert/strict"
import { test } from "node:test"

const { bestOn, contrast, hexOf } = await import("../../static/js/contrast.js")

test("black on white is 21 to 1, a colour on itself 1 to 1", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21)
  assert.equal(contrast("#8a4b22", "#8a4b22"), 1)
})

test("contrast is the same both ways round, and the WCAG value", () => {
  assert.equal(contrast("#767676", "#ffffff"), contrast("#ffffff", "#767676"))
  assert.equal(contrast("#767676", "#ffffff").toFixed(2), "4.54")
})

test("a colour may be typed short, bare or in capitals", () => {
  assert.deepEqual(
    ["#abc", "abc", "AABBCC", " #AaBbCc "].map(hexOf),
    ["#aabbcc", "#aabbcc", "#aabbcc", "#aabbcc"],
  )
})

test("what is no colour is none", () => {
  assert.deepEqual(["", "red", "#12345", "#1234567", "#ggg"].map(hexOf), [null, null, null, null, null])
})

test("the ink that reads best is taken", () => {
  assert.equal(bestOn("#1f3a5f", ["#16202c", "#ffffff"]), "#ffffff")
})
