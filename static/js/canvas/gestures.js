// canvas/gestures — what hands did on the easel, as ops: one drag is one step back, one text session too.
import { add, carry, copyOf, family, remove, sets } from "canvas/edits"

/** @param {import("canvas/editor").Editor} editor */
export function bindGestures(editor) {
  const { root, session, say } = editor
  const on = (name, work) => root.addEventListener(`canvas:${name}`, ({ detail }) => work(detail))
  const find = (id) => editor.page.objects.flatMap(family).find((object) => object.id === id)
  let typing = null // id of the text whose session is open
  let copies = null // what Alt + drag leaves behind

  on("carried", ({ ids, motion }) => {
    const ops = [...(copies ?? []), ...ids.flatMap((id) => carry(editor.page.id, find(id), motion))]
    copies = null
    editor.change(ops, { label: say("moved") })
  })

  on("reshaped", ({ id, values }) => editor.change(sets(editor.page.id, find(id), values), { label: say("resized") }))

  // The one that moves stays itself; a copy takes its old place.
  on("cloned", ({ ids }) => {
    copies = ids.flatMap((id) => {
      const index = editor.siblings.findIndex((object) => object.id === id)
      return addBeside(editor, copyOf(find(id)), index)
    })
  })

  on("typed", ({ id, values, done }) => {
    const object = find(id)
    if (!object) return
    if (!typing) session.begin(say("typed"))
    typing = id
    session.held = editor.easel.composing
    editor.change(sets(editor.page.id, object, values))
    if (!done) return
    session.held = false
    typing = null
    if (!values["props.text"].trim()) editor.change(remove(editor.page.id, [object]))
    session.end()
  })

  // A composition that ends lets go what was held back.
  root.addEventListener("compositionend", () =>
    setTimeout(() => {
      session.held = editor.easel.composing
      session.seal()
    }),
  )

  on("opened", ({ id }) => {
    const object = find(id)
    if (object?.type === "group") return openGroup(editor, id)
    if (object?.type === "text") editor.easel.editText(id)
    if (object?.type === "image") showCrop(editor)
  })

  on("selected", () => {
    const { chosen } = editor
    if (chosen.length === 1) editor.announce(say("selected one", { name: editor.nameOf(chosen[0]) }))
    else editor.announce(chosen.length ? say("selected many", { count: chosen.length }) : say("selected none"))
    session.history.seal()
    editor.refresh()
  })
}

function showCrop({ root }) {
  root.dispatchEvent(new CustomEvent("editor:panel", { detail: "inspector" }))
  requestAnimationFrame(() => root.querySelector('[data-field="zoom"]').focus())
}

/** Works on the parts of a group. */
export function openGroup(editor, id) {
  editor.easel.isolate(id)
  editor.announce(editor.say("group open"))
  editor.refresh()
}

/** Ops that put an object among the siblings that are worked on. */
export function addBeside(editor, object, index) {
  const { isolated } = editor.easel
  return add(editor.page.id, object, index).map((op) => (isolated ? { ...op, parent: isolated } : op))
}
