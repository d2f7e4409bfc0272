import assert from "node:assert/strict"
import { test } from "node:test"

import { KEYS, commandOf, isSingle, isTyping, spell, strokeOf } from "canvas/keys"

const stroke = (code, mods = {}, mac = false) => strokeOf({ code, key: code, ...mods }, mac)

test("a letter is named by its place, so a Hangul layout works too", () => {
  assert.equal(strokeOf({ code: "KeyZ", key: "ㅋ", ctrlKey: true }, false), "mod+Z")
  assert.equal(strokeOf({ code: "KeyZ", key: "z", metaKey: true, shiftKey: true }, true), "mod+shift+Z")
})

test("undo, redo, nudge and the rest lead to their commands", () => {
  const found = [
    stroke("KeyZ", { ctrlKey: true }),
    stroke("KeyY", { ctrlKey: true }),
    stroke("ArrowLeft", { shiftKey: true }),
    stroke("Tab"),
    stroke("Digit4"),
    stroke("Slash", { shiftKey: true }),
  ]
  assert.deepEqual(
    found.map((each) => commandOf(each)),
    ["undo", "redo", "pushLeft", "next", "opacity4", "help"],
  )
})

test("single letters can be switched off, the others stay", () => {
  assert.equal(commandOf("T", { single: false, tools: { T: "tool:text" } }), null)
  assert.equal(commandOf("T", { tools: { T: "tool:text" } }), "tool:text")
  assert.equal(commandOf("4", { single: false }), null)
  assert.equal(commandOf("Delete", { single: false }), "remove")
  assert.deepEqual(["A", "shift+1", "mod+A", "Escape", "="].map(isSingle), [true, true, false, false, true])
})

test("whoever types has the keys, at every step of a Hangul composition too", () => {
  assert.ok(isTyping({ target: { tagName: "TEXTAREA" } }))
  assert.ok(isTyping({ isComposing: true, target: { tagName: "CANVAS" } }))
  assert.ok(isTyping({ keyCode: 229, target: { tagName: "CANVAS" } }))
  assert.ok(!isTyping({ keyCode: 65, target: { tagName: "CANVAS" } }))
})

test("strokes are written as people say them", () => {
  assert.deepEqual(
    ["mod+shift+Z", "ArrowUp", "+", "mod+=", "shift+/"].map((each) => spell(each, false)),
    ["Ctrl + Shift + Z", "↑", "+", "Ctrl + =", "?"],
  )
  assert.equal(spell("mod+alt+C", true), "⌘⌥C")
})

test("no command stands in the table by a name that is none", () => {
  for (const command of Object.values(KEYS)) assert.match(command, /^[a-zA-Z]+\d?$/)
})
