// canvas/commands — every command of the editor by name: when it can be given, what it does. Keys and buttons all come here.
import * as does from "canvas/verbs"

const STEP = 1 // page px
const LEAP = 10

const always = () => true
const may = (editor) => !editor.readOnly
const some = (editor) => may(editor) && editor.chosen.length > 0
const several = (editor) => may(editor) && editor.chosen.length > 1
const three = (editor) => may(editor) && editor.chosen.length > 2
const texts = (editor) => may(editor) && editor.chosen.some(({ type }) => type === "text")
const groups = (editor) => may(editor) && editor.chosen.some(({ type }) => type === "group")
const pages = (editor) => editor.session.document.pages.length > 1

/** @type {Object<string, {ready: (editor: object) => boolean, run: (editor: object) => void}>} */
export const COMMANDS = {
  undo: {
    ready: (e) => may(e) && (e.session.history.canUndo || Boolean(e.easel.editing)),
    run: (e) => does.turn(e, "undo"),
  },
  redo: { ready: (e) => may(e) && e.session.history.canRedo, run: (e) => does.turn(e, "redo") },
  save: { ready: may, run: (e) => e.saving.flush() },

  selectAll: { ready: always, run: does.selectAll },
  next: { ready: always, run: (e) => does.step(e, 1) },
  previous: { ready: always, run: (e) => does.step(e, -1) },
  enter: { ready: (e) => e.chosen.length === 1, run: does.enter },
  leave: { ready: (e) => Boolean(e.easel.isolated), run: does.leave },
  escape: { ready: always, run: does.escape },

  remove: { ready: some, run: does.removeChosen },
  duplicate: { ready: some, run: does.duplicate },
  group: { ready: (e) => several(e) && !e.easel.isolated, run: does.makeGroup },
  ungroup: { ready: groups, run: does.breakGroups },
  lock: { ready: some, run: (e) => does.toggleLock(e, e.chosen) },
  hide: { ready: some, run: (e) => does.toggleVisible(e, e.chosen) },

  bold: { ready: texts, run: (e) => does.letters(e, "fontWeight", (weight) => (weight >= 600 ? 400 : 700)) },
  italic: {
    ready: texts,
    run: (e) => does.letters(e, "fontStyle", (now) => (now === "italic" ? "normal" : "italic")),
  },
  underline: { ready: texts, run: (e) => does.letters(e, "underline", (now) => !now) },
  copyStyle: { ready: some, run: (e) => (e.heldStyle = e.chosen[0]) },
  pasteStyle: { ready: (e) => some(e) && Boolean(e.heldStyle), run: does.pasteStyle },
  flipX: { ready: some, run: (e) => does.flip(e, "flipX") },
  flipY: { ready: some, run: (e) => does.flip(e, "flipY") },
  turnRight: { ready: some, run: (e) => does.quarter(e, 90) },
  distributeX: { ready: three, run: (e) => does.spread(e, "x") },
  distributeY: { ready: three, run: (e) => does.spread(e, "y") },

  zoomIn: { ready: always, run: (e) => e.easel.view.zoomIn() },
  zoomOut: { ready: always, run: (e) => e.easel.view.zoomOut() },
  zoomFit: { ready: always, run: (e) => e.easel.view.fit() },
  zoomActual: { ready: always, run: (e) => e.easel.view.zoomTo(1) },
  zoomSelection: { ready: (e) => e.chosen.length > 0, run: does.frameChosen },
  nextPage: { ready: pages, run: (e) => does.turnPage(e, 1) },
  previousPage: { ready: pages, run: (e) => does.turnPage(e, -1) },
  help: { ready: always, run: (e) => e.root.querySelector("[data-help]").showModal() },
}

for (const edge of ["Left", "Center", "Right", "Top", "Middle", "Bottom"]) {
  COMMANDS[`align${edge}`] = { ready: some, run: (e) => does.line(e, edge.toLowerCase()) }
}
for (const way of ["front", "back", "forward", "backward"]) {
  COMMANDS[way] = { ready: some, run: (e) => does.stack(e, way) }
}
for (const [name, dx, dy] of [
  ["Left", -1, 0],
  ["Right", 1, 0],
  ["Up", 0, -1],
  ["Down", 0, 1],
]) {
  COMMANDS[`nudge${name}`] = { ready: some, run: (e) => does.nudge(e, dx * STEP, dy * STEP) }
  COMMANDS[`push${name}`] = { ready: some, run: (e) => does.nudge(e, dx * LEAP, dy * LEAP) }
}
for (let digit = 0; digit < 10; digit += 1) {
  COMMANDS[`opacity${digit}`] = { ready: some, run: (e) => does.fade(e, digit ? digit / 10 : 1) }
}

/** Buttons with data-command do what it says; ones that cannot do anything now are off. */
export function bindCommands(editor) {
  const { root } = editor
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-command]")
    if (button && !button.disabled) editor.run(button.dataset.command)
  })
  root.addEventListener("editor:refreshed", () => {
    for (const button of root.querySelectorAll("[data-command]")) {
      button.disabled = !COMMANDS[button.dataset.command].ready(editor)
    }
  })
}
