// canvas/commands — every verb of the editor by name: what it needs, what it does. Keys, buttons and menus all come here.
import { align, carry, copyOf, distribute, group, move, remove, restack, sets, ungroup } from "canvas/edits"
import { bounds } from "canvas/geometry"
import { addBeside, openGroup } from "canvas/gestures"
import { turnTo } from "canvas/pages"

const STEP = 1 // page px
const LEAP = 10
const COPY_OFFSET = 24

const always = () => true
const may = (editor) => !editor.readOnly
const some = (editor) => may(editor) && editor.chosen.length > 0
const several = (editor) => may(editor) && editor.chosen.length > 1
const texts = (editor) => may(editor) && editor.chosen.some(({ type }) => type === "text")
const free = (lock) => (editor) => editor.chosen.filter(({ locks, transform }) => transform && !locks?.[lock])
const movable = free("move")
const removable = free("remove")

/** @type {Object<string, {ready: (editor: object) => boolean, run: (editor: object) => void}>} */
export const COMMANDS = {
  undo: { ready: (e) => may(e) && (e.session.history.canUndo || Boolean(e.easel.editing)), run: (e) => turn(e, "undo") },
  redo: { ready: (e) => may(e) && e.session.history.canRedo, run: (e) => turn(e, "redo") },
  save: { ready: may, run: (e) => e.saving.flush() },

  remove: { ready: some, run: (e) => say(e, "removed", remove(e.page.id, removable(e))) },
  duplicate: { ready: some, run: duplicate },
  selectAll: { ready: always, run: (e) => e.easel.select(e.siblings.filter((o) => o.visible !== false && !o.locks?.select && !o.locks?.move).map(({ id }) => id)) },
  next: { ready: always, run: (e) => step(e, 1) },
  previous: { ready: always, run: (e) => step(e, -1) },
  enter: { ready: (e) => e.chosen.length === 1, run: enter },
  leave: { ready: (e) => Boolean(e.easel.isolated), run: leave },
  escape: { ready: always, run: escape },

  group: { ready: (e) => several(e) && !e.easel.isolated, run: makeGroup },
  ungroup: { ready: (e) => may(e) && e.chosen.some(({ type }) => type === "group"), run: breakGroups },
  lock: { ready: some, run: (e) => toggleLock(e, e.chosen) },
  hide: { ready: some, run: (e) => toggleVisible(e, e.chosen) },

  bold: { ready: texts, run: (e) => style(e, "props.fontWeight", ({ props }) => (props.fontWeight >= 600 ? 400 : 700)) },
  italic: { ready: texts, run: (e) => style(e, "props.fontStyle", ({ props }) => (props.fontStyle === "italic" ? "normal" : "italic")) },
  underline: { ready: texts, run: (e) => style(e, "props.underline", ({ props }) => !props.underline) },
  copyStyle: { ready: some, run: (e) => (e.heldStyle = e.chosen[0]) },
  pasteStyle: { ready: (e) => some(e) && Boolean(e.heldStyle), run: pasteStyle },
  flipX: { ready: some, run: (e) => flip(e, "flipX") },
  flipY: { ready: some, run: (e) => flip(e, "flipY") },
  turnRight: { ready: some, run: (e) => quarter(e, 90) },

  distributeX: { ready: (e) => may(e) && e.chosen.length > 2, run: (e) => say(e, "spread", distribute(e.page.id, movable(e), "x")) },
  distributeY: { ready: (e) => may(e) && e.chosen.length > 2, run: (e) => say(e, "spread", distribute(e.page.id, movable(e), "y")) },

  zoomIn: { ready: always, run: (e) => e.easel.view.zoomIn() },
  zoomOut: { ready: always, run: (e) => e.easel.view.zoomOut() },
  zoomFit: { ready: always, run: (e) => e.easel.view.fit() },
  zoomActual: { ready: always, run: (e) => e.easel.view.zoomTo(1) },
  zoomSelection: { ready: (e) => e.chosen.length > 0, run: frameChosen },
  help: { ready: always, run: (e) => e.root.querySelector("[data-help]").showModal() },
  nextPage: { ready: (e) => e.session.document.pages.length > 1, run: (e) => turnPage(e, 1) },
  previousPage: { ready: (e) => e.session.document.pages.length > 1, run: (e) => turnPage(e, -1) },
}

for (const [name, edge] of Object.entries({ alignLeft: "left", alignCenter: "center", alignRight: "right", alignTop: "top", alignMiddle: "middle", alignBottom: "bottom" })) {
  COMMANDS[name] = { ready: some, run: (e) => say(e, "aligned", align(e.page, movable(e), edge)) }
}
for (const way of ["front", "back", "forward", "backward"]) {
  COMMANDS[way] = { ready: some, run: (e) => say(e, "restacked", restack(e.page.id, e.siblings, e.chosen.map(({ id }) => id), way)) }
}
for (const [name, [dx, dy]] of Object.entries({ Left: [-1, 0], Right: [1, 0], Up: [0, -1], Down: [0, 1] })) {
  COMMANDS[`nudge${name}`] = { ready: some, run: (e) => nudge(e, dx * STEP, dy * STEP) }
  COMMANDS[`push${name}`] = { ready: some, run: (e) => nudge(e, dx * LEAP, dy * LEAP) }
}
for (let digit = 0; digit < 10; digit += 1) {
  COMMANDS[`opacity${digit}`] = { ready: some, run: (e) => style(e, "style.opacity", () => (digit ? digit / 10 : 1)) }
}

/** Buttons with data-command do what it says; ones that cannot do anything now are off. */
export function bindCommands(editor) {
  const { root } = editor
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-command]")
    if (button && !button.disabled) editor.run(button.dataset.command)
  })
  root.addEventListener("editor:refreshed", () => {
    for (const button of root.querySelectorAll("[data-command]")) button.disabled = !COMMANDS[button.dataset.command].ready(editor)
  })
}

function say(editor, word, ops, options = {}) {
  if (editor.change(ops, { label: editor.say(word), ...options })) editor.announce(editor.say(word))
}

function turn(editor, way) {
  editor.easel.stopEditing()
  const label = editor.session[way]()
  if (label !== null) editor.announce(editor.say(way === "undo" ? "undone" : "redone", { what: label }))
}

function nudge(editor, dx, dy) {
  const ops = movable(editor).flatMap((object) => move(editor.page.id, object, dx, dy))
  editor.change(ops, { label: editor.say("moved"), join: "nudge" })
}

function duplicate(editor) {
  const made = editor.chosen.map((object) => copyOf(object, COPY_OFFSET))
  say(editor, "copied", made.flatMap((object) => addBeside(editor, object)))
  editor.easel.select(made.map(({ id }) => id))
}

function makeGroup(editor) {
  const { ops, id } = group(editor.page.id, editor.siblings, editor.chosen.map((each) => each.id), "")
  say(editor, "grouped", ops)
  editor.easel.select([id])
}

function breakGroups(editor) {
  const groups = editor.chosen.filter(({ type }) => type === "group")
  const parts = groups.flatMap(({ children }) => children.map(({ id }) => id))
  for (const each of groups) say(editor, "ungrouped", ungroup(editor.page.id, editor.page.objects, each))
  editor.easel.select(parts)
}

/** @param {object[]} objects */
export function toggleLock(editor, objects) {
  const locked = !objects.every(({ locks }) => locks?.move)
  const values = Object.fromEntries(["move", "resize", "remove", "content", "style"].map((lock) => [`locks.${lock}`, locked]))
  say(editor, locked ? "locked" : "unlocked", objects.filter(({ locks }) => locks).flatMap((object) => sets(editor.page.id, object, values)))
}

/** @param {object[]} objects */
export function toggleVisible(editor, objects) {
  const visible = objects.every((object) => object.visible === false)
  say(editor, visible ? "shown" : "hidden", objects.flatMap((object) => sets(editor.page.id, object, { visible })))
}

function style(editor, path, value) {
  const objects = free("style")(editor).filter((object) => !path.startsWith("props.") || object.type === "text")
  say(editor, "styled", objects.flatMap((object) => sets(editor.page.id, object, { [path]: value(object) })))
}

function pasteStyle(editor) {
  const { style: looks, type, props } = editor.heldStyle
  const letters = ["fontFamily", "fontSize", "fontWeight", "fontStyle", "align", "lineHeight", "letterSpacing", "underline", "uppercase"]
  const ops = free("style")(editor).flatMap((object) => {
    const values = Object.fromEntries(Object.entries(looks).map(([key, value]) => [`style.${key}`, value]))
    if (type === "text" && object.type === "text") for (const key of letters) values[`props.${key}`] = props[key]
    return sets(editor.page.id, object, values)
  })
  say(editor, "styled", ops)
}

function flip(editor, side) {
  say(editor, "flipped", movable(editor).flatMap((object) => sets(editor.page.id, object, { [`transform.${side}`]: !object.transform[side] })))
}

function quarter(editor, degrees) {
  const ops = movable(editor).flatMap((object) => {
    const centre = { x: object.transform.cx, y: object.transform.cy }
    return carry(editor.page.id, object, { from: centre, to: centre, turned: degrees })
  })
  say(editor, "turned", ops)
}

function step(editor, by) {
  const ids = editor.siblings.filter((object) => object.visible !== false && !object.locks?.select).map(({ id }) => id)
  if (!ids.length) return
  const at = ids.indexOf(editor.easel.selected.at(-1))
  const next = at < 0 ? (by > 0 ? 0 : ids.length - 1) : (at + by + ids.length) % ids.length
  editor.easel.select([ids[next]])
}

function enter(editor) {
  const [object] = editor.chosen
  if (object.type === "group") openGroup(editor, object.id)
  else if (object.type === "text") editor.easel.editText(object.id, { all: true })
}

function leave(editor) {
  const id = editor.easel.isolated
  editor.easel.isolate(null)
  editor.easel.select([id])
  editor.refresh()
}

// One step per press: the drag, the words, the group, the selection; then Tab belongs to the page again.
function escape(editor) {
  if (editor.easel.cancelGesture()) return
  if (editor.easel.isolated) return leave(editor)
  if (editor.easel.selected.length) return editor.easel.select([])
  editor.releaseTab()
}

function frameChosen(editor) {
  editor.easel.view.frame(bounds(editor.chosen.map(({ transform }) => transform).filter(Boolean)))
}

function turnPage(editor, by) {
  const { pages } = editor.session.document
  const at = pages.findIndex(({ id }) => id === editor.page.id)
  turnTo(editor, pages[(at + by + pages.length) % pages.length].id)
}
