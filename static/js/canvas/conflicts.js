// canvas/conflicts — what two people changed at once: shown side by side, decided per property. Nothing is lost in silence.
import { part } from "canvas/words"
import { family } from "canvas/edits"

/**
 * Asks about the conflicts of an answer; choices are ordinary changes, so they can be undone.
 * @param {import("canvas/editor").Editor} editor
 * @param {{kind: string, id: string, path: string, theirs: *, yours: *, restore: object[]}[]} conflicts
 */
export function showConflicts(editor, conflicts) {
  const dialog = editor.root.querySelector("[data-conflicts]")
  const list = dialog.querySelector("[data-conflict-list]")
  const state = editor.root.querySelector("[data-save-state]")
  state.dataset.clash = ""
  state.querySelector("[data-save-words]").textContent = editor.say("conflict")
  list.append(...conflicts.map((conflict) => row(editor, conflict)))
  if (!dialog.open) dialog.showModal()
  dialog.onclose = () => {
    const chosen = [...list.children].filter((each) => each.querySelector("input[value=theirs]:checked"))
    editor.change(
      chosen.flatMap((each) => each.restore),
      { label: editor.say("took theirs") },
    )
    list.replaceChildren()
    delete state.dataset.clash
    if (!editor.session.unsent) state.querySelector("[data-save-words]").textContent = editor.say("saved")
  }
}

function row(editor, { kind, id, path, theirs, yours, restore }) {
  const made = part(editor.root, "conflict")
  const object = editor.session.document.pages
    .flatMap((page) => page.objects.flatMap(family))
    .find((each) => each.id === id)
  made.restore = restore ?? []
  made.querySelector("[data-what]").textContent = editor.say(`clash ${kind}`, {
    name: object ? editor.nameOf(object) : editor.say("removed object"),
    what: path || editor.say("object"),
  })
  made.querySelector("[data-mine]").textContent = spelled(editor, yours)
  made.querySelector("[data-theirs]").textContent = spelled(editor, theirs)
  for (const input of made.querySelectorAll("input")) input.name = `${id} ${path}`
  made.querySelector("input[value=theirs]").disabled = !made.restore.length
  return made
}

function spelled(editor, value) {
  if (value === null || value === undefined) return editor.say("nothing")
  if (typeof value !== "object") return String(value)
  return value.color ?? value.op ?? value.props?.text ?? value.name ?? JSON.stringify(value).slice(0, 80)
}
