// behaviors/enter-sends — Enter sends the form of this textarea, Shift+Enter makes a new line. Never while Hangul is being composed.

const COMPOSING = 229 // key code of a key that the input method has swallowed

export function mount(area) {
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === COMPOSING) return
    event.preventDefault()
    if (area.value.trim()) area.form.requestSubmit()
  })
}
