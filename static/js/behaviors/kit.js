// behaviors/kit — the kit's form and its preview: every change is seen at once, nothing is stored before "Save".

import { bestOn, contrast, hexOf } from "contrast"

const COLORS = ["primary", "secondary", "accent", "text", "background"]

export function mount(page) {
  const form = page.querySelector("[data-kit-form]")
  const preview = page.querySelector("[data-kit-preview]")
  for (const name of COLORS) joinWell(form, name)
  const draw = () => {
    const colors = Object.fromEntries(COLORS.map((name) => [name, colorOf(form, name)]))
    paint(preview, colors)
    for (const pair of page.querySelectorAll("[data-pair]")) weigh(pair, colors)
    for (const kind of ["heading", "body"]) {
      preview.style.setProperty(`--kit-${kind}`, `"kit ${form.elements[`${kind}_font`].value}", var(--font)`)
    }
    say(preview, "name", form.elements.name.value)
    say(preview, "headline", form.elements.key_messages.value.trim().split("\n")[0])
  }
  form.addEventListener("input", draw)
  draw()
}

/** What the field says, or the last colour that was one. */
const colorOf = (form, name) => hexOf(form.elements[name].value) ?? form.querySelector(`[data-well="${name}"]`).value

/** The colour well and the field beside it always show the same colour. */
function joinWell(form, name) {
  const field = form.elements[name]
  const well = form.querySelector(`[data-well="${name}"]`)
  const follow = () => (well.value = hexOf(field.value) ?? well.value)
  well.addEventListener("input", () => (field.value = well.value))
  field.addEventListener("input", follow)
  follow()
}

function paint(preview, colors) {
  for (const [name, color] of Object.entries(colors)) preview.style.setProperty(`--kit-${name}`, color)
  const inks = [colors.text, colors.background, "#ffffff", "#111111"]
  for (const ground of ["primary", "accent"]) {
    preview.style.setProperty(`--kit-on-${ground}`, bestOn(colors[ground], inks))
  }
}

function weigh(pair, colors) {
  const [ink, paper] = pair.dataset.pair.split(" ").map((name) => colors[name])
  const sample = pair.querySelector("[data-sample]")
  sample.style.color = ink
  sample.style.backgroundColor = paper
  const ratio = Math.floor(contrast(ink, paper) * 10) / 10
  pair.querySelector("output").textContent = `${ratio.toFixed(1)} : 1`
  pair.classList.toggle("pair--weak", ratio < Number(pair.dataset.least))
}

/** Shows the words, or what the page came with where there are none. */
function say(preview, part, words) {
  const place = preview.querySelectorAll(`[data-say="${part}"]`)
  for (const each of place) {
    each.dataset.before ??= each.textContent
    each.textContent = words.trim() || each.dataset.before
  }
}
