// canvas/editor — the editor of one document: the neutral document is the truth, everything on the page is a view of it.
import { bindAutosave } from "canvas/saving"
import { bindClipboard } from "canvas/clipboard"
import { COMMANDS, bindCommands } from "canvas/commands"
import { family } from "canvas/edits"
import { openFonts } from "canvas/fonts"
import { bindGestures } from "canvas/gestures"
import { bindInspector } from "canvas/inspector"
import { bindLayers } from "canvas/layers"
import { bindLibrary } from "canvas/library"
import { nameOf } from "canvas/objects"
import { bindPages } from "canvas/pages"
import { bindPanels } from "canvas/panels"
import { openPictures } from "canvas/pictures"
import { openServer } from "canvas/server"
import { Session } from "canvas/session"
import { bindShortcuts } from "canvas/shortcuts"
import { Easel } from "canvas/stage/easel"
import { bindToolbox } from "canvas/toolbox"
import { openWords } from "canvas/words"

/**
 * @typedef {object} Editor
 * @property {HTMLElement} root
 * @property {object} data what the page brought, see templates/studio/document.html
 * @property {Session} session
 * @property {Easel} easel
 * @property {object} page the neutral page that is shown
 * @property {object[]} chosen neutral objects that are selected
 */

/** @param {HTMLElement} root @param {object} data @returns {Promise<Editor>} */
export async function openEditor(root, data) {
  const say = openWords(root.querySelector("template[data-part=words]"))
  const fonts = openFonts(data.fonts, { prefix: "design " })
  const pictures = openPictures((asset) => data.urls.picture.replace("{id}", asset))
  const session = new Session(data.document)
  let frame = 0
  const editor = {
    root,
    data,
    say,
    fonts,
    pictures,
    session,
    readOnly: !data.may.edit,
    server: openServer(data),
    pageId: session.document.pages[0].id,

    get page() {
      const { pages } = session.document
      return pages.find(({ id }) => id === editor.pageId) ?? pages[0]
    },
    get chosen() {
      const all = new Map(editor.page.objects.flatMap(family).map((object) => [object.id, object]))
      return editor.easel.selected.map((id) => all.get(id)).filter(Boolean)
    },
    /** The list that the selection lives in: the page's objects, or the parts of the open group. */
    get siblings() {
      const open = editor.easel.isolated && editor.page.objects.find(({ id }) => id === editor.easel.isolated)
      return open ? open.children : editor.page.objects
    },
    /** @returns {boolean} whether anything changed */
    change(ops, options) {
      return !editor.readOnly && ops.length > 0 && session.change(ops, options)
    },
    run(name) {
      if (COMMANDS[name]?.ready(editor)) return COMMANDS[name].run(editor)
    },
    /** Speaks to people who do not see the canvas. */
    announce(words) {
      root.querySelector("[data-live]").textContent = words
    },
    nameOf: (object) => nameOf(object, say),
    /** Tells every view that something is different; several tellings in one frame are one. */
    refresh() {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        root.dispatchEvent(new CustomEvent("editor:refreshed"))
      })
    },
  }

  const safe = () => data.formats[editor.page.format]?.safe ?? null
  editor.easel = new Easel(root.querySelector("[data-easel]"), {
    resources: { fonts, pictures },
    label: root.querySelector("[data-easel-label]"),
    safe,
    readOnly: editor.readOnly,
    words: { canvas: say("canvas"), text: say("text field") },
  })
  session.addEventListener("changed", () => redraw(editor))
  document.body.addEventListener("theme.changed", () => editor.easel.canvas.requestRenderAll())
  for (const button of root.querySelectorAll("[data-export]")) {
    button.addEventListener("click", async () =>
      (await import("canvas/exporting")).exportPage(editor, button.dataset.export),
    )
  }
  root.addEventListener(
    "canvas:zoomed",
    ({ detail }) => (root.querySelector("[data-zoom]").textContent = `${Math.round(detail.zoom * 100)} %`),
  )
  for (const bind of [
    bindGestures,
    bindCommands,
    bindToolbox,
    bindShortcuts,
    bindClipboard,
    bindLibrary,
    bindInspector,
    bindLayers,
    bindPages,
    bindPanels,
  ])
    bind(editor)
  await bindAutosave(editor)
  await editor.easel.show(editor.page)
  editor.refresh()
  root.dataset.ready = ""
  return editor
}

function redraw(editor) {
  const { easel, page } = editor
  if (easel.isolated && !page.objects.some(({ id }) => id === easel.isolated)) easel.isolated = null
  editor.pageId = page.id
  if (easel.page) easel.sync(page)
  editor.refresh()
}
