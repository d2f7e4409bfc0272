// behaviors/fill — a button that puts its sentence (data-fill) into the field named by data-into, ready to be sent or changed.

export function mount(button) {
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.into)
    field.value = button.dataset.fill
    field.dispatchEvent(new Event("input", { bubbles: true }))
    field.focus()
  })
}
