// behaviors/drafts — nobody is thrown out of a sentence: while words are being written, a new round waits behind a button.

import htmx from "htmx"
import { word } from "words"

export function mount(section) {
  section.addEventListener("htmx:before:swap", (event) => {
    const { ctx } = event.detail
    if (ctx.sourceElement !== section || !ctx.text) return
    const latest = /data-latest="(\d+)"/.exec(ctx.text)?.[1]
    if (latest === section.dataset.latest || !writing(section)) return
    event.preventDefault()
    offer(section)
  })
}

const writing = (section) =>
  [...section.querySelectorAll("textarea")].some(
    (area) => area === document.activeElement || area.value !== area.defaultValue,
  )

function offer(section) {
  const news = section.querySelector(".drafts__news")
  if (news.childElementCount) return
  const button = document.createElement("button")
  button.type = "button"
  button.className = "button button--small"
  button.textContent = word("show-round")
  button.addEventListener("click", () => {
    news.replaceChildren()
    const address = section.getAttribute("hx-get").replace(/\?.*$/, "")
    htmx.ajax("GET", address, { source: section.parentElement, target: section, swap: "outerMorph" })
  })
  news.replaceChildren(document.createTextNode(word("new-round")), button)
}
