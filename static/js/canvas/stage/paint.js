// canvas/stage/paint — neutral colours, gradients and shadows as Fabric fillers. A colour that is none paints nothing (trap F9).
import { Gradient, Shadow } from "fabric"

const COLOR = /^#([0-9a-f]{6}|[0-9a-f]{8})$/i
export const NOTHING = "#00000000"

/** @param {string} color "#rrggbb[aa]" @returns {string} the colour, or a transparent one if it is not a colour */
export const safeColor = (color) => (COLOR.test(color ?? "") ? color : NOTHING)

/**
 * A Paint as something Fabric can fill with.
 * @param {object|null} paint  neutral Paint; its angle is CSS's: 0 points up, 90 to the right
 * @param {number} width px of the box that is painted
 * @param {number} height px
 */
export function filler(paint, width, height) {
  if (!paint) return null
  if (paint.type === "linear") return gradient("linear", linearCoords(paint.angle ?? 180, width, height), paint.stops)
  if (paint.type === "radial") return gradient("radial", radialCoords(width, height), paint.stops)
  return safeColor(paint.color)
}

/** @param {{x: number, y: number, blur: number, color: string}|null} shadow neutral */
export function shade(shadow) {
  if (!shadow) return null
  const { x, y, blur, color } = shadow
  return new Shadow({ offsetX: x, offsetY: y, blur, color: safeColor(color) })
}

/** Where a CSS linear gradient of `angle` degrees starts and ends in a box. Source: CSS Images 4, §3.1. */
export function linearCoords(angle, width, height) {
  const radians = (angle * Math.PI) / 180
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)]
  const half = (Math.abs(width * sin) + Math.abs(height * cos)) / 2
  const [cx, cy] = [width / 2, height / 2]
  return { x1: cx - sin * half, y1: cy + cos * half, x2: cx + sin * half, y2: cy - cos * half }
}

function radialCoords(width, height) {
  const [x, y] = [width / 2, height / 2]
  return { x1: x, y1: y, r1: 0, x2: x, y2: y, r2: Math.hypot(x, y) } // reaches the corners, like CSS
}

function gradient(type, coords, stops = []) {
  const colorStops = stops.map(({ at, color }) => ({ offset: Math.min(1, Math.max(0, at)), color: safeColor(color) }))
  return new Gradient({ type, gradientUnits: "pixels", coords, colorStops })
}
