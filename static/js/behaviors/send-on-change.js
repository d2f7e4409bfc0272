// behaviors/send-on-change — a form of one file field that goes as soon as something was chosen.

export function mount(form) {
  form.addEventListener("change", ({ target }) => {
    if (target.type === "file" && target.files.length) form.requestSubmit()
  })
}
