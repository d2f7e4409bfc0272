// canvas/shortcuts — the keyboard: strokes become commands, unless somebody is typing. Also the list that `?` opens.
import { KEYS, commandOf, isTyping, spell, strokeOf } from "canvas/keys"

const SINGLE = "sparklio.single-keys" // "off" where a person switched single letters off (WCAG 2.1.4)
const MAC = /Mac|iP(hone|ad)/.test(navigator.platform)
const TEXT_COMMANDS = ["save", "bold", "italic", "underline"] // these also work while words are typed on the canvas
const ANYWHERE = ["save", "undo", "redo", "help", "zoomIn", "zoomOut", "zoomFit"]
const EVERY_TIME = 500 // ms after the last arrow until it is a step of its own

/** @param {import("canvas/editor").Editor} editor */
export function bindShortcuts(editor) {
  const { root, easel, session } = editor
  const stage = root.querySelector("[data-easel]")
  const upper = easel.canvas.upperCanvasEl
  let tabFree = false
  let pause = 0
  editor.releaseTab = () => {
    tabFree = true
    editor.announce(editor.say("tab free"))
  }
  upper.addEventListener("blur", () => (tabFree = false))
  root.addEventListener("canvas:selected", () => (tabFree = false))

  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return
    if (event.code === "Space" && document.activeElement === upper && !isTyping(event)) return pan(event)
    const command = commandOf(strokeOf(event, MAC), {
      single: localStorage.getItem(SINGLE) !== "off",
      tools: editor.toolKeys,
    })
    if (!command || !meant(event, command)) return
    const walks = command === "next" || command === "previous"
    if (walks && (tabFree || document.activeElement !== upper)) return // Tab is the page's until the canvas has the focus
    event.preventDefault() // Ctrl+S never opens the browser's dialog
    if (event.repeat && !/^(nudge|push|undo|redo|zoom)/.test(command)) return
    if (command.startsWith("tool:")) editor.useTool(command.slice(5))
    else editor.run(command)
    if (/^(nudge|push)/.test(command)) settle()
  })

  function meant(event, command) {
    if (event.target.matches?.("textarea[data-fabric]"))
      return !event.isComposing && event.keyCode !== 229 && TEXT_COMMANDS.includes(command)
    if (isTyping(event)) return command === "save"
    return stage.contains(document.activeElement) || document.activeElement === document.body
      ? true
      : ANYWHERE.includes(command)
  }

  // A held arrow key is one step back; the next press after a rest is another.
  function settle() {
    clearTimeout(pause)
    pause = setTimeout(() => {
      session.history.seal()
      session.seal()
    }, EVERY_TIME)
  }

  function pan(event) {
    event.preventDefault()
    if (event.repeat) return
    easel.view.hand = true
    document.addEventListener("keyup", () => (easel.view.hand = false), { once: true })
  }

  Promise.resolve(editor.toolsLoaded).then(() => fillHelp(editor))
}

function fillHelp(editor) {
  const dialog = editor.root.querySelector("[data-help]")
  const strokes = { ...editor.toolKeys, ...KEYS }
  for (const cell of dialog.querySelectorAll("[data-keys]")) {
    const names = cell.dataset.keys.split(" ")
    const found = Object.entries(strokes)
      .filter(([, command]) => names.includes(command))
      .map(([stroke]) => stroke)
    cell.replaceChildren(
      ...found.map((stroke) => Object.assign(document.createElement("kbd"), { textContent: spell(stroke, MAC) })),
    )
  }
  const single = dialog.querySelector("[data-single-keys]")
  single.checked = localStorage.getItem(SINGLE) !== "off"
  single.addEventListener("change", () => localStorage.setItem(SINGLE, single.checked ? "on" : "off"))
}
