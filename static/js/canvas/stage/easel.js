// canvas/stage/easel — the page on which people work: draws the neutral page, and tells what they did to it.
import { ActiveSelection, Canvas, cache } from "fabric"
import { build, update } from "canvas/stage/build"
import { layPaper, layVeil } from "canvas/stage/ground"
import { openGuides } from "canvas/stage/guides"
import { dress } from "canvas/stage/handles"
import { bindHands, placeOf } from "canvas/stage/hands"
import { TextBlock } from "canvas/stage/text"
import { openView } from "canvas/stage/view"

const VEIL = "#e6e9eec7"
const OPTIONS = {
  enablePointerEvents: true,
  preserveObjectStacking: true,
  renderOnAddRemove: false,
  controlsAboveOverlay: true,
  uniScaleKey: null,
  altActionKey: null,
  altSelectionKey: null,
  centeredKey: null,
  selectionColor: "#2b55e01f",
  selectionBorderColor: "#2b55e0",
  selectionLineWidth: 1.5,
}

/** A canvas with a veil over what lies outside the page, but under the handles. */
class Board extends Canvas {
  _renderOverlay(ctx) {
    this.veil?.(ctx)
  }
}

/**
 * Fires on `host`: canvas:selected {ids} · canvas:carried {ids, motion} · canvas:reshaped {id, values} ·
 * canvas:typed {id, values, done} · canvas:opened {id} (double click) · canvas:cloned {ids} · canvas:zoomed {zoom}.
 */
export class Easel {
  #drawn = new Map() // id → Fabric object at the top level
  #late = null // a page that came while text was typed or something was dragged
  quiet = false // true while selections are ours, not a person's
  dragging = false
  page = null
  isolated = null // id of the group whose parts are worked on

  /**
   * @param {HTMLElement} host
   * @param {{resources: object, label: HTMLElement, words: {canvas: string, text: string}, safe: () => object|null,
   *   readOnly?: boolean}} options  safe: margins of the page's format; words: what the canvas and its text field are called
   */
  constructor(host, { resources, label, words, safe, readOnly = false }) {
    const { clientWidth: width, clientHeight: height } = host
    Object.assign(this, { host, resources, words, readOnly })
    this.canvas = new Board(host.querySelector("canvas"), { ...OPTIONS, width, height, selection: !readOnly })
    this.#reach(words.canvas)
    this.#ground()
    bindHands(this)
    openGuides(this.canvas, label, () => this.page, safe)
    this.view = openView(
      this.canvas,
      host,
      () => this.page,
      (zoom) => this.tell("zoomed", { zoom }),
    )
  }

  /** Shows a page: its fonts and pictures are fetched first, so that the first look is the right one. */
  async show(page) {
    const { fonts, pictures } = this.resources
    await Promise.all([fonts.ensure(page.objects), pictures.ensure(page.objects)])
    const other = this.page?.id !== page.id
    this.sync(page)
    if (other) this.view.fit()
  }

  /** Brings the picture up to date. What did not change is not touched, nor what somebody is typing or dragging. */
  sync(page) {
    const typing = this.editing
    if (typing && page.id !== this.page?.id) typing.exitEditing()
    this.page = page
    this.#late = typing || this.dragging ? page : null
    if (this.dragging) return
    const chosen = this.selected
    const regroup = this.canvas.getActiveObject() instanceof ActiveSelection
    this.#quietly(() => {
      if (regroup) this.canvas.discardActiveObject()
      const wanted = this.#topLevel(page.objects)
      const gone = [...this.#drawn.keys()].filter((id) => !wanted.some((object) => object.id === id))
      for (const id of gone) this.#take(id)
      const replaced = wanted.map((object) => this.#draw(object)).includes(true)
      this.#order(wanted)
      if (regroup || replaced || gone.some((id) => chosen.includes(id))) this.select(chosen)
    })
    this.#fetch(page)
    this.canvas.requestRenderAll()
    if (chosen.some((id) => !this.selected.includes(id))) this.tell("selected", { ids: this.selected })
  }

  /** Draws what had to wait for a hand or a word. */
  catchUp() {
    if (this.#late && !this.editing && !this.dragging) this.sync(this.#late)
  }

  get selected() {
    return this.canvas
      .getActiveObjects()
      .map(({ id }) => id)
      .filter(Boolean)
  }

  /** @param {string[]} ids objects of the top level (or of the group that is open) */
  select(ids) {
    const made = ids.map((id) => this.#drawn.get(id)).filter((each) => each?.visible)
    this.#quietly(() => {
      this.canvas.discardActiveObject()
      if (made.length === 1) this.canvas.setActiveObject(made[0])
      if (made.length > 1) this.canvas.setActiveObject(dress(new ActiveSelection(made, { canvas: this.canvas })))
    })
    this.canvas.requestRenderAll()
    if (!this.quiet) this.tell("selected", { ids: this.selected })
  }

  /** Works on the parts of a group (null: on the page again). */
  isolate(id) {
    this.isolated = id
    this.canvas.discardActiveObject()
    this.sync(this.page)
  }

  /** The text that is being typed in, or null. */
  get editing() {
    const active = this.canvas.getActiveObject()
    return active instanceof TextBlock && active.isEditing ? active : null
  }

  get composing() {
    return Boolean(this.editing?.inCompositionMode)
  }

  editText(id, { all = false } = {}) {
    const made = this.#drawn.get(id)
    if (!(made instanceof TextBlock) || !made.editable || this.readOnly) return
    this.select([id])
    made.enterEditing()
    if (all) made.selectAll()
  }

  stopEditing() {
    this.editing?.exitEditing()
  }

  /** Takes back what the pointer is doing (Escape, a second finger). @returns {boolean} whether it was doing something */
  cancelGesture() {
    const transform = this.canvas._currentTransform
    this.canvas._groupSelector = null
    if (!transform?.actionPerformed) return false
    const { target, original } = transform
    const { left, top, angle, scaleX, scaleY } = original
    target.set({ left, top, angle, scaleX, scaleY })
    if (target.neutral) update(target, target.neutral, this.resources)
    transform.actionPerformed = false
    this.canvas.endCurrentTransform()
    this.canvas.fire("mouse:up", {})
    this.canvas.requestRenderAll()
    return true
  }

  /** The page as it would be with the words that are being typed. */
  pageWithTyping() {
    const typing = this.editing
    if (!typing) return this.page
    const props = { text: typing.text }
    const change = (object) => {
      if (object.type === "group") return { ...object, children: object.children.map(change) }
      if (object.id !== typing.id) return object
      return {
        ...object,
        props: { ...object.props, ...props },
        transform: { ...object.transform, ...placeOf(typing) },
      }
    }
    return { ...this.page, objects: this.page.objects.map(change) }
  }

  /** px that the lines of a neutral text need. */
  heightOf(object) {
    return build(object, this.resources).blockHeight
  }

  /** Middle of what is seen, in page pixels. */
  get middle() {
    const { tl, br } = this.canvas.calcViewportBoundaries()
    return { x: (tl.x + br.x) / 2, y: (tl.y + br.y) / 2 }
  }

  tell(name, detail) {
    this.host.dispatchEvent(new CustomEvent(`canvas:${name}`, { detail, bubbles: true }))
  }

  async close() {
    this.view.close()
    await this.canvas.dispose() // leaves no textarea behind (trap F11)
  }

  #topLevel(objects) {
    return objects.flatMap((object) =>
      object.id === this.isolated && object.type === "group" ? object.children : [object],
    )
  }

  /** @returns {boolean} whether a new Fabric object took the place of an old one */
  #draw(object) {
    const made = this.#drawn.get(object.id)
    if (made && (made.neutral === object || made === this.editing)) return false
    if (made && update(made, object, this.resources)) return this.#guard(made, false)
    if (made) this.#take(object.id)
    const fresh = dress(build(object, this.resources))
    fresh.hiddenTextareaContainer = this.canvas.wrapperEl // a dialog may be all that takes keys (trap F10)
    fresh.fieldLabel = this.words.text
    this.#drawn.set(object.id, fresh)
    this.canvas.add(fresh)
    return this.#guard(fresh, Boolean(made))
  }

  #guard(made, result) {
    if (this.readOnly) made.set({ hasControls: false, lockMovementX: true, lockMovementY: true, editable: false })
    return result
  }

  #take(id) {
    this.canvas.remove(this.#drawn.get(id))
    this.#drawn.delete(id)
  }

  #order(wanted) {
    wanted.forEach(({ id }, index) => {
      const made = this.#drawn.get(id)
      if (this.canvas.item(index) !== made) this.canvas.moveObjectTo(made, index)
    })
  }

  // Pictures and fonts that are not here yet come later; what was measured with a stand-in is measured anew (trap F12).
  async #fetch(page) {
    const { fonts, pictures } = this.resources
    const letters = fonts.pending(page.objects)
    if (!letters && !pictures.pending(page.objects)) return
    await Promise.all([fonts.ensure(page.objects), pictures.ensure(page.objects)])
    if (page !== this.page) return
    if (letters) cache.clearFontCache()
    for (const made of this.#drawn.values()) if (made !== this.editing) made.neutral = { ...made.neutral }
    this.sync(page)
  }

  // Fabric's canvas has neither tab stop nor role (trap F14).
  #reach(label) {
    const { upperCanvasEl: upper, lowerCanvasEl: lower } = this.canvas
    upper.tabIndex = 0
    upper.setAttribute("role", "application")
    upper.setAttribute("aria-label", label)
    lower.setAttribute("aria-hidden", "true")
    upper.addEventListener("pointerdown", () => (this.selectedBefore = this.selected[0]), { capture: true })
    upper.addEventListener("pointerdown", () => !this.editing && upper.focus({ preventScroll: true }))
    this.canvas.cancelGesture = () => this.cancelGesture()
  }

  #ground() {
    const { canvas } = this
    canvas.on(
      "before:render",
      ({ ctx }) => this.page && layPaper(ctx, canvas.viewportTransform, this.page, "#ffffff"),
    )
    canvas.veil = (ctx) => {
      const color = getComputedStyle(this.host).getPropertyValue("--easel-veil").trim() || VEIL
      if (this.page) layVeil(ctx, canvas, this.page, color)
    }
  }

  #quietly(work) {
    const before = this.quiet
    this.quiet = true
    try {
      work()
    } finally {
      this.quiet = before
    }
  }
}
