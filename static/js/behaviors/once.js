// behaviors/once — a plain form that is sent once: its buttons rest until the next page, or the way back, is there.

export function mount(form) {
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return
    if (form.dataset.sent) {
      event.preventDefault()
      return
    }
    form.dataset.sent = "yes"
    event.submitter?.setAttribute("aria-disabled", "true")
  })
  addEventListener("pageshow", () => {
    delete form.dataset.sent
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled")
  })
}
