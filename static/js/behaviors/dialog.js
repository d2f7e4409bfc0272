// behaviors/dialog — a button that opens the <dialog> whose id stands in data-dialog; a click on the backdrop closes it.

export function mount(button) {
  const dialog = () => document.getElementById(button.dataset.dialog)
  button.setAttribute("aria-haspopup", "dialog")
  button.addEventListener("click", () => {
    dialog().addEventListener("click", closeOnBackdrop)
    dialog().showModal()
  })
}

function closeOnBackdrop({ target, currentTarget, clientX, clientY }) {
  if (target !== currentTarget) return
  const box = currentTarget.getBoundingClientRect()
  const inside = box.left <= clientX && clientX <= box.right && box.top <= clientY && clientY <= box.bottom
  if (!inside) currentTarget.close()
}
