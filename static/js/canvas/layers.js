// canvas/layers — the list of objects, top first: the canvas for people who do not see it, and the way to reach what lies below.
import { toggleLock, toggleVisible } from "canvas/verbs"
import { restack, sets } from "canvas/edits"
import { part } from "canvas/words"

/** @param {import("canvas/editor").Editor} editor */
export function bindLayers(editor) {
  const tree = editor.root.querySelector("[data-layers]")
  const open = new Set() // groups that are unfolded
  let focus = null // id of the row that Tab leads to

  const draw = () => {
    const had = tree.contains(document.activeElement)
      ? document.activeElement.closest("[role=treeitem]")?.dataset.id
      : null
    if (!tree.checkVisibility() || tree.querySelector("input")) return // not seen, or somebody is renaming
    tree.replaceChildren(...editor.page.objects.toReversed().map((object) => row(object, 1)))
    const rows = visible()
    const reachable =
      rows.find(({ dataset }) => dataset.id === (had ?? focus)) ??
      rows.find(({ ariaSelected }) => ariaSelected === "true") ??
      rows[0]
    if (reachable) reachable.tabIndex = 0
    if (had) reachable?.focus()
    editor.root.querySelector("[data-no-layers]").hidden = rows.length > 0
  }

  function row(object, level) {
    const made = part(editor.root, "layer")
    const chosen = editor.easel.selected.includes(object.id)
    made.dataset.id = object.id
    made.setAttribute("aria-level", level)
    made.setAttribute("aria-selected", String(chosen))
    made.setAttribute("aria-label", described(object))
    made.querySelector("[data-name]").textContent = editor.nameOf(object)
    made
      .querySelector(
        `[data-kind="${["text", "image", "shape", "line", "group"].includes(object.type) ? object.type : "unknown"}"]`,
      )
      .removeAttribute("hidden")
    press(made, "lock", Boolean(object.locks?.move), () => toggleLock(editor, [find(object.id)]))
    press(made, "hide", object.visible === false, () => toggleVisible(editor, [find(object.id)]))
    if (object.type === "group") unfold(made, object, level)
    return made
  }

  function unfold(made, object, level) {
    made.setAttribute("aria-expanded", String(open.has(object.id)))
    if (!open.has(object.id)) return
    const inner = made.appendChild(document.createElement("ul"))
    inner.setAttribute("role", "group")
    inner.append(...object.children.toReversed().map((child) => row(child, level + 1)))
  }

  function press(made, name, on, act) {
    const button = made.querySelector(`[data-layer-${name}]`)
    button.setAttribute("aria-pressed", String(on))
    button.disabled = editor.readOnly
    button.addEventListener("click", (event) => {
      event.stopPropagation()
      act()
    })
  }

  const described = (object) => {
    const states = [editor.nameOf(object)]
    if (object.locks?.move) states.push(editor.say("is locked"))
    if (object.visible === false) states.push(editor.say("is hidden"))
    return states.join(", ")
  }
  const visible = () => [...tree.querySelectorAll("[role=treeitem]")]
  const find = (id, objects = editor.page.objects) =>
    objects.reduce(
      (hit, object) => hit ?? (object.id === id ? object : find(id, object.type === "group" ? object.children : [])),
      null,
    )
  const parentOf = (id) =>
    editor.page.objects.find(({ type, children }) => type === "group" && children.some((child) => child.id === id))

  /** @param {boolean} more adds to the selection */
  function choose(id, more) {
    focus = id
    const group = parentOf(id)
    const inside = group?.id ?? null
    if (editor.easel.isolated !== inside) editor.easel.isolate(inside)
    const before = editor.easel.selected
    editor.easel.select(!more ? [id] : before.includes(id) ? before.filter((each) => each !== id) : [...before, id])
    editor.refresh()
  }

  function rename(made, object) {
    const label = made.querySelector("[data-name]")
    const field = Object.assign(document.createElement("input"), {
      className: "layer__rename",
      value: object.name || editor.nameOf(object),
      maxLength: 200,
    })
    field.setAttribute("aria-label", editor.say("name"))
    label.replaceWith(field)
    field.select()
    let over = false
    const end = (keep) => {
      if (over) return
      over = true
      field.replaceWith(label)
      if (keep)
        editor.change(sets(editor.page.id, object, { name: field.value.trim() }), { label: editor.say("renamed") })
      editor.refresh()
      visible()
        .find(({ dataset }) => dataset.id === object.id)
        ?.focus()
    }
    field.addEventListener("keydown", (event) => {
      event.stopPropagation()
      if (event.key === "Enter" && !event.isComposing) end(true)
      if (event.key === "Escape" && !event.isComposing) end(false)
    })
    field.addEventListener("blur", () => end(true))
  }

  tree.addEventListener("click", (event) => {
    const made = event.target.closest("[role=treeitem]")
    if (made && !event.target.closest("button, input"))
      choose(made.dataset.id, event.shiftKey || event.ctrlKey || event.metaKey)
  })
  tree.addEventListener("dblclick", ({ target }) => {
    const made = target.closest("[role=treeitem]")
    if (made && !editor.readOnly && !target.closest("button, input")) rename(made, find(made.dataset.id))
  })

  const KEYS = {
    ArrowDown: (made, rows) => rows[rows.indexOf(made) + 1]?.focus(),
    ArrowUp: (made, rows) => rows[rows.indexOf(made) - 1]?.focus(),
    Home: (made, rows) => rows[0].focus(),
    End: (made, rows) => rows.at(-1).focus(),
    ArrowRight: (made) => fold(made, true),
    ArrowLeft: (made) => fold(made, false),
    Enter: (made) => choose(made.dataset.id, false),
    " ": (made) => choose(made.dataset.id, true),
    F2: (made) => !editor.readOnly && rename(made, find(made.dataset.id)),
    Delete: (made) => (choose(made.dataset.id, false), editor.run("remove")),
  }
  tree.addEventListener("keydown", (event) => {
    const made = event.target.closest("[role=treeitem]")
    if (!made || event.target.tagName === "INPUT") return
    const moved =
      (event.ctrlKey || event.metaKey || event.altKey) && { ArrowUp: "forward", ArrowDown: "backward" }[event.key]
    const act = moved
      ? () => reorder(made.dataset.id, moved)
      : event.altKey && event.code === "KeyN"
        ? KEYS.F2
        : KEYS[event.key]
    if (!act || event.target.tagName === "BUTTON") return
    event.preventDefault()
    event.stopPropagation()
    act(made, visible())
    const now = document.activeElement?.closest?.("[role=treeitem]")
    for (const each of visible()) each.tabIndex = each === now ? 0 : -1
  })

  function reorder(id, way) {
    const group = parentOf(id)
    editor.change(restack(editor.page.id, group ? group.children : editor.page.objects, [id], way), {
      label: editor.say("restacked"),
    })
  }

  function fold(made, on) {
    if (!made.hasAttribute("aria-expanded")) return
    open[on ? "add" : "delete"](made.dataset.id)
    draw()
  }

  editor.root.addEventListener("editor:refreshed", draw)
}
