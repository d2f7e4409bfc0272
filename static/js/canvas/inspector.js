// canvas/inspector — the panel of properties: fields show what the selected objects have in common and change all of them.
import { bindChoices } from "canvas/choices"
import { sets } from "canvas/edits"
import { lockOf, mayGrow, opsFor, valueOf } from "canvas/fields"
import { bindPaints } from "canvas/paints"
import { tidy } from "canvas/geometry"
import { refit } from "canvas/refit"

/** @param {import("canvas/editor").Editor} editor */
export function bindInspector(editor) {
  const panel = editor.root.querySelector("[data-inspector]")
  const fields = [...editor.root.querySelectorAll("[data-field]")]
  fillFonts(editor, panel)
  bindPaints(editor, panel)
  bindChoices(editor, panel)
  for (const field of fields) {
    field.addEventListener("input", ({ isComposing }) => isComposing || write(editor, field))
    field.addEventListener("compositionend", () => write(editor, field))
    field.addEventListener("change", () => {
      write(editor, field)
      settle(editor)
    })
  }
  panel.addEventListener("submit", (event) => event.preventDefault())
  editor.root.addEventListener("editor:refreshed", () => {
    showSections(editor, panel)
    for (const field of fields) show(editor, field)
  })
}

/** Gives the selected objects a value. Steps of one slide of a slider are one step back. */
export async function give(editor, name, value) {
  const { page, fonts } = editor
  const objects = targets(editor, name)
  if (name === "props.fontFamily") await Promise.all(objects.map(({ props }) => fonts.load(value, props.fontWeight)))
  if (name === "props.fontWeight") await Promise.all(objects.map(({ props }) => fonts.load(props.fontFamily, value)))
  const ops = objects.flatMap((object) => [
    ...opsFor(name, page, object, value),
    ...grown(editor, name, object, value),
  ])
  editor.change(ops, { label: editor.say("styled"), join: `field ${name} ${objects.map(({ id }) => id)}` })
}

/** What was a slide so far is one step; the next is another. */
export function settle({ session }) {
  session.history.seal()
  session.seal()
}

export const targets = (editor, name) =>
  editor.chosen.filter(
    (object) => object.transform && !object.locks?.[lockOf(name)] && valueOf(name, object, editor.page) !== undefined,
  )

function grown({ easel, page }, name, object, value) {
  if (object.type !== "text" || !mayGrow(name)) return []
  const [part, key] = name.split(".")
  const changed = { ...object, [part]: { ...object[part], [key]: value } }
  return sets(
    page.id,
    object,
    refit(changed.transform, object.props.verticalAlign, easel.heightOf(object), easel.heightOf(changed)),
  )
}

function write(editor, field) {
  const value = parse(field)
  if (value === undefined) return
  if (field.dataset.on === "page") return writePage(editor, field, value)
  give(editor, field.dataset.field, value)
}

function writePage(editor, { dataset: { field } }, value) {
  const op =
    field === "title"
      ? { op: "document.set", path: "title", value }
      : { op: "page.set", id: editor.page.id, path: field, value }
  editor.change([op], { label: editor.say("styled"), join: `page ${field}` })
}

/** @returns {*} undefined where the field holds nothing that could be meant */
function parse({ type, value, checked, dataset: { kind, scale = 1 }, min, max }) {
  if (type === "checkbox") return checked
  if (kind !== "number") return value
  const number = Number(value) / scale
  if (value === "" || Number.isNaN(number)) return undefined
  const [least, most] = [min === "" ? -Infinity : min / scale, max === "" ? Infinity : max / scale]
  return Math.min(most, Math.max(least, number))
}

function show(editor, field) {
  const { field: name, on } = field.dataset
  if (on === "page") return put(field, name === "title" ? editor.session.document.title : editor.page[name])
  const objects = editor.chosen.filter(
    (object) => object.transform && valueOf(name, object, editor.page) !== undefined,
  )
  const values = [...new Set(objects.map((object) => valueOf(name, object, editor.page)))]
  field.disabled = editor.readOnly || (objects.length > 0 && !targets(editor, name).length)
  field.toggleAttribute("data-mixed", values.length > 1)
  put(field, values.length === 1 ? values[0] : undefined)
}

// A field that somebody is typing in is left alone; sliders and choices may follow.
function put(field, value) {
  if (field.type === "checkbox") {
    field.checked = value === true
    field.indeterminate = value === undefined && field.hasAttribute("data-mixed")
    return
  }
  if (field === document.activeElement && field.type !== "range" && field.tagName !== "SELECT") return
  const { kind, scale = 1, places = 2 } = field.dataset
  const shown =
    value === undefined || value === null
      ? ""
      : kind === "number"
        ? String(tidy(value * scale, Number(places)))
        : String(value)
  if (field.value !== shown) field.value = shown
}

function showSections({ chosen, page }, panel) {
  for (const part of panel.querySelectorAll("[data-when]")) {
    part.hidden = !chosen.some((object) => object.transform && valueOf(part.dataset.when, object, page))
  }
  const types = new Set(chosen.map(({ type }) => type))
  for (const section of panel.querySelectorAll("[data-for]")) {
    const wanted = section.dataset.for.split(" ")
    const fits = wanted.includes("none")
      ? !chosen.length
      : wanted.includes("any")
        ? chosen.length > 0
        : chosen.length > 0 && [...types].every((type) => wanted.includes(type))
    section.hidden = !fits
  }
}

/** The kit's fonts first, then all others. */
function fillFonts({ fonts, data, say }, panel) {
  const select = panel.querySelector('[data-field="props.fontFamily"]')
  const ours = [...new Set(Object.values(data.kit.fonts))].filter((family) => fonts.families.includes(family))
  const others = fonts.families.filter((family) => !ours.includes(family))
  for (const [label, families] of [
    [say("brand fonts"), ours],
    [say("all fonts"), others],
  ]) {
    const group = document.createElement("optgroup")
    group.label = label
    group.append(...families.map((family) => new Option(data.fontLabels[family] ?? family, family)))
    if (families.length) select.append(group)
  }
}
