import assert from "node:assert/strict"
import { test } from "node:test"

import { consumed, shown, split } from "canvas/lines"
import { wrap } from "canvas/wrap"

const width = (word) => split(word).length * 10
const lines = (text, px, options) => wrap(text, px, width, options)
const skips = (text, px, options) => consumed(lines(text, px, options).map(split), split(text))

test("a break at a space swallows it, a newline too, a cut in a long word nothing", () => {
  assert.deepEqual(skips("하나 둘셋\n넷", 30), [1, 1, 0])
  assert.deepEqual(skips("가나다라마바", 30), [0, 0])
  assert.deepEqual(skips("가나다라 마", 30), [0, 0])
})

test("every grapheme is either on a line or swallowed, whatever the text", () => {
  for (const text of ["a  b", " 앞", "뒤 ", "\n\n", "가 나\n 다", "👩‍👩‍👧 가족 사진", "긴단어하나뿐", ""]) {
    for (const px of [20, 30, 70, 500]) {
      for (const balance of [false, true]) {
        const found = lines(text, px, { balance }).map(split)
        const total = found.flat().length + consumed(found, split(text)).reduce((sum, each) => sum + each, 0)
        assert.equal(total, split(text).length, JSON.stringify([text, px, balance]))
      }
    }
  }
})

test("capitals keep the count of letters, so the cursor stays right", () => {
  assert.deepEqual(shown(split("straße 가"), true), ["S", "T", "R", "A", "ß", "E", " ", "가"])
  assert.deepEqual(shown(split("ab"), false), ["a", "b"])
})
