// behaviors/close — a button that closes the dialog it stands in, or clears the problem it stands in.

export function mount(button) {
  button.addEventListener("click", () => {
    const dialog = button.closest("dialog")
    if (dialog) dialog.close()
    else button.closest(".problem").replaceChildren()
  })
}
