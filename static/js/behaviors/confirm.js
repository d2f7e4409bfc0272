// behaviors/confirm — a form (plain or htmx) that asks data-confirm before it goes; data-yes names the button that does it.

import { part } from "words"

export function mount(form) {
  let sure = false
  form.addEventListener(
    "submit",
    async (event) => {
      if (sure) {
        sure = false
        return
      }
      event.preventDefault()
      event.stopImmediatePropagation()
      if (!(await ask(form.dataset.confirm, form.dataset.yes))) return
      sure = true
      form.requestSubmit(event.submitter)
    },
    { capture: true },
  )
}

/** @param {string} words the question @param {string} [yes] words on the button @returns {Promise<boolean>} */
export function ask(words, yes) {
  const dialog = part("confirm")
  dialog.querySelector("#confirm-words").textContent = words
  if (yes) dialog.querySelector('[value="yes"]').textContent = yes
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove()
      resolve(dialog.returnValue === "yes")
    })
  })
}
