// canvas/exporting — files out of the editor: finished by the studio's press, or a quick PNG by this browser.
import { paint } from "canvas/stage"

const POLL = 700 // ms between looks at a run that makes a file

/**
 * Makes a file of the page that is shown and hands it over.
 * @param {import("canvas/editor").Editor} editor
 * @param {string} format slug of an export format, or "here" for a PNG by this browser
 */
export async function exportPage(editor, format) {
  editor.easel.stopEditing()
  const words = editor.root.querySelector("[data-export-words]")
  const say = (key, values) => (words.textContent = editor.say(key, values))
  words.closest("[data-export-state]").hidden = false
  editor.root.querySelector("[data-export-link]").hidden = true
  say("exporting")
  try {
    if (format === "here") return await here(editor, say)
    await editor.saving.flush()
    await saved(editor)
    const run = await finished(
      editor,
      await editor.server.post(editor.data.urls.export, { format, page: editor.page.id }),
      say,
    )
    link(editor, run)
    say("exported")
  } catch (error) {
    if (!error.kind) throw error
    words.textContent = error.kind === "refused" ? error.message : editor.say("not exported")
  }
}

/** Exactly the page's pixels, whatever the zoom, with the words that are being typed (traps F7 and F17 cannot happen: it is another canvas). */
export async function pngOf(editor, { scale = 1 } = {}) {
  const page = editor.easel.pageWithTyping()
  const { width, height } = page
  const canvas = await paint(page, editor.easel.resources, {
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  })
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"))
}

async function here(editor, say) {
  const blob = await pngOf(editor)
  const link = Object.assign(document.createElement("a"), {
    href: URL.createObjectURL(blob),
    download: `${fileName(editor)}.png`,
  })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  say("exported")
}

const fileName = ({ session, data }) =>
  (session.document.title || data.id)
    .replace(/[\\/:*?"<>|\s]+/g, " ")
    .trim()
    .slice(0, 80)

/** Resolves when nothing is unsent, so that the file shows what the page shows. */
function saved({ session }) {
  if (!session.unsent) return Promise.resolve()
  return new Promise((resolve) => {
    const look = setInterval(() => {
      if (session.unsent) return
      clearInterval(look)
      resolve()
    }, 100)
  })
}

async function finished(editor, run, say) {
  while (!["done", "failed", "cancelled"].includes(run.state)) {
    say("exporting percent", { percent: run.percent ?? 0 })
    await new Promise((resolve) => setTimeout(resolve, POLL))
    run = await editor.server.get(run.url)
  }
  if (run.state !== "done")
    throw Object.assign(new Error(run.note || editor.say("not exported")), { kind: "refused" })
  return run
}

function link(editor, { file, name }) {
  const place = editor.root.querySelector("[data-export-link]")
  place.href = file
  place.download = name
  place.hidden = false
  place.click()
}
