// canvas/clipboard — copy, cut and paste on the easel: our objects, pictures from elsewhere, plain words.
import { copyOf, remove } from "canvas/edits"
import { addBeside } from "canvas/gestures"
import { text } from "canvas/objects"

const MEDIA = "text/plain" // what every browser keeps; ours begins with a mark
const MARK = "sparklio-objects:"
const OFFSET = 24 // page px
const LONGEST = 5_000 // characters of pasted words

/** @param {import("canvas/editor").Editor} editor */
export function bindClipboard(editor) {
  const { easel, root } = editor
  const ours = () => document.activeElement === easel.canvas.upperCanvasEl
  let inPlace = false
  let times = 0

  const copy = (event) => {
    if (!ours() || !editor.chosen.length) return false
    event.preventDefault()
    event.clipboardData.setData(MEDIA, MARK + JSON.stringify({ page: editor.page.id, objects: editor.chosen }))
    times = 0
    editor.announce(editor.say("to clipboard"))
    return true
  }
  document.addEventListener("copy", copy)
  document.addEventListener("cut", (event) => {
    if (copy(event)) editor.run("remove")
  })
  document.addEventListener("keydown", (event) => (inPlace = event.shiftKey && event.code === "KeyV"))
  document.addEventListener("paste", (event) => {
    if (!ours() || editor.readOnly) return
    event.preventDefault()
    const pictures = [...event.clipboardData.files].filter(({ type }) => type.startsWith("image/"))
    if (pictures.length) return root.dispatchEvent(new CustomEvent("editor:files", { detail: { files: pictures } }))
    const words = event.clipboardData.getData(MEDIA)
    if (words.startsWith(MARK)) pasteObjects(words.slice(MARK.length))
    else if (words.trim()) pasteWords(words)
  })

  function pasteObjects(json) {
    const { objects } = parsed(json)
    times += 1
    const made = objects.map((object) => copyOf(object, inPlace ? 0 : OFFSET * times))
    editor.change(
      made.flatMap((object) => addBeside(editor, object)),
      { label: editor.say("pasted") },
    )
    easel.select(made.map(({ id }) => id))
  }

  function pasteWords(words) {
    const { page, data } = editor
    const fontSize = Math.round(page.width * 0.034)
    const clean = words.replace(/\r\n?/g, "\n").normalize("NFC").slice(0, LONGEST).trim()
    const made = text(
      { ...easel.middle, w: page.width * 0.6, h: fontSize * 1.3 * clean.split("\n").length },
      { text: clean, fontFamily: data.kit.fonts.body, fontSize },
      { color: data.kit.colors.text },
    )
    editor.change(addBeside(editor, made), { label: editor.say("pasted") })
    easel.select([made.id])
  }
}

// The mark may have been typed by anyone; what does not fit the schema is refused by the server as well.
function parsed(json) {
  try {
    const { objects } = JSON.parse(json)
    return { objects: Array.isArray(objects) ? objects.filter((each) => each && typeof each.type === "string") : [] }
  } catch {
    return { objects: [] }
  }
}
