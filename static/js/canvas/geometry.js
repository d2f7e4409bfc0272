// canvas/geometry — boxes, corners and turns of neutral transforms, in page pixels and degrees clockwise.

/** A number rounded beyond what anyone can see. */
export const tidy = (number, places = 2) => Math.round(number * 10 ** places) / 10 ** places

/** @returns {{x: number, y: number}} `point` turned around `centre` */
export function turn(point, centre, degrees) {
  const angle = (degrees * Math.PI) / 180
  const [dx, dy] = [point.x - centre.x, point.y - centre.y]
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  return { x: centre.x + dx * cos - dy * sin, y: centre.y + dx * sin + dy * cos }
}

/** The four corners of a transform's turned box, from its top left clockwise. */
export function corners({ cx, cy, w, h, angle = 0 }) {
  const centre = { x: cx, y: cy }
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([x, y]) => turn({ x: cx + (x * w) / 2, y: cy + (y * h) / 2 }, centre, angle))
}

/** The upright box around transforms: {left, top, right, bottom, cx, cy, w, h}. */
export function bounds(transforms) {
  const points = transforms.flatMap(corners)
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return box(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
}

export function box(left, top, right, bottom) {
  return {
    left,
    top,
    right,
    bottom,
    w: right - left,
    h: bottom - top,
    cx: (left + right) / 2,
    cy: (top + bottom) / 2,
  }
}

/** Degrees from -180 (not included) to 180. */
export function upright(degrees) {
  const turned = ((degrees % 360) + 360) % 360
  return tidy(turned > 180 ? turned - 360 : turned)
}

/**
 * The transform of something that moved as part of a rigid whole.
 * @param {object} transform neutral
 * @param {{from: {x: number, y: number}, to: {x: number, y: number}, scale?: number, turned?: number}} motion centre of the whole before and after, its growth and turn
 */
export function carried(transform, { from, to, scale = 1, turned = 0 }) {
  const moved = turn(
    { x: to.x + (transform.cx - from.x) * scale, y: to.y + (transform.cy - from.y) * scale },
    to,
    turned,
  )
  return {
    ...transform,
    cx: tidy(moved.x),
    cy: tidy(moved.y),
    w: tidy(transform.w * scale),
    h: tidy(transform.h * scale),
    angle: turned ? upright((transform.angle ?? 0) + turned) : (transform.angle ?? 0),
  }
}
