import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"

import { graphemes, isOrphan, wrap } from "../../static/js/canvas/wrap.js"

const { widths, cases } = JSON.parse(readFileSync(new URL("../vectors/wrap.json", import.meta.url)))

const KINDS = [
  ["hangul", /^[가-힣]/],
  ["latin", /^[A-Za-z]/],
  ["digit", /^[0-9]/],
  ["space", /^ /],
]
const widthOf = (cluster) => widths[KINDS.find(([, form]) => form.test(cluster))?.[0] ?? "other"]
const measureWith = (tracking) => (text) => {
  const clusters = graphemes(text)
  return clusters.reduce((sum, cluster) => sum + widthOf(cluster), 0) + tracking * (clusters.length - 1)
}

for (const { name, text, width, balance, tracking = 0, lines } of cases) {
  test(`wrap ${name}`, () => {
    assert.deepEqual(wrap(text, width, measureWith(tracking), { balance, tracking }), lines)
  })
}

test("a lonely syllable is one letter, whatever punctuation stands beside it", () => {
  assert.deepEqual(["봐", "요.", "!", "“봐”"].map(isOrphan), [true, true, true, true])
  assert.deepEqual(["봐요", "X1", "5월"].map(isOrphan), [false, false, false])
})
