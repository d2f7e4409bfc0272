// canvas/stage/handles — what people grip: handles that change the box itself, and an outline that shows on any ground.
import { Control, controlsUtils } from "fabric"

const { wrapWithFireEvent, wrapWithFixedAnchor, getLocalPoint } = controlsUtils

const HIT = 24 // px; the least a pointer must be able to hit (WCAG 2.5.8)
const TOUCH = 40 // px
const KNOB = 5 // px, radius of what is drawn
const LEAST = 4 // page px; nothing gets smaller by hand
const ROOM_FOR_SIDES = 64 // px on the screen; shorter sides have no handle of their own
const ROOM_FOR_CORNERS = 36 // px; what is lower has two corner handles, so that it can still be gripped itself
const INK = "#2b55e0"
const PAPER = "#ffffff"
const TURN_OUT = 30 // px between the box and its turning knob

/** Gives a Fabric object, group or selection our handles and outline. */
export function dress(made) {
  made.controls = HANDLES[made.constructor.type] ?? WHOLE
  made.strokeBorders = outline
  made.borderScaleFactor = 1
  made.borderOpacityWhenMoving = 0.6
  made.padding = 0
  made.setCoords() // where handles are is kept by name; the names have changed
  return made
}

const outline = function (ctx, size) {
  for (const [color, width] of [
    [PAPER, 3.5],
    [INK, 1.75],
  ]) {
    ctx.strokeStyle = color
    ctx.lineWidth = width
    ctx.strokeRect(-size.x / 2, -size.y / 2, size.x, size.y)
  }
}

// The box follows the pointer; what a box means (new lines, a new crop, a new font size) is each kind's own `resize`.
function pull(event, transform, x, y) {
  const { target, corner } = transform
  const handle = target.controls[corner]
  if (target.lockScalingX) return false
  const at = target.canvas.snapHandle?.(event, target, x, y, handle) ?? { x, y }
  const point = getLocalPoint(transform, transform.originX, transform.originY, at.x, at.y)
  transform.start ??= {
    w: target.width,
    h: target.height,
    fontSize: target.fontSize,
    crop: target.crop,
    hugs: target.hugs,
  }
  const w = handle.x ? Math.max(LEAST, point.x * Math.sign(handle.x)) : transform.start.w
  const h = handle.y ? Math.max(LEAST, point.y * Math.sign(handle.y)) : transform.start.h
  target.resize(w, h, { start: transform.start, corner: Boolean(handle.x && handle.y), free: event.shiftKey })
  return true
}

const resizing = wrapWithFireEvent("resizing", wrapWithFixedAnchor(pull))

function handle(x, y, options = {}) {
  const size = { sizeX: HIT, sizeY: HIT, touchSizeX: TOUCH, touchSizeY: TOUCH }
  const cursorStyleHandler = controlsUtils.scaleCursorStyleHandler
  const getVisibility = (made) => Boolean(options.always) || hasRoom(made, x, y)
  return new Control({
    x,
    y,
    ...size,
    actionHandler: resizing,
    actionName: "resizing",
    cursorStyleHandler,
    render: knob,
    ...options,
    getVisibility,
  })
}

function hasRoom(made, x, y) {
  const zoom = made.canvas?.getZoom() ?? 1
  const [w, h] = [made.getScaledWidth() * zoom, made.getScaledHeight() * zoom]
  if (x && y) return Math.min(w, h) >= ROOM_FOR_CORNERS || x === y
  return (x ? h : w) >= ROOM_FOR_SIDES && (x ? w : h) >= ROOM_FOR_CORNERS
}

function knob(ctx, left, top) {
  dot(ctx, left, top, this.x && this.y ? KNOB : KNOB - 1)
}

function dot(ctx, left, top, radius) {
  ctx.save()
  ctx.beginPath()
  ctx.arc(left, top, radius, 0, Math.PI * 2)
  ctx.fillStyle = PAPER
  ctx.strokeStyle = INK
  ctx.lineWidth = 1.75
  ctx.shadowColor = "#00000059"
  ctx.shadowBlur = 3
  ctx.fill()
  ctx.shadowColor = "transparent"
  ctx.stroke()
  ctx.restore()
}

function turnKnob(ctx, left, top) {
  dot(ctx, left, top, KNOB + 3)
  ctx.save()
  ctx.strokeStyle = INK
  ctx.lineWidth = 1.5
  ctx.beginPath()
  ctx.arc(left, top, 3.6, -Math.PI * 0.9, Math.PI * 0.6)
  ctx.stroke()
  ctx.restore()
}

const turning = () =>
  new Control({
    x: 0,
    y: -0.5,
    offsetY: -TURN_OUT,
    sizeX: HIT,
    sizeY: HIT,
    touchSizeX: TOUCH,
    touchSizeY: TOUCH,
    actionName: "rotate",
    cursorStyle: "grab",
    actionHandler: controlsUtils.rotationWithSnapping,
    cursorStyleHandler: controlsUtils.rotationStyleHandler,
    render: turnKnob,
  })

const corners = (options) => ({
  tl: handle(-0.5, -0.5, options),
  tr: handle(0.5, -0.5, options),
  bl: handle(-0.5, 0.5, options),
  br: handle(0.5, 0.5, options),
})
const sides = (options) => ({ ml: handle(-0.5, 0, options), mr: handle(0.5, 0, options) })
const tops = () => ({ mt: handle(0, -0.5), mb: handle(0, 0.5) })

// Several things at once, and groups, only grow as a whole: Fabric's own scaling, baked in afterwards.
const scaled = { actionHandler: controlsUtils.scalingEqually, actionName: "scale" }
const WHOLE = { ...corners(scaled), mtr: turning() }
const BOX = { ...corners(), ...sides(), ...tops(), mtr: turning() }
const HANDLES = {
  Shape: BOX,
  Photo: BOX,
  TextBlock: { ...corners(), ...sides(), mr: handle(0.5, 0, { always: true }), ...tops(), mtr: turning() },
  Rule: { ...sides({ always: true }), mtr: turning() },
  Stranger: {},
}
