// canvas/paints — colour fields: the brand's colours first, then the design's own, then any other.
import { family } from "canvas/edits"
import { give, settle, targets } from "canvas/inspector"
import { valueOf } from "canvas/fields"

const HEX = /^#?([0-9a-f]{6})([0-9a-f]{2})?$/i
const MOST = 12 // colours of the design that are offered

/** @param {import("canvas/editor").Editor} editor @param {HTMLElement} panel */
export function bindPaints(editor, panel) {
  for (const paint of panel.querySelectorAll("[data-paint]")) bindPaint(editor, paint)
}

function bindPaint(editor, paint) {
  const { paint: name, on } = paint.dataset
  const [any, hex] = [paint.querySelector("input[type=color]"), paint.querySelector("[data-hex]")]
  const put = (color) => (on === "page" ? background(editor, color) : give(editor, name, color))
  const current = () => (on === "page" ? colorOf(editor.page.background) : common(editor, name))

  any.addEventListener("input", () => put(any.value + (alphaOf(current()) ?? "")))
  hex.addEventListener("change", () => {
    const found = HEX.exec(hex.value.trim())
    if (found) put(`#${found[1]}${found[2] ?? ""}`.toLowerCase())
    else hex.value = current() ?? ""
    settle(editor)
  })
  any.addEventListener("change", () => settle(editor))
  paint.addEventListener("click", ({ target }) => {
    const swatch = target.closest("[data-color]")
    if (!swatch) return
    put(swatch.dataset.color)
    settle(editor)
  })
  editor.root.addEventListener("editor:refreshed", () => {
    const color = current()
    any.value = (color ?? "#000000").slice(0, 7)
    if (hex !== document.activeElement) hex.value = color ?? ""
    for (const field of [any, hex])
      field.disabled = editor.readOnly || (on !== "page" && editor.chosen.length > 0 && !targets(editor, name).length)
    swatches(editor, paint.querySelector("[data-swatches]"), color)
  })
}

function background(editor, color) {
  const value = { type: "solid", color }
  editor.change([{ op: "page.set", id: editor.page.id, path: "background", value }], {
    label: editor.say("styled"),
    join: "page background",
  })
}

const colorOf = (paint) => paint?.color ?? paint?.stops?.[0]?.color ?? null
const alphaOf = (color) => color?.slice(7)

function common({ chosen, page }, name) {
  const colors = new Set(chosen.filter(({ transform }) => transform).map((object) => valueOf(name, object, page)))
  return colors.size === 1 ? [...colors][0] : null
}

// Drawn anew only when the colours are others: a swatch that has the focus stays.
function swatches(editor, list, current) {
  const brand = Object.entries(editor.data.kit.colors)
  const known = new Set(brand.map(([, color]) => color))
  const own = colorsOf(editor.page)
    .filter((color) => !known.has(color))
    .slice(0, MOST)
  const wanted = [...brand, ...own.map((color) => ["", color])]
  const key = JSON.stringify(wanted)
  if (list.dataset.key !== key) {
    list.dataset.key = key
    list.replaceChildren(...wanted.map(([role, color]) => swatch(editor, role, color)))
  }
  for (const each of list.children) each.setAttribute("aria-pressed", String(each.dataset.color === current))
}

function swatch(editor, role, color) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "paint__swatch"
  button.dataset.color = color
  button.style.backgroundColor = color
  const words = role ? editor.say("brand color", { name: editor.say(`color ${role}`), color }) : color
  button.setAttribute("aria-label", words)
  button.title = words
  return button
}

function colorsOf({ background: ground, objects }) {
  const found = objects.flatMap(family).flatMap(({ style }) => [colorOf(style?.fill), style?.stroke?.color])
  return [...new Set([colorOf(ground), ...found].filter(Boolean))]
}
