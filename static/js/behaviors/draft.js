// behaviors/draft — one card of the Review Buffer: words save themselves with the version they were written on.
// A line is dirty while its value differs from what the server last drew. "save" on a line makes htmx send it.

import { word } from "words"

const QUIET = 1200 // ms after the last key
const RETRY = 5_000 // ms after the studio could not be reached

export function mount(card) {
  const written = new WeakMap() // line → version of the draft that it was written on, and how it read then
  const accepted = new WeakMap() // line → what the server took, where it tidied it up
  const timers = new WeakMap()
  let composing = null // the line in which a syllable is not done yet
  const asVersion = () => ({ version: card.dataset.version })
  const asSeen = (line) => ({ ...asVersion(), before: line.defaultValue })
  const asLine = (target) => (target.matches?.("textarea.line__words") ? target : null)
  const lines = () => [...card.querySelectorAll("textarea.line__words")]
  const dirty = (line) => line.value !== line.defaultValue && line.value !== accepted.get(line)
  const say = (name, wrong = false) => {
    const region = card.querySelector(".draft__saved")
    if (!region) return
    region.textContent = word(name)
    region.dataset.state = name
    region.classList.toggle("draft__saved--wrong", wrong)
  }
  const save = (line) => {
    clearTimeout(timers.get(line))
    if (!dirty(line) || !line.isConnected || composing === line) return
    say("saving")
    line.dispatchEvent(new CustomEvent("save"))
  }
  const later = (line, wait) => {
    clearTimeout(timers.get(line))
    timers.set(line, setTimeout(() => save(line), wait))
  }

  card.addEventListener("focusin", ({ target }) => asLine(target) && count(target))
  card.addEventListener("input", (event) => {
    const line = asLine(event.target)
    if (!line) return
    if (!written.has(line)) written.set(line, asSeen(line))
    count(line)
    say("unsaved")
    later(line, QUIET)
  })
  card.addEventListener("compositionstart", ({ target }) => (composing = asLine(target)))
  card.addEventListener("compositionend", ({ target }) => {
    composing = null
    if (asLine(target)) later(target, QUIET)
  })
  card.addEventListener("focusout", ({ target }) => {
    const line = asLine(target)
    if (!line) return
    if (dirty(line)) save(line)
    else line.value = line.defaultValue
  })
  card.addEventListener("keydown", (event) => {
    if (!asLine(event.target) || event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    save(event.target)
  })
  document.addEventListener("visibilitychange", () => document.hidden && lines().forEach(save))
  addEventListener("beforeunload", (event) => card.isConnected && lines().some(dirty) && event.preventDefault())

  card.addEventListener("htmx:before:request", (event) => {
    const { ctx } = event.detail
    const line = asLine(ctx.sourceElement)
    if (line) {
      const { version, before } = written.get(line) ?? asSeen(line)
      ctx.request.body.set("version", version)
      ctx.request.body.set("before", before)
      ctx.request.body.set(line.name, line.value)
      ctx.sent = line.value
    } else if (ctx.sourceElement.dataset.verb === "approve" && lines().some(dirty)) {
      event.preventDefault()
      say("unsaved-verb", true)
    }
  })
  card.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    const line = asLine(ctx.sourceElement)
    if (!line || ctx.hx?.retarget) return
    if (ctx.response.status === 409) {
      line.value = line.defaultValue // both texts stand in the card now; the person chooses
      written.delete(line)
      say("clash", true)
      return
    }
    accepted.set(line, ctx.sent)
    // Our own save went through, so nobody else came between: what is still being written stands on the new version.
    for (const each of lines()) {
      if (dirty(each)) written.set(each, { ...written.get(each), ...(each === line ? asSeen(each) : asVersion()) })
      else written.delete(each)
    }
    say(lines().some(dirty) ? "unsaved" : "saved")
  })
  card.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    const menu = ctx.sourceElement.closest?.("details.menu") // what was asked for there is on its way
    if (!menu?.open || ctx.hx?.retarget) return
    menu.open = false
    menu.querySelector("summary").focus()
  })
  card.addEventListener("htmx:response:error", ({ detail: { ctx } }) => {
    if (asLine(ctx.sourceElement) && ctx.response.status !== 409) say("not-saved", true)
  })
  card.addEventListener("htmx:error", ({ detail: { ctx } }) => {
    const line = ctx && asLine(ctx.sourceElement)
    if (!line || ctx.response) return
    say("not-saved", true)
    later(line, RETRY)
  })
}

/** Says how long the line is, once that matters. */
function count(line) {
  const most = Number(line.dataset.most)
  const parts = "each" in line.dataset ? line.value.split(line.name === "bullets" ? "\n" : /\s+/) : [line.value]
  const longest = Math.max(...parts.map((part) => [...part.trim()].length))
  const region = document.getElementById(line.getAttribute("aria-describedby"))
  region.textContent = `${longest}/${most}`
  region.classList.toggle("line__count--over", longest > most)
}
