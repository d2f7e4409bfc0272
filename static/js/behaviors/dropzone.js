// behaviors/dropzone — an area around one <input type="file">: takes drops and pasted pictures, lists what was chosen in
// [data-dropzone-list] with a small picture and a button to take it out again. Files over data-most bytes are named at once.

import { showProblem } from "problem"
import { word } from "words"

export function mount(zone) {
  const input = zone.querySelector('input[type="file"]')
  const list = zone.querySelector("[data-dropzone-list]")
  const most = Number(zone.dataset.most ?? 25 * 2 ** 20)
  let kept = [] // the browser forgets the earlier choice when a person chooses again

  const keep = (files) => {
    kept = files
    const holder = new DataTransfer()
    for (const file of kept) holder.items.add(file)
    input.files = holder.files
    list?.replaceChildren(...kept.map((file) => line(file, () => keep(kept.filter((each) => each !== file)))))
  }
  const take = (files) => {
    const fitting = files.filter(({ size }) => size <= most)
    if (fitting.length < files.length) showProblem(word("too-large"))
    const fresh = fitting.filter((file) => !kept.some((each) => same(each, file)))
    keep(input.multiple ? [...kept, ...fresh] : fitting.slice(-1))
  }

  zone.addEventListener("dragover", (event) => {
    event.preventDefault()
    zone.classList.add("dropzone--over")
  })
  zone.addEventListener("dragleave", ({ relatedTarget }) => {
    if (!zone.contains(relatedTarget)) zone.classList.remove("dropzone--over")
  })
  zone.addEventListener("drop", (event) => {
    event.preventDefault()
    zone.classList.remove("dropzone--over")
    take([...event.dataTransfer.files])
  })
  zone.addEventListener("paste", (event) => {
    const files = [...event.clipboardData.files]
    if (!files.length) return
    event.preventDefault()
    take(files)
  })
  input.addEventListener("change", () => take([...input.files]))
  input.form?.addEventListener("reset", () => keep([]))
}

const same = (one, other) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified

function line(file, drop) {
  const row = document.createElement("li")
  row.className = "chosen"
  if (file.type.startsWith("image/")) row.append(picture(file))
  const name = document.createElement("span")
  name.className = "chosen__name"
  name.textContent = file.name
  const button = document.createElement("button")
  button.type = "button"
  button.className = "chosen__out"
  button.setAttribute("aria-label", `${word("remove")}: ${file.name}`)
  button.textContent = "×"
  button.addEventListener("click", drop)
  row.append(name, button)
  return row
}

function picture(file) {
  const image = new Image(32, 32)
  image.className = "chosen__picture"
  image.alt = ""
  image.src = URL.createObjectURL(file)
  image.onload = () => URL.revokeObjectURL(image.src)
  return image
}
