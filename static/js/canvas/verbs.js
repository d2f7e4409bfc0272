// canvas/verbs — what the commands do to what is selected: each makes ops, says what it did, and minds the locks.
import { align, carry, copyOf, distribute, group, move, remove, restack, sets, ungroup } from "canvas/edits"
import { bounds } from "canvas/geometry"
import { addBeside, openGroup } from "canvas/gestures"
import { turnTo } from "canvas/pages"

const COPY_OFFSET = 24 // page px
const LOCKS = ["move", "resize", "remove", "content", "style"]
const LETTERS = [
  "fontFamily",
  "fontSize",
  "fontWeight",
  "fontStyle",
  "align",
  "lineHeight",
  "letterSpacing",
  "underline",
  "uppercase",
]

/** What is selected and may be touched in this way. */
const free = (editor, lock) => editor.chosen.filter(({ locks, transform }) => transform && !locks?.[lock])

export function turn(editor, way) {
  editor.easel.stopEditing()
  const label = editor.session[way]()
  if (label !== null) editor.announce(editor.say(way === "undo" ? "undone" : "redone", { what: label }))
}

export function nudge(editor, dx, dy) {
  const ops = free(editor, "move").flatMap((object) => move(editor.page.id, object, dx, dy))
  editor.change(ops, { label: editor.say("moved"), join: "nudge" })
}

export function line(editor, edge) {
  did(editor, "aligned", align(editor.page, free(editor, "move"), edge))
}

export function spread(editor, axis) {
  did(editor, "spread", distribute(editor.page.id, free(editor, "move"), axis))
}

export function stack(editor, way) {
  const chosen = editor.chosen.map(({ id }) => id)
  did(editor, "restacked", restack(editor.page.id, editor.siblings, chosen, way))
}

export function removeChosen(editor) {
  did(
    editor,
    "removed",
    remove(
      editor.page.id,
      editor.chosen.filter(({ locks }) => !locks?.remove),
    ),
  )
}

export function duplicate(editor) {
  const made = editor.chosen.map((object) => copyOf(object, COPY_OFFSET))
  did(
    editor,
    "copied",
    made.flatMap((object) => addBeside(editor, object)),
  )
  editor.easel.select(made.map(({ id }) => id))
}

export function makeGroup(editor) {
  const { ops, id } = group(editor.page.id, editor.siblings, editor.easel.selected, "")
  did(editor, "grouped", ops)
  editor.easel.select([id])
}

export function breakGroups(editor) {
  const groups = editor.chosen.filter(({ type }) => type === "group")
  for (const each of groups) did(editor, "ungrouped", ungroup(editor.page.id, editor.page.objects, each))
  editor.easel.select(groups.flatMap(({ children }) => children.map(({ id }) => id)))
}

/** @param {object[]} objects */
export function toggleLock(editor, objects) {
  const locked = !objects.every(({ locks }) => locks?.move)
  const values = Object.fromEntries(LOCKS.map((lock) => [`locks.${lock}`, locked]))
  const ops = objects.filter(({ locks }) => locks).flatMap((object) => sets(editor.page.id, object, values))
  did(editor, locked ? "locked" : "unlocked", ops)
}

/** @param {object[]} objects */
export function toggleVisible(editor, objects) {
  const visible = objects.every((object) => object.visible === false)
  did(
    editor,
    visible ? "shown" : "hidden",
    objects.flatMap((object) => sets(editor.page.id, object, { visible })),
  )
}

/** @param {(now: *) => *} change of one property of texts */
export function letters(editor, name, change) {
  const texts = free(editor, "style").filter(({ type }) => type === "text")
  const ops = texts.flatMap((object) =>
    sets(editor.page.id, object, { [`props.${name}`]: change(object.props[name]) }),
  )
  did(editor, "styled", ops)
}

export function fade(editor, opacity) {
  const objects = free(editor, "style")
  did(
    editor,
    "styled",
    objects.flatMap((object) => sets(editor.page.id, object, { "style.opacity": opacity })),
  )
}

export function pasteStyle(editor) {
  const { style, type, props } = editor.heldStyle
  const looks = Object.fromEntries(Object.entries(style).map(([key, value]) => [`style.${key}`, value]))
  const words = type === "text" ? Object.fromEntries(LETTERS.map((key) => [`props.${key}`, props[key]])) : {}
  const ops = free(editor, "style").flatMap((object) =>
    sets(editor.page.id, object, object.type === "text" ? { ...looks, ...words } : looks),
  )
  did(editor, "styled", ops)
}

export function flip(editor, side) {
  const ops = free(editor, "move").flatMap((object) =>
    sets(editor.page.id, object, { [`transform.${side}`]: !object.transform[side] }),
  )
  did(editor, "flipped", ops)
}

export function quarter(editor, degrees) {
  const ops = free(editor, "move").flatMap((object) => {
    const centre = { x: object.transform.cx, y: object.transform.cy }
    return carry(editor.page.id, object, { from: centre, to: centre, turned: degrees })
  })
  did(editor, "turned", ops)
}

export function selectAll(editor) {
  const within = editor.siblings.filter(({ visible, locks }) => visible !== false && !locks?.select && !locks?.move)
  editor.easel.select(within.map(({ id }) => id))
}

/** The next layer up (1) or down (-1), round and round. */
export function step(editor, by) {
  const ids = editor.siblings.filter(({ visible, locks }) => visible !== false && !locks?.select).map(({ id }) => id)
  if (!ids.length) return
  const at = ids.indexOf(editor.easel.selected.at(-1))
  const start = by > 0 ? -1 : ids.length
  editor.easel.select([ids[((at < 0 ? start : at) + by + ids.length) % ids.length]])
}

export function enter(editor) {
  const [object] = editor.chosen
  if (object.type === "group") openGroup(editor, object.id)
  else if (object.type === "text") editor.easel.editText(object.id, { all: true })
}

export function leave(editor) {
  const id = editor.easel.isolated
  editor.easel.isolate(null)
  editor.easel.select([id])
  editor.refresh()
}

// One step per press: the drag, the group, the selection; then Tab belongs to the page again. (Words end by themselves.)
export function escape(editor) {
  if (editor.easel.cancelGesture()) return
  if (editor.easel.isolated) leave(editor)
  else if (editor.easel.selected.length) editor.easel.select([])
  else editor.releaseTab()
}

export function frameChosen(editor) {
  const places = editor.chosen.map(({ transform }) => transform).filter(Boolean)
  if (places.length) editor.easel.view.frame(bounds(places))
}

export function turnPage(editor, by) {
  const { pages } = editor.session.document
  const at = pages.findIndex(({ id }) => id === editor.page.id)
  turnTo(editor, pages[(at + by + pages.length) % pages.length].id)
}

function did(editor, word, ops) {
  if (editor.change(ops, { label: editor.say(word) })) editor.announce(editor.say(word))
}
