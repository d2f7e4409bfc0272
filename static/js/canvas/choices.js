// canvas/choices — one of several in the inspector, as a row of buttons: arrows walk, a click or arrow chooses.
import { give, settle } from "canvas/inspector"
import { valueOf } from "canvas/fields"

/** @param {import("canvas/editor").Editor} editor @param {HTMLElement} panel */
export function bindChoices(editor, panel) {
  for (const group of panel.querySelectorAll("[data-choice]")) bindChoice(editor, group)
}

function bindChoice(editor, group) {
  const name = group.dataset.choice
  const buttons = [...group.querySelectorAll("[role=radio]")]
  const choose = async (button) => {
    await give(editor, name, button.dataset.value)
    settle(editor)
  }
  for (const button of buttons) button.addEventListener("click", () => choose(button))
  group.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (!by) return
    event.preventDefault()
    const next = buttons[(buttons.indexOf(document.activeElement) + by + buttons.length) % buttons.length]
    next.focus()
    choose(next)
  })
  editor.root.addEventListener("editor:refreshed", () => {
    const values = new Set(editor.chosen.map((object) => valueOf(name, object, editor.page)))
    const current = values.size === 1 ? [...values][0] : null
    const reach = buttons.find(({ dataset }) => dataset.value === current) ?? buttons[0]
    for (const button of buttons) {
      button.setAttribute("aria-checked", String(button.dataset.value === current))
      button.tabIndex = button === reach ? 0 : -1
      button.disabled = editor.readOnly
    }
  })
}
