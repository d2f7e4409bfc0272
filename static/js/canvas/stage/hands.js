// canvas/stage/hands — what hands do on the easel, told in page pixels once a gesture is over: drags, turns, words, clicks.
import { ActiveSelection } from "fabric"
import { tidy, upright } from "canvas/geometry"
import { dress } from "canvas/stage/handles"
import { TextBlock } from "canvas/stage/text"

/** @param {import("canvas/stage/easel").Easel} easel */
export function bindHands(easel) {
  const { canvas } = easel

  const chosen = ({ selected = [] }) => {
    const active = canvas.getActiveObject()
    if (active instanceof ActiveSelection) dress(active)
    if (!easel.quiet && (selected.length || !active)) easel.tell("selected", { ids: easel.selected })
  }
  for (const name of ["selection:created", "selection:updated", "selection:cleared"]) canvas.on(name, chosen)

  canvas.on("before:transform", ({ e, transform }) => {
    const { target, action, corner } = transform
    if (target instanceof TextBlock && (corner === "ml" || corner === "mr")) transform.originY = target.hold
    easel.dragging = true
    if (e.altKey && action === "drag" && !easel.readOnly) easel.tell("cloned", { ids: easel.selected })
  })
  canvas.on("object:modified", ({ target, transform, action }) => {
    if (!transform) return
    easel.dragging = false
    transform.actionPerformed = false // told now; a group that is drawn anew would end the gesture a second time
    if (action === "resizing") easel.tell("reshaped", { id: target.id, values: valuesOf(target) })
    else easel.tell("carried", { ids: easel.selected, motion: motionOf(target, transform.original) })
  })
  canvas.on("mouse:up", ({ e, isClick }) => {
    easel.dragging = false
    if (isClick && e?.ctrlKey && !e.shiftKey) selectBelow(easel, e)
    easel.catchUp()
  })

  canvas.on("mouse:dblclick", ({ target }) => target?.id && easel.tell("opened", { id: target.id }))
  canvas.on("text:changed", ({ target }) => typed(easel, target, false))
  canvas.on("text:editing:exited", ({ target }) => {
    typed(easel, target, true)
    canvas.upperCanvasEl.focus({ preventScroll: true })
    easel.catchUp()
  })
}

/** The neutral place of a Fabric object at the top level. */
export const placeOf = (made) => ({
  cx: tidy(made.left),
  cy: tidy(made.top),
  w: tidy(made.width),
  h: tidy(made.height),
  angle: upright(made.angle),
})

/** How a whole moved: its centre before and after, its growth, its turn. */
const motionOf = (target, { left, top, scaleX, angle }) => ({
  from: { x: left, y: top },
  to: { x: target.left, y: target.top },
  scale: target.scaleX / scaleX,
  turned: target.angle - angle,
})

function valuesOf(made) {
  const place = Object.entries(placeOf(made)).map(([key, value]) => [`transform.${key}`, value])
  const letters = made instanceof TextBlock ? { "props.fontSize": tidy(made.fontSize, 1) } : {}
  return { ...Object.fromEntries(place), ...letters, ...(made.crop && { "props.crop": made.crop }) }
}

function typed(easel, made, done) {
  const text = made.text.normalize("NFC")
  easel.tell("typed", { id: made.id, values: { ...valuesOf(made), "props.text": text }, done })
}

// Ctrl + click goes down through what lies on top of each other, and starts again at the top.
function selectBelow(easel, event) {
  const point = easel.canvas.getScenePoint(event)
  const pile = easel.canvas.getObjects().filter((made) => made.visible && made.evented && made.containsPoint(point))
  if (pile.length < 2) return
  const at = pile.findIndex(({ id }) => id === easel.selectedBefore)
  easel.select([pile[(at + pile.length - 1) % pile.length].id])
}
