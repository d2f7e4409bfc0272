// behaviors/watch — hears hints about the address in data-watch. While the socket is gone for long, asks again by itself.

import htmx from "htmx"
import { showProblem } from "problem"
import { openSocket } from "socket"
import { word } from "words"

const PATIENCE = 15_000 // ms without a socket until the page asks by itself
const EVERY = 5_000 // ms

// What a person opened stays open, whatever the server draws.
htmx.registerExtension("stays-open", {
  htmx_before_morph_attr: (element, { attrName }) => attrName !== "open" || !element.matches("details, dialog"),
})

export function mount(element) {
  const { body } = document
  let lost = null

  body.addEventListener("socket.lost", () => (lost ??= Date.now()))
  body.addEventListener("brief.changed", ({ detail }) => {
    if (detail?.type) lost = null // the server spoke, not we
  })
  body.addEventListener("socket.closed", ({ detail }) => {
    lost = null
    showProblem(word(detail.code === 4401 ? "signed-out" : "no-access"))
  })
  setInterval(() => {
    if (lost && Date.now() - lost > PATIENCE) body.dispatchEvent(new CustomEvent("brief.changed", { detail: {} }))
  }, EVERY)
  openSocket(`/ws${element.dataset.watch}`)
}
