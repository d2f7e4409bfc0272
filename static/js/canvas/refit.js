// canvas/refit — the box of a text whose words or letters changed: high enough, and held by the right edge. No DOM, no Fabric.
import { tidy, turn } from "canvas/geometry"

/**
 * The values that fit a text's box to its lines: a box that hugged its words goes on hugging them, a larger one only grows.
 * @param {object} transform of the text, with its new width
 * @param {"top"|"middle"|"bottom"} verticalAlign which edge stays
 * @param {number} before px the lines needed
 * @param {number} after px they need now
 * @returns {Object<string, number>} by path; empty if nothing has to change
 */
export function refit(transform, verticalAlign, before, after) {
  const { cx, cy, h, angle = 0 } = transform
  const hugged = Math.abs(before - h) < 1
  const height = tidy(hugged ? after : Math.max(h, after))
  if (Math.abs(height - h) < 0.01) return {}
  const shift = { top: (height - h) / 2, middle: 0, bottom: (h - height) / 2 }[verticalAlign] ?? 0
  const centre = turn({ x: cx, y: cy + shift }, { x: cx, y: cy }, angle)
  return { "transform.h": height, "transform.cx": tidy(centre.x), "transform.cy": tidy(centre.y) }
}
