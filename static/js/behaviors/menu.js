// behaviors/menu — <details> as a menu: Escape, a click elsewhere and leaving by Tab close it; arrows walk through it.

export function mount(menu) {
  const summary = menu.querySelector("summary")
  const close = () => (menu.open = false)

  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      event.stopPropagation()
      close()
      summary.focus()
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") walk(menu, event)
  })
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) close()
  })
  document.addEventListener("pointerdown", ({ target }) => {
    if (menu.open && !menu.contains(target)) close()
  })
}

function walk(menu, event) {
  const choices = [...menu.querySelectorAll(".menu__choice")]
  if (!menu.open || !choices.length) return
  event.preventDefault()
  const step = event.key === "ArrowDown" ? 1 : -1
  const at = choices.indexOf(document.activeElement)
  choices.at(at < 0 && step < 0 ? -1 : (at + step) % choices.length).focus()
}
