// canvas/stage/build — one neutral object as one Fabric object, and the same object brought up to date later.
import { Group } from "fabric"
import { LINE_BOX } from "canvas/metrics"
import { filler, safeColor, shade } from "canvas/stage/paint"
import { Line, Photo, Shape, Stranger } from "canvas/stage/shapes"
import { TextBlock } from "canvas/stage/text"

/**
 * @typedef {{fonts: object, pictures: {get: (asset: string|null) => CanvasImageSource|null}}} Resources
 */

/**
 * @param {object} object neutral
 * @param {Resources} resources
 */
export function build(object, resources) {
  const kind = kindOf(object)
  const options = { ...common(object), ...kind.options(object, resources) }
  const made = kind.make(object, options, resources)
  made.set({ id: object.id, neutral: object })
  // The rubber band leaves out what is locked; a click still selects it, to be unlocked.
  const { onSelect } = made
  made.onSelect = (event) =>
    Boolean(made.canvas?._groupSelector && made.neutral.locks?.move) || onSelect.call(made, event)
  return made
}

/**
 * Gives a Fabric object the looks of a newer neutral object.
 * @returns {boolean} false if it cannot (another type, a changed group): build it anew
 */
export function update(made, object, resources) {
  const kind = kindOf(object)
  if (object.type === "group" || made.constructor !== kind.class) return false
  made.set({ ...common(object), ...kind.options(object, resources), neutral: object })
  made.setCoords()
  return true
}

const kindOf = ({ type, children }) => (type === "group" && !children.length ? STRANGER : (KINDS[type] ?? STRANGER))

function common({ transform, style, locks, visible }) {
  const looks = { opacity: style?.opacity ?? 1, shadow: shade(style?.shadow), visible: visible !== false }
  return { ...looks, ...place(transform ?? SOMEWHERE), scaleX: 1, scaleY: 1, ...locking(locks ?? {}) }
}

const place = ({ cx = 80, cy = 40, w = 160, h = 80, angle, flipX, flipY }) => ({
  left: cx,
  top: cy,
  width: w,
  height: h,
  angle: angle ?? 0,
  flipX: !!flipX,
  flipY: !!flipY,
  originX: "center",
  originY: "center",
})

const SOMEWHERE = {} // what a foreign object does not say

// Fabric does not serialise these (trap F5); the neutral object holds the truth.
function locking({ select, move, resize, content }) {
  return {
    selectable: !select,
    evented: !select,
    editable: !content,
    hasControls: !resize,
    lockMovementX: !!move,
    lockMovementY: !!move,
    lockRotation: !!move,
    lockScalingX: !!resize,
    lockScalingY: !!resize,
  }
}

const KINDS = {
  text: {
    class: TextBlock,
    options: textOptions,
    make: (object, options) => new TextBlock(object.props.text, options),
  },
  image: {
    class: Photo,
    options: ({ props, style }, { pictures }) => ({
      picture: pictures.get(props.asset),
      crop: props.crop ?? WHOLE,
      radius: style.radius ?? 0,
      border: edge(style.stroke),
      fill: "#ffffff",
    }),
    make: (object, options) => new Photo(options),
  },
  shape: {
    class: Shape,
    options: ({ props, style, transform: at }) => ({
      outline: { kind: props.kind, points: props.points ?? 5, inner: props.inner ?? 0.5, radius: style.radius ?? 0 },
      fill: filler(style.fill, at.w, at.h),
      border: edge(style.stroke),
    }),
    make: (object, options) => new Shape(options),
  },
  line: {
    class: Line,
    options: ({ props, style }) => ({
      color: safeColor(style.fill?.color ?? style.fill?.stops?.[0]?.color ?? style.stroke?.color),
      dash: props.dash,
      heads: { start: props.startHead, end: props.endHead },
    }),
    make: (object, options) => new Line(options),
  },
  group: {
    class: Group,
    options: () => ({ subTargetCheck: true, interactive: false, objectCaching: false }),
    make: makeGroup,
  },
}

const STRANGER = {
  class: Stranger,
  options: ({ type, name }) => ({
    label: name || type,
    ...locking({ select: false, move: true, resize: true, content: true }),
  }),
  make: (object, options) => new Stranger(options),
}

const WHOLE = { x: 0, y: 0, w: 1, h: 1 }

const edge = (stroke) => (stroke?.width ? { ...stroke, color: safeColor(stroke.color) } : null)

function textOptions({ props, style, transform: at }, { fonts }) {
  const {
    text,
    fontSize,
    fontStyle,
    align,
    verticalAlign,
    lineHeight,
    letterSpacing,
    underline,
    balance,
    uppercase,
  } = props
  return {
    text,
    fontSize,
    fontStyle,
    textAlign: align,
    verticalAlign,
    underline: !!underline,
    balance: !!balance,
    uppercase: !!uppercase,
    fontFamily: fonts.css(props.fontFamily),
    fontWeight: props.fontWeight,
    lineHeight: lineHeight / LINE_BOX,
    charSpacing: (letterSpacing ?? 0) * 1000,
    boxHeight: at.h,
    fill: filler(style.fill, at.w, at.h) ?? "",
    stroke: style.stroke?.width ? safeColor(style.stroke.color) : null,
    strokeWidth: style.stroke?.width ?? 0,
  }
}

/** The group's box comes from its children, which stand in page coordinates. */
function makeGroup(object, { left, top, width, height, angle, flipX, flipY, ...options }, resources) {
  return new Group(
    object.children.map((child) => build(child, resources)),
    options,
  )
}
