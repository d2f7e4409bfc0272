// canvas/autosave — brings entries to the server within two seconds and says honestly where they are (R-D1).
import { ServerError } from "canvas/server"

const FIRST_WAIT = 1_000 // ms until a failed send is tried again; doubles
const LONGEST_WAIT = 30_000 // ms

/**
 * Fires on `session`'s events and reports through `tell(state, detail)`:
 * saved | saving | offline | stale | denied | signedOut | refused (detail: {words, entry}).
 * @param {import("canvas/session").Session} session
 * @param {{journal: object, server: object, tell: Function, clashed: Function}} edges clashed: called with the conflicts of an answer
 */
export function autosave(session, { journal, server, tell, clashed }) {
  let sending = false
  let wait = 0
  let timer = 0
  let stopped = false
  let troubled = false // offline, or something a person must solve: that is said until it is over

  session.addEventListener("changed", () => session.unsent && !troubled && tell("saving"))
  session.addEventListener("entry", ({ detail }) => {
    journal.add(detail).catch((error) => tell("unkept", { words: String(error) }))
    pump()
  })

  async function pump({ keepalive = false } = {}) {
    if (sending || stopped) return
    clearTimeout(timer)
    sending = true
    try {
      while (session.entries.length) await sendFirst(keepalive)
      wait = 0
      troubled = false
      if (!session.unsent) tell("saved", { seq: session.seq })
    } catch (error) {
      if (!(error instanceof ServerError)) throw error
      await failed(error)
    } finally {
      sending = false
    }
  }

  async function sendFirst(keepalive) {
    const entry = session.entries[0]
    const answer = await server.send(entry, { keepalive })
    session.receive(answer.events)
    if (session.entries.includes(entry)) session.drop(entry) // stored long ago: another tab had sent it
    await journal.remove(entry.id)
    if (answer.conflicts?.length) clashed(answer.conflicts)
  }

  async function failed({ kind, message: words }) {
    if (kind === "refused") {
      const entry = session.entries[0]
      session.drop(entry)
      await journal.remove(entry.id)
      tell("refused", { words, entry })
      return again(0)
    }
    troubled = true
    if (kind === "offline" || kind === "busy") {
      tell("offline", { words: kind })
      return again((wait = Math.min(LONGEST_WAIT, wait ? wait * 2 : FIRST_WAIT)))
    }
    stopped = true // signed out, no longer allowed, or an older version was restored: a person must decide
    tell(kind, { words })
  }

  function again(after) {
    timer = setTimeout(pump, after)
  }

  const flush = () => {
    session.seal()
    pump({ keepalive: true })
  }
  addEventListener("online", () => pump())
  addEventListener("pagehide", flush)
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flush())
  addEventListener("beforeunload", (event) => session.unsent && !stopped && event.preventDefault())

  return {
    pump,
    flush,
    /** A person solved what stopped the saving. */
    resume() {
      stopped = false
      troubled = false
      return pump()
    },
  }
}
