// canvas/pages — the pages of a document as tabs above the easel; one is shown at a time.

/** @param {import("canvas/editor").Editor} editor */
export function bindPages(editor) {
  const list = editor.root.querySelector("[data-pages]")
  list.addEventListener("click", ({ target }) => {
    const tab = target.closest("[data-page]")
    if (tab) turnTo(editor, tab.dataset.page)
  })
  editor.root.addEventListener("editor:refreshed", () => draw(editor, list))
}

/** Shows another page of the document. */
export async function turnTo(editor, id) {
  editor.easel.stopEditing()
  editor.easel.isolated = null
  editor.easel.select([])
  editor.pageId = id
  await editor.easel.show(editor.page)
  editor.announce(editor.say("page shown", { name: titleOf(editor, editor.page) }))
  editor.refresh()
}

function draw(editor, list) {
  const { pages } = editor.session.document
  list.hidden = pages.length < 2
  list.replaceChildren(...pages.map((page) => tab(editor, page)))
}

function tab(editor, page) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "pages__tab"
  button.dataset.page = page.id
  button.textContent = titleOf(editor, page)
  if (page.id === editor.page.id) button.setAttribute("aria-current", "page")
  return button
}

const titleOf = ({ data }, page) => page.name || data.formats[page.format]?.label || `${page.width} × ${page.height}`
