// canvas/library — the pictures one can put on the page: the brand's, and new ones from this machine.
import { cover } from "canvas/crop"
import { sets } from "canvas/edits"
import { addBeside } from "canvas/gestures"
import { object } from "canvas/objects"
import { part } from "canvas/words"

const PICTURES = /^image\/(png|jpeg|webp)$/

/** @param {import("canvas/editor").Editor} editor */
export function bindLibrary(editor) {
  const { root, data } = editor
  const list = root.querySelector("[data-photos]")
  const draw = () => {
    list.replaceChildren(...data.photos.map((photo) => tile(editor, photo)))
    root.querySelector("[data-no-photos]").hidden = data.photos.length > 0
  }
  root.querySelector("[data-upload]")?.addEventListener("change", ({ target }) => {
    takeFiles(editor, [...target.files]).then(draw)
    target.value = ""
  })
  root.addEventListener("editor:files", ({ detail }) => takeFiles(editor, detail.files).then(draw))
  const easel = root.querySelector("[data-easel]")
  easel.addEventListener("dragover", (event) => event.preventDefault())
  easel.addEventListener("drop", (event) => {
    event.preventDefault()
    takeFiles(editor, [...event.dataTransfer.files]).then(draw)
  })
  draw()
}

async function takeFiles(editor, files) {
  const words = editor.root.querySelector("[data-upload-words]")
  for (const file of files) {
    words.textContent = editor.say("uploading", { name: file.name })
    try {
      if (!PICTURES.test(file.type))
        throw Object.assign(new Error(editor.say("no picture", { name: file.name })), { kind: "refused" })
      const photo = await editor.server.upload(file)
      editor.data.photos.unshift(photo)
      place(editor, photo)
      words.textContent = editor.say("uploaded", { name: file.name })
    } catch (error) {
      if (!error.kind) throw error
      words.textContent = error.kind === "refused" ? error.message : editor.say("not uploaded", { name: file.name })
    }
  }
}

function tile(editor, photo) {
  const made = part(editor.root, "photo")
  const image = made.querySelector("img")
  image.src = editor.data.urls.picture.replace("{id}", photo.id)
  image.alt = photo.alt || photo.name
  made.querySelector("button").addEventListener("click", () => place(editor, photo))
  return made
}

/** Into the frame that is selected, else as a new picture in the middle of what is seen. */
function place(editor, photo) {
  const natural = { w: photo.width, h: photo.height }
  const [frame] = editor.chosen.filter(({ type, locks }) => type === "image" && !locks?.content)
  if (frame) return fill(editor, frame, photo, natural)
  const { page, easel } = editor
  const scale = Math.min((page.width * 0.5) / natural.w, (page.height * 0.5) / natural.h)
  const made = object(
    "image",
    { ...easel.middle, w: natural.w * scale, h: natural.h * scale },
    {
      role: photo.kind === "logo" ? "logo" : "product-image",
      props: { asset: photo.id, natural, crop: { x: 0, y: 0, w: 1, h: 1 }, alt: photo.alt ?? "" },
    },
  )
  editor.change(addBeside(editor, made), { label: editor.say("added", { name: photo.name }) })
  easel.select([made.id])
}

function fill(editor, frame, photo, natural) {
  const values = {
    "props.asset": photo.id,
    "props.natural": natural,
    "props.crop": cover(natural, frame.transform),
    "props.alt": photo.alt ?? "",
  }
  editor.change(sets(editor.page.id, frame, values), { label: editor.say("picture changed") })
}
