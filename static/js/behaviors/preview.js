// behaviors/preview — opens a card's pictures large; arrows walk through the drafts, chips through the sizes.

const cards = () => [...document.querySelectorAll(".draft")].filter((card) => card.querySelector(".draft__picture img"))

export function mount(button) {
  button.addEventListener("click", () => {
    const dialog = document.getElementById("preview")
    listen(dialog)
    if (!show(dialog, button.closest(".draft"))) return
    dialog.showModal()
    dialog.addEventListener("close", () => dialog.card.querySelector(".draft__picture").focus(), { once: true })
  })
}

function listen(dialog) {
  if (dialog.card !== undefined) return
  dialog.card = null
  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") step(dialog, -1)
    if (key === "ArrowRight") step(dialog, 1)
  })
  for (const button of dialog.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => step(dialog, Number(button.dataset.step)))
  }
}

function step(dialog, by) {
  const all = cards()
  show(dialog, all.at((all.indexOf(dialog.card) + by) % all.length))
}

function show(dialog, card) {
  const pictures = [...card.querySelectorAll(".draft__picture img")]
  if (!pictures.length) return false
  dialog.card = card
  dialog.querySelector(".preview__name").textContent = card.querySelector(".draft__name").textContent
  const chips = pictures.map((picture) => chip(dialog, picture))
  dialog.querySelector("[data-sizes]").replaceChildren(...(chips.length > 1 ? chips : []))
  choose(dialog, pictures[0])
  return true
}

function chip(dialog, picture) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "chip"
  button.textContent = picture.dataset.label
  button.addEventListener("click", () => choose(dialog, picture))
  return button
}

function choose(dialog, picture) {
  const large = dialog.querySelector(".preview__picture")
  large.src = picture.src
  large.alt = picture.alt
  large.width = picture.getAttribute("width")
  large.height = picture.getAttribute("height")
  for (const button of dialog.querySelectorAll("[data-sizes] button")) {
    button.setAttribute("aria-pressed", String(button.textContent === picture.dataset.label))
  }
}
