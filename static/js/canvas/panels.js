// canvas/panels — the panels beside the easel: tabs on a wide screen, sheets from the bottom on a narrow one.

/** @param {import("canvas/editor").Editor} editor */
export function bindPanels(editor) {
  const { root } = editor
  const tabs = [...root.querySelectorAll("[data-panel-tab]")]
  const narrow = matchMedia("(width < 60rem)")

  /** @param {string} name of a panel, "" for none (only where panels are sheets) */
  const open = (name) => {
    root.dataset.sheet = name
    for (const tab of tabs) tab.setAttribute("aria-expanded", String(tab.dataset.panelTab === name))
    for (const panel of root.querySelectorAll("[data-panel]")) {
      const pinned = panel.dataset.panel === "inspector" && !narrow.matches
      panel.hidden = !pinned && panel.dataset.panel !== name
    }
    editor.refresh()
  }

  for (const tab of tabs) {
    tab.addEventListener("click", () =>
      open(root.dataset.sheet === tab.dataset.panelTab && narrow.matches ? "" : tab.dataset.panelTab),
    )
  }
  root.addEventListener("editor:panel", ({ detail }) => (detail !== "inspector" || narrow.matches) && open(detail))
  root.addEventListener("keydown", ({ key, target }) => {
    if (key === "Escape" && narrow.matches && target.closest("[data-panel]")) open("")
  })
  for (const button of root.querySelectorAll("[data-close-sheet]")) button.addEventListener("click", () => open(""))
  narrow.addEventListener("change", () => open(narrow.matches ? "" : "add"))
  open(narrow.matches ? "" : "add")
}
