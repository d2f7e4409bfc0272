// canvas/fields — what the inspector's fields read from an object and what they write, as values by path. No DOM, no Fabric.
import { carry, move, read, sets } from "canvas/edits"
import { reframe, zoomOf, zoomed, panned } from "canvas/crop"
import { tidy } from "canvas/geometry"

/** Paths after which a text may need a higher box. */
const LETTERS = [
  "props.fontSize",
  "props.fontFamily",
  "props.fontWeight",
  "props.lineHeight",
  "props.letterSpacing",
  "props.uppercase",
  "props.balance",
  "props.text",
  "transform.w",
]

const SHADOWS = {
  none: null,
  soft: { x: 0, y: 0.008, blur: 0.024, color: "#00000038" },
  strong: { x: 0, y: 0.016, blur: 0.04, color: "#00000073" },
}

/**
 * Field name → how to read it and the ops that write it. A plain path needs no line here.
 * @type {Object<string, {get: (object: object, page: object) => *, ops: (page: object, object: object, value: *) => object[]}>}
 */
export const FIELDS = {
  x: {
    get: ({ transform: at }) => tidy(at.cx - at.w / 2),
    ops: (page, object, value) => move(page.id, object, value - FIELDS.x.get(object), 0),
  },
  y: {
    get: ({ transform: at }) => tidy(at.cy - at.h / 2),
    ops: (page, object, value) => move(page.id, object, 0, value - FIELDS.y.get(object)),
  },
  "transform.w": {
    get: ({ transform }) => transform.w,
    ops: (page, object, value) => sized(page, object, "w", value),
  },
  "transform.h": {
    get: ({ transform }) => transform.h,
    ops: (page, object, value) => sized(page, object, "h", value),
  },
  "transform.angle": {
    get: ({ transform }) => transform.angle,
    ops(page, object, value) {
      const centre = { x: object.transform.cx, y: object.transform.cy }
      return carry(page.id, object, { from: centre, to: centre, turned: value - object.transform.angle })
    },
  },
  strokeWidth: {
    get: ({ style }) => style.stroke?.width ?? 0,
    ops: (page, object, width) => stroked(page, object, { width }),
  },
  strokeColor: {
    get: ({ style }) => style.stroke?.color ?? null,
    ops: (page, object, color) => stroked(page, object, { color }),
  },
  shadow: {
    get: ({ style }, page) => shadowName(style.shadow, page),
    ops: (page, object, name) => sets(page.id, object, { "style.shadow": shadowOf(name, page) }),
  },
  fill: {
    get: ({ style }) => style.fill?.color ?? style.fill?.stops?.[0]?.color ?? null,
    ops: (page, object, color) => sets(page.id, object, { "style.fill": { type: "solid", color } }),
  },
  zoom: {
    get: ({ props, transform }) => props.crop && zoomOf(props.crop, props.natural, transform),
    ops: (page, object, value) =>
      sets(page.id, object, {
        "props.crop": zoomed(object.props.crop, object.props.natural, object.transform, value),
      }),
  },
  panX: {
    get: ({ props: { crop } }) => crop && share(crop.x, crop.w),
    ops: (page, object, value) => slid(page, object, "x", "w", value),
  },
  panY: {
    get: ({ props: { crop } }) => crop && share(crop.y, crop.h),
    ops: (page, object, value) => slid(page, object, "y", "h", value),
  },
}

/** The value of a field, undefined where the object has none. */
export const valueOf = (name, object, page) => (FIELDS[name] ? FIELDS[name].get(object, page) : read(object, name))

/** The ops that give a field a value. */
export const opsFor = (name, page, object, value) =>
  FIELDS[name] ? FIELDS[name].ops(page, object, value) : sets(page.id, object, { [name]: value })

export const mayGrow = (name) => LETTERS.includes(name)

/** Shows which fields belong to a lock: content for words and pictures, style for looks, move for places. */
export const lockOf = (name) => {
  if (name === "x" || name === "y" || name === "transform.angle") return "move"
  if (name.startsWith("transform.")) return "resize"
  return ["props.text", "props.alt", "zoom", "panX", "panY"].includes(name) ? "content" : "style"
}

function sized(page, object, side, value) {
  const { transform: at, type, props } = object
  if (type === "group") {
    const centre = { x: at.cx, y: at.cy }
    return carry(page.id, object, { from: centre, to: centre, scale: value / at[side] })
  }
  const after = { ...at, [side]: value }
  const crop = type === "image" ? { "props.crop": reframe(props.crop, props.natural, at, after) } : {}
  return sets(page.id, object, { [`transform.${side}`]: value, ...crop })
}

function stroked(page, object, change) {
  const stroke = { color: "#111111", width: 4, dash: [], ...object.style.stroke, ...change }
  return sets(page.id, object, { "style.stroke": stroke.width > 0 ? stroke : null })
}

function shadowOf(name, { width }) {
  const shadow = SHADOWS[name]
  return shadow && { x: 0, y: tidy(shadow.y * width), blur: tidy(shadow.blur * width), color: shadow.color }
}

function shadowName(shadow, page) {
  if (!shadow) return "none"
  return Object.keys(SHADOWS).find((name) => JSON.stringify(shadowOf(name, page)) === JSON.stringify(shadow)) ?? "own"
}

/** Where a crop stands between its ends, 0–1. */
const share = (start, size) => (size < 1 ? tidy(start / (1 - size), 3) : 0.5)

function slid(page, object, axis, size, value) {
  const { crop } = object.props
  const by = value * (1 - crop[size]) - crop[axis]
  return sets(page.id, object, { "props.crop": axis === "x" ? panned(crop, by, 0) : panned(crop, 0, by) })
}
