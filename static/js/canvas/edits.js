// canvas/edits — what people do to objects, as ops: move, resize, style, copy, group, align, restack. No DOM, no Fabric.
import { bounds, carried, tidy } from "canvas/geometry"

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
const LOCKS = ["select", "move", "resize", "remove", "content", "style"]

/** Twelve letters and digits. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => LETTERS[byte % 36]).join("")
}

/** The object and all that stands in it, parents first. */
export const family = (object) => [object, ...(object.type === "group" ? object.children.flatMap(family) : [])]

/** Ops that give an object these values, left out where they are so already. @param {Object<string, *>} values by path */
export function sets(page, object, values) {
  return Object.entries(values)
    .filter(([path, value]) => !same(read(object, path), value))
    .map(([path, value]) => ({ op: "object.set", page, id: object.id, path, value }))
}

/** Ops that carry an object (a group with all its children) along with a motion, see geometry.carried. */
export function carry(page, object, motion) {
  return family(object)
    .filter(({ transform }) => transform)
    .flatMap((each) => {
      const after = carried(each.transform, motion)
      const place = Object.fromEntries(Object.entries(after).map(([key, value]) => [`transform.${key}`, value]))
      return sets(page, each, { ...place, ...grown(each, motion.scale ?? 1) })
    })
}

export const move = (page, object, dx, dy) => carry(page, object, { from: { x: 0, y: 0 }, to: { x: dx, y: dy } })

function grown({ type, props, style }, scale) {
  if (scale === 1) return {}
  const values = {}
  if (type === "text") values["props.fontSize"] = tidy(props.fontSize * scale)
  if (style.radius) values["style.radius"] = tidy(style.radius * scale)
  if (style.stroke) values["style.stroke"] = { ...style.stroke, width: tidy(style.stroke.width * scale) }
  return values
}

/** A copy with ids of its own, `offset` px to the right and down. */
export function copyOf(object, offset = 0) {
  const place = object.transform
  const at = place && { ...place, cx: tidy(place.cx + offset), cy: tidy(place.cy + offset) }
  const children = object.type === "group" ? object.children.map((child) => copyOf(child, offset)) : object.children
  return { ...structuredClone(object), id: newId(), ...(at && { transform: at }), ...(children && { children }) }
}

export const add = (page, object, index) => [
  { op: "object.add", page, object, ...(index === undefined ? {} : { index }) },
]

export const remove = (page, objects) => objects.map(({ id }) => ({ op: "object.remove", page, id }))

/** Ops that put siblings into a new group where the topmost of them stood. */
export function group(page, siblings, chosen, name) {
  const parts = siblings.filter(({ id }) => chosen.includes(id))
  const top = siblings.findLastIndex(({ id }) => chosen.includes(id))
  const { cx, cy, w, h } = bounds(parts.map(({ transform }) => transform))
  const made = {
    id: newId(),
    type: "group",
    role: "container",
    name,
    transform: { cx: tidy(cx), cy: tidy(cy), w: tidy(w), h: tidy(h), angle: 0, flipX: false, flipY: false },
    style: { opacity: 1, fill: null, stroke: null, radius: 0, shadow: null },
    props: {},
    locks: Object.fromEntries(LOCKS.map((lock) => [lock, false])),
    visible: true,
    meta: { source: "user" },
    ext: {},
    children: parts,
  }
  return { ops: [...remove(page, parts), ...add(page, made, top - parts.length + 1)], id: made.id }
}

/** Ops that let a group's children stand where the group stood. */
export function ungroup(page, siblings, object) {
  const index = siblings.findIndex(({ id }) => id === object.id)
  return [...remove(page, [object]), ...object.children.flatMap((child, at) => add(page, child, index + at))]
}

/**
 * Ops that move chosen siblings in the stack, keeping their order.
 * @param {"front"|"back"|"forward"|"backward"} way
 */
export function restack(page, siblings, chosen, way) {
  let order = siblings.map(({ id }) => id)
  const picked = order.filter((id) => chosen.includes(id))
  const up = way === "front" || way === "forward"
  const ops = []
  for (const id of up ? picked.toReversed() : picked) {
    const at = order.indexOf(id)
    const goal = goalOf(way, at, order, picked, id)
    if (goal === at) continue
    ops.push({ op: "object.order", page, id, index: goal })
    order = order.toSpliced(at, 1).toSpliced(goal, 0, id)
  }
  return ops
}

function goalOf(way, at, order, picked, id) {
  const rank = picked.indexOf(id)
  if (way === "front") return order.length - picked.length + rank
  if (way === "back") return rank
  if (way === "forward") return Math.min(at + 1, order.length - picked.length + rank)
  return Math.max(at - 1, rank)
}

/**
 * Ops that align objects with each other, or one object with the page.
 * @param {"left"|"center"|"right"|"top"|"middle"|"bottom"} edge
 */
export function align(page, objects, edge) {
  const frame =
    objects.length > 1
      ? bounds(objects.map(({ transform }) => transform))
      : { left: 0, top: 0, right: page.width, bottom: page.height, cx: page.width / 2, cy: page.height / 2 }
  return objects.flatMap((object) => {
    const own = bounds([object.transform])
    const by = {
      left: [frame.left - own.left, 0],
      center: [frame.cx - own.cx, 0],
      right: [frame.right - own.right, 0],
      top: [0, frame.top - own.top],
      middle: [0, frame.cy - own.cy],
      bottom: [0, frame.bottom - own.bottom],
    }[edge]
    return move(page.id, object, ...by)
  })
}

/** Ops that make the gaps between three or more objects equal. @param {"x"|"y"} axis */
export function distribute(page, objects, axis) {
  const [start, size] = axis === "x" ? ["left", "w"] : ["top", "h"]
  const rows = objects
    .map((object) => ({ object, own: bounds([object.transform]) }))
    .sort((a, b) => a.own[start] - b.own[start])
  if (rows.length < 3) return []
  const last = rows.at(-1).own
  const room = last[start] + last[size] - rows[0].own[start] - rows.reduce((sum, { own }) => sum + own[size], 0)
  let at = rows[0].own[start]
  return rows.flatMap(({ object, own }) => {
    const by = at - own[start]
    at += own[size] + room / (rows.length - 1)
    return move(page, object, axis === "x" ? by : 0, axis === "x" ? 0 : by)
  })
}

/** The value at a dotted path. */
export const read = (object, path) => path.split(".").reduce((value, key) => value?.[key], object)

const same = (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other)
