// canvas/toolbox — a button and a key for every file in canvas/tools: what it makes lands in the middle of what is seen.
import { addBeside } from "canvas/gestures"

const SVG = "http://www.w3.org/2000/svg"

/** @param {import("canvas/editor").Editor} editor */
export function bindToolbox(editor) {
  editor.toolKeys = {}
  editor.useTool = () => {}
  if (editor.readOnly) return
  editor.toolsLoaded = loadTools().then((tools) => {
    for (const tool of tools) {
      const button = editor.root.querySelector(`[data-tools="${tool.section}"]`).appendChild(buttonOf(editor, tool))
      button.addEventListener("click", () => use(editor, tool))
      if (tool.key) editor.toolKeys[tool.key] = `tool:${tool.slug}`
    }
    editor.useTool = (slug) =>
      use(
        editor,
        tools.find((tool) => tool.slug === slug),
      )
  })
}

/** Every module of canvas/tools that the import map names: a new tool is a new file. */
async function loadTools() {
  const { imports } = JSON.parse(document.querySelector('script[type="importmap"]').textContent)
  const names = Object.keys(imports).filter((name) => name.startsWith("canvas/tools/"))
  const tools = await Promise.all(names.map(async (name) => (await import(name)).tool))
  return tools.sort((a, b) => a.order - b.order)
}

function use(editor, tool) {
  const { easel, page, data } = editor
  easel.stopEditing()
  const label = tool.label[data.lang] ?? tool.label.en
  const made = tool.make({ page, kit: data.kit, lang: data.lang, label, middle: clear(editor, easel.middle) })
  editor.change(addBeside(editor, made), { label: editor.say("added", { name: label }) })
  if (tool.edits) easel.editText(made.id, { all: true })
  else {
    easel.select([made.id])
    easel.canvas.upperCanvasEl.focus({ preventScroll: true })
  }
}

/** On the page, and not exactly on what the last click made. */
function clear({ page }, { x, y }) {
  const place = { x: Math.min(page.width, Math.max(0, x)), y: Math.min(page.height, Math.max(0, y)) }
  const taken = () =>
    page.objects.some(({ transform: at }) => at && Math.abs(at.cx - place.x) < 2 && Math.abs(at.cy - place.y) < 2)
  for (let tries = 0; tries < 20 && taken(); tries += 1)
    Object.assign(place, { x: place.x + page.width / 50, y: place.y + page.width / 50 })
  return place
}

function buttonOf({ data }, { label, icon, key }) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "tool"
  const words = document.createElement("span")
  words.textContent = label[data.lang] ?? label.en
  const drawing = document.createElementNS(SVG, "svg")
  drawing.setAttribute("class", "icon icon--large")
  drawing.setAttribute("viewBox", "0 0 24 24")
  drawing.setAttribute("aria-hidden", "true")
  const path = document.createElementNS(SVG, "path")
  path.setAttribute("d", icon)
  drawing.append(path)
  button.append(drawing, words)
  if (key) button.setAttribute("aria-keyshortcuts", key)
  return button
}
