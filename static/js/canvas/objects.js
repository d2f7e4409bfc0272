// canvas/objects — new neutral objects, complete as the schema wants them (no DOM, no Fabric).
import { newId } from "canvas/edits"
import { tidy } from "canvas/geometry"

const LOCKS = { select: false, move: false, resize: false, remove: false, content: false, style: false }
const STYLE = { opacity: 1, fill: null, stroke: null, radius: 0, shadow: null }

/**
 * @param {"text"|"image"|"shape"|"line"} type
 * @param {{x: number, y: number, w: number, h: number}} place centre and size, page px
 * @param {{role: string, name?: string, style?: object, props: object}} rest
 */
export function object(type, { x, y, w, h }, { role, name = "", style = {}, props }) {
  return {
    id: newId(),
    type,
    role,
    name,
    transform: { cx: tidy(x), cy: tidy(y), w: tidy(w), h: tidy(h), angle: 0, flipX: false, flipY: false },
    style: { ...STYLE, ...style },
    props,
    locks: { ...LOCKS },
    visible: true,
    meta: { source: "user" },
    ext: {},
    children: [],
  }
}

export const solid = (color) => ({ type: "solid", color })

/** A text with all its properties; `props` says what is not ordinary. */
export function text(place, props, { role = "body", color = "#111111" } = {}) {
  return object("text", place, {
    role,
    style: { fill: solid(color) },
    props: {
      text: "",
      fontFamily: "Pretendard",
      fontSize: 40,
      fontWeight: 400,
      fontStyle: "normal",
      align: "center",
      verticalAlign: "top",
      lineHeight: 1.3,
      letterSpacing: 0,
      underline: false,
      balance: false,
      uppercase: false,
      ...props,
    },
  })
}

export const shape = (kind, place, { color, points = null, inner = null, radius = 0 }) =>
  object("shape", place, {
    role: "decoration",
    style: { fill: solid(color), radius },
    props: { kind, points, inner },
  })

export const line = (place, { color, endHead = "none" }) =>
  object("line", place, {
    role: "divider",
    style: { fill: solid(color) },
    props: { dash: [], startHead: "none", endHead },
  })

/** What a person would call it. @param {(word: string) => string} say */
export function nameOf({ name, type, role, props }, say) {
  if (name) return name
  if (type === "text") return props.text.replace(/\s+/g, " ").trim().slice(0, 40) || say("text")
  if (type === "image") return props.alt || say(role === "logo" ? "logo" : "photo")
  if (type === "shape") return say(props.kind)
  return ["line", "group"].includes(type) ? say(type) : `${say("unknown")} (${type})`
}
