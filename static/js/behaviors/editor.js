// behaviors/editor — opens the canvas editor in the page that brought its document as JSON in #editor-data.
import { openEditor } from "canvas/editor"
import { showProblem } from "problem"

export async function mount(root) {
  const data = JSON.parse(document.getElementById("editor-data").textContent)
  try {
    root.editor = await openEditor(root, data)
  } catch (error) {
    showProblem(
      root.querySelector("template[data-part=words]").content.querySelector('[data-word="not opened"]').textContent,
    )
    throw error
  }
}
