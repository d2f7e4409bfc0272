// canvas/saving — the editor's side of saving: opens the journal, says where the work is, listens for others.
import { autosave } from "canvas/autosave"
import { noJournal, openJournal } from "canvas/journal"
import { openSocket } from "socket"

const POLL = 15_000 // ms between looks while there is no socket
const LONGEST_HOLD = 4_000 // ms that opening waits for what an earlier tab left behind

/** @param {import("canvas/editor").Editor} editor */
export async function bindAutosave(editor) {
  const { data, session, server, say } = editor
  const tell = (state, detail) => show(editor, state, detail)
  const journal = editor.readOnly ? noJournal : await openJournal(`${data.id} ${data.user}`).catch(() => noJournal)
  editor.journal = journal
  editor.saving = autosave(session, {
    journal,
    server,
    tell,
    clashed: async (conflicts) => (await import("canvas/conflicts")).showConflicts(editor, conflicts),
  })
  session.addEventListener("gap", () => reload(editor))
  listen(editor)
  if (editor.readOnly) return tell("reading")
  tell("saved", { seq: session.seq })
  await adopt(editor, journal, tell)
  if (journal === noJournal) editor.announce(say("no journal"))
}

// What a killed tab could not send goes first, so that new work stands on top of it.
async function adopt(editor, journal, tell) {
  const { session, saving } = editor
  const left = await journal.all()
  const stale = left.filter(({ epoch }) => epoch !== session.epoch)
  if (stale.length) {
    await Promise.all(stale.map(({ id }) => journal.remove(id)))
    tell("refused", { words: editor.say("too old") })
  }
  if (left.length === stale.length) return
  session.adopt(left)
  editor.announce(editor.say("recovered", { count: left.length }))
  await Promise.race([saving.pump(), new Promise((resolve) => setTimeout(resolve, LONGEST_HOLD))])
}

function listen(editor) {
  const { data, session, server } = editor
  let reading = false
  const read = async () => {
    if (reading) return
    reading = true
    try {
      const { events, epoch, gap } = await server.events(session.seq)
      if (gap || epoch !== session.epoch) await reload(editor)
      else session.receive(events)
    } catch (error) {
      if (!error.kind) throw error // the next hint, or the next save, says it again
    } finally {
      reading = false
    }
  }
  document.body.addEventListener("document.changed", ({ detail }) => detail.seq > session.seq && read())
  document.body.addEventListener("socket.closed", ({ detail }) =>
    show(editor, detail.code === 4401 ? "signedOut" : "denied", {}),
  )
  let poll = 0
  document.body.addEventListener("socket.lost", () => (poll ||= setInterval(read, POLL)))
  document.body.addEventListener("socket.opened", () => {
    clearInterval(poll)
    poll = 0
  })
  openSocket(data.urls.socket)
}

/** Reads the document as it is stored. keep: changes from before a restored version are put on top of it. */
export async function reload(editor, { keep = false } = {}) {
  editor.easel.stopEditing()
  const over = editor.session.reload(await editor.server.content(), { keep })
  await Promise.all(over.map(({ id }) => editor.journal.remove(id)))
  await editor.saving.resume()
}

const SHORT = {
  saved: "saved",
  saving: "saving",
  offline: "offline",
  stale: "conflict",
  denied: "denied",
  signedOut: "signed out",
  refused: "refused",
  reading: "reading",
}

function show(editor, state, { words = "", seq } = {}) {
  const place = editor.root.querySelector("[data-save-state]")
  place.dataset.saveState = state
  place.dataset.seq = seq ?? place.dataset.seq ?? ""
  const text = place.querySelector("[data-save-words]")
  const sentence = editor.say(SHORT[state] ?? "saving")
  if (text.textContent !== sentence && !("clash" in place.dataset)) text.textContent = sentence // a live region speaks only when it changes
  const problem = { stale: "stale why", denied: "denied why", signedOut: "signed out why", refused: "refused why" }[
    state
  ]
  if (problem) tellProblem(editor, state, editor.say(problem, { words }))
  else if (state === "saved") calm(editor)
}

/** What was refused stays said until somebody has read it; all other trouble is over with the next answer. */
function calm(editor) {
  const box = editor.root.querySelector("[data-save-problem]")
  if (box.dataset.trouble !== "refused") box.hidden = true
}

function tellProblem(editor, state, sentence) {
  const box = editor.root.querySelector("[data-save-problem]")
  box.hidden = false
  box.dataset.trouble = state
  box.querySelector("[data-save-problem-words]").textContent = sentence
  for (const button of box.querySelectorAll("[data-save-act]")) {
    button.hidden = !button.dataset.saveAct.split(" ").includes(state)
    button.onclick = () => act(editor, button.dataset.does, box)
  }
}

async function act(editor, what, box) {
  box.hidden = true
  delete box.dataset.trouble
  if (what === "reload") await reload(editor)
  if (what === "keep") await reload(editor, { keep: true })
  if (what === "again") await editor.saving.resume()
  if (what === "sign-in") open(editor.data.urls.login, "_blank", "noopener")
}
