// canvas/stage/easel — the page on which people work: draws the neutral page, and tells what they did to it.
import { ActiveSelection, Canvas, cache } from "fabric"
import { upright, tidy } from "canvas/geometry"
import { layPaper } from "canvas/stage"
import { build, update } from "canvas/stage/build"
import { openGuides } from "canvas/stage/guides"
import { dress } from "canvas/stage/handles"
import { TextBlock } from "canvas/stage/text"
import { openView } from "canvas/stage/view"

/** A canvas with the page's paper under the objects and a veil over what lies outside it. */
class Board extends Canvas {
  _renderOverlay(ctx) {
    this.veil?.(ctx)
  }
}

/**
 * Fires on `host`: canvas:selected {ids} · canvas:carried {ids, motion} · canvas:reshaped {id, values} ·
 * canvas:typed {id, values, done} · canvas:opened {id} (double click) · canvas:zoomed {zoom} · canvas:cloned.
 */
export class Easel {
  #drawn = new Map() // id → Fabric object at the top level
  #quiet = false
  #late = null // a page that came while text was typed or something was dragged
  #dragging = false

  /**
   * @param {HTMLElement} host
   * @param {{resources: object, label: HTMLElement, words: {canvas: string, text: string}, safe: () => object|null, readOnly?: boolean}} options
   */
  constructor(host, { resources, label, words, safe, readOnly = false }) {
    const element = host.querySelector("canvas")
    const { clientWidth: width, clientHeight: height } = host
    const options = { width, height, preserveObjectStacking: true, renderOnAddRemove: false, controlsAboveOverlay: true }
    this.host = host
    this.resources = resources
    this.words = words
    this.readOnly = readOnly
    this.page = null
    this.isolated = null // id of the group whose parts are worked on
    this.canvas = new Board(element, {
      ...options, enablePointerEvents: true, selection: !readOnly, uniformScaling: true, uniScaleKey: null, altActionKey: null, centeredKey: null,
      centeredRotation: true, selectionColor: "#2b55e01f", selectionBorderColor: "#2b55e0", selectionLineWidth: 1.5, altSelectionKey: "ctrlKey",
    })
    this.#reach(words.canvas)
    this.#veil()
    this.#listen()
    this.guides = openGuides(this.canvas, label, () => this.page, safe)
    this.view = openView(this.canvas, host, () => this.page, (zoom) => this.#tell("zoomed", { zoom }))
  }

  /** Shows a page: fonts and the pictures of it are fetched first, so that the first look is the right one. */
  async show(page) {
    const { fonts, pictures } = this.resources
    await Promise.all([fonts.ensure(page.objects), pictures.ensure(page.objects)])
    const other = this.page?.id !== page.id
    this.sync(page)
    if (other) this.view.fit()
  }

  /** Brings the picture up to date. What did not change is not touched. */
  sync(page) {
    const typing = this.editing
    if (typing && page.id !== this.page?.id) typing.exitEditing()
    this.page = page
    this.#late = typing || this.#dragging ? page : null
    if (this.#dragging) return
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
    if (lost(chosen, this.selected)) this.#tell("selected", { ids: this.selected })
  }

  get selected() {
    return this.canvas.getActiveObjects().map(({ id }) => id).filter(Boolean)
  }

  /** @param {string[]} ids objects of the top level (or of the group that is open) */
  select(ids) {
    const made = ids.map((id) => this.#drawn.get(id)).filter((each) => each?.visible && each.neutral)
    this.#quietly(() => {
      this.canvas.discardActiveObject()
      if (made.length === 1) this.canvas.setActiveObject(made[0])
      if (made.length > 1) this.canvas.setActiveObject(dress(new ActiveSelection(made, { canvas: this.canvas })))
    })
    this.canvas.requestRenderAll()
    if (!this.#quiet) this.#tell("selected", { ids: this.selected })
  }

  /** Works on the parts of a group (null: on the page again). */
  isolate(id) {
    this.isolated = id
    this.canvas.discardActiveObject()
    this.sync(this.page)
  }

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
    transform.actionPerformed = false
    const { target, original } = transform
    target.set({ left: original.left, top: original.top, angle: original.angle, scaleX: original.scaleX, scaleY: original.scaleY })
    if (target.neutral) update(target, target.neutral, this.resources)
    this.canvas.endCurrentTransform()
    target.setCoords()
    this.canvas.fire("mouse:up", {})
    this.canvas.requestRenderAll()
    return true
  }

  /** The page as it would be with the words that are being typed. */
  pageWithTyping() {
    const typing = this.editing
    if (!typing) return this.page
    const change = (object) => {
      if (object.id === typing.id) return { ...object, props: { ...object.props, text: typing.text }, transform: { ...object.transform, ...this.#placeOf(typing) } }
      return object.type === "group" ? { ...object, children: object.children.map(change) } : object
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

  async close() {
    this.view.close()
    await this.canvas.dispose() // leaves no textarea behind (trap F11)
  }

  #topLevel(objects) {
    return objects.flatMap((object) => (object.id === this.isolated && object.type === "group" ? object.children : [object]))
  }

  /** @returns {boolean} whether a new Fabric object took the place of an old one */
  #draw(object) {
    const made = this.#drawn.get(object.id)
    if (made?.neutral === object || (made && made === this.editing)) return false
    if (made && update(made, object, this.resources)) return false
    if (made) this.#take(object.id)
    const fresh = dress(build(object, this.resources))
    fresh.hiddenTextareaContainer = this.canvas.wrapperEl // a dialog may be all that takes keys (trap F10)
    fresh.fieldLabel = this.words.text
    if (this.readOnly) fresh.set({ hasControls: false, lockMovementX: true, lockMovementY: true, editable: false })
    this.#drawn.set(object.id, fresh)
    this.canvas.add(fresh)
    return Boolean(made)
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

  async #fetch(page) {
    const { fonts, pictures } = this.resources
    const letters = fonts.pending(page.objects)
    if (!letters && !pictures.pending(page.objects)) return
    await Promise.all([fonts.ensure(page.objects), pictures.ensure(page.objects)])
    if (page !== this.page) return
    if (letters) cache.clearFontCache() // what was measured with a stand-in is wrong now (trap F12)
    for (const made of this.#drawn.values()) if (made !== this.editing) made.neutral = { ...made.neutral }
    this.sync(page)
  }

  #placeOf(made) {
    return { cx: tidy(made.left), cy: tidy(made.top), w: tidy(made.width), h: tidy(made.height), angle: upright(made.angle) }
  }

  #reach(label) {
    const upper = this.canvas.upperCanvasEl
    upper.tabIndex = 0 // Fabric's canvas cannot be reached by keyboard (trap F14)
    upper.setAttribute("role", "application")
    upper.setAttribute("aria-label", label)
    upper.addEventListener("pointerdown", () => !this.editing && upper.focus({ preventScroll: true }))
    this.canvas.lowerCanvasEl.setAttribute("aria-hidden", "true")
    this.canvas.cancelGesture = () => this.cancelGesture()
  }

  #veil() {
    const workspace = () => getComputedStyle(this.host).getPropertyValue("--easel-veil").trim() || "#eceef2b8"
    this.canvas.on("before:render", ({ ctx }) => this.page && layPaper(ctx, this.canvas.viewportTransform, this.page, "#ffffff"))
    this.canvas.veil = (ctx) => {
      if (!this.page) return
      const [zoom, , , , left, top] = this.canvas.viewportTransform
      ctx.save()
      ctx.fillStyle = workspace()
      ctx.beginPath()
      ctx.rect(0, 0, this.canvas.width, this.canvas.height)
      ctx.rect(left, top, this.page.width * zoom, this.page.height * zoom)
      ctx.fill("evenodd")
      ctx.restore()
    }
  }

  #listen() {
    const chosen = ({ selected = [] }) => {
      const active = this.canvas.getActiveObject()
      if (active instanceof ActiveSelection) dress(active)
      if (!this.#quiet && (selected.length || !active)) this.#tell("selected", { ids: this.selected })
    }
    for (const name of ["selection:created", "selection:updated", "selection:cleared"]) this.canvas.on(name, chosen)
    this.canvas.on("before:transform", ({ e, transform }) => {
      const { target, action, corner } = transform
      if (target instanceof TextBlock && (corner === "ml" || corner === "mr")) transform.originY = target.hold
      this.#dragging = true
      if (e.altKey && action === "drag" && !this.readOnly) this.#tell("cloned", { ids: this.selected })
    })
    this.canvas.on("object:modified", (change) => this.#modified(change))
    this.canvas.on("mouse:up", () => {
      this.#dragging = false
      if (this.#late && !this.editing) this.sync(this.#late)
    })
    this.canvas.on("mouse:dblclick", ({ target }) => target?.id && this.#tell("opened", { id: target.id }))
    this.canvas.on("text:changed", ({ target }) => this.#typed(target, false))
    this.canvas.on("text:editing:exited", ({ target }) => this.#typed(target, true))
  }

  #modified({ target, transform, action }) {
    if (!transform) return // text editing says so too
    this.#dragging = false
    transform.actionPerformed = false // told now; a group that is drawn anew would end the gesture a second time
    if (action === "resizing") return this.#tell("reshaped", { id: target.id, values: this.#valuesOf(target) })
    const { original } = transform
    const motion = {
      from: { x: original.left, y: original.top },
      to: { x: target.left, y: target.top },
      scale: target.scaleX / original.scaleX,
      turned: target.angle - original.angle,
    }
    this.#tell("carried", { ids: this.selected, motion })
  }

  #valuesOf(made) {
    const place = Object.entries(this.#placeOf(made)).map(([key, value]) => [`transform.${key}`, value])
    const more = {}
    if (made instanceof TextBlock) more["props.fontSize"] = tidy(made.fontSize, 1)
    if (made.crop) more["props.crop"] = made.crop
    return { ...Object.fromEntries(place), ...more }
  }

  #typed(made, done) {
    const text = made.text.normalize("NFC")
    this.#tell("typed", { id: made.id, values: { ...this.#valuesOf(made), "props.text": text }, done })
    if (!done) return
    this.canvas.upperCanvasEl.focus({ preventScroll: true })
    if (this.#late) this.sync(this.#late)
  }

  #quietly(work) {
    const before = this.#quiet
    this.#quiet = true
    try {
      work()
    } finally {
      this.#quiet = before
    }
  }

  #tell(name, detail) {
    this.host.dispatchEvent(new CustomEvent(`canvas:${name}`, { detail, bubbles: true }))
  }
}

const lost = (before, after) => before.some((id) => !after.includes(id))
