// behaviors/copy-link — a button that copies data-copy and says so for two seconds.

import { word } from "words"

const SAY_FOR = 2000 // ms

export function mount(button) {
  const words = button.querySelector("[data-copy-words]") ?? button
  const before = words.textContent
  button.addEventListener("click", async () => {
    await put(button.dataset.copy)
    words.textContent = word("copied")
    setTimeout(() => (words.textContent = before), SAY_FOR)
  })
}

async function put(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const field = document.createElement("textarea") // plain http in a local network has no clipboard of its own
  field.value = text
  field.className = "visually-hidden"
  document.body.append(field)
  field.select()
  document.execCommand("copy")
  field.remove()
}
