// behaviors/faces — shows words in the design font named by data-face. The fonts' table stands in <script id="faces">.
// They are registered as "kit <family>", so that the interface keeps its own typeface. The chosen ones are fetched at
// once, the others when somebody scrolls to them.

import { openFonts } from "canvas/fonts"

let fonts = null

export function mount(page) {
  const rows = JSON.parse(document.getElementById("faces").textContent)
  fonts ??= openFonts(rows.map((row) => ({ ...row, family: named(row.family) })))
  const places = [...page.querySelectorAll("[data-face]")]
  for (const place of places) {
    place.style.fontFamily = `"${named(place.dataset.face)}", var(--font)`
    place.style.fontWeight = place.dataset.weight
    if (place.parentElement.querySelector(":checked")) load(place)
  }
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    seen.disconnect()
    places.forEach(load)
  })
  if (places.length) seen.observe(places[0])
}

const load = ({ dataset }) => fonts.load(named(dataset.face), Number(dataset.weight))
const named = (family) => `kit ${family}`
