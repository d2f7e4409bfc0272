// canvas/outline — the outlines of the neutral shapes as closed paths around the centre of their box (no DOM, no Fabric).

const TAU = Math.PI * 2

/**
 * Traces a shape onto anything with the path calls of a 2D context (or Path2D).
 * @param {CanvasPath} path
 * @param {string} kind rect | ellipse | triangle | polygon | star | arrow
 * @param {number} w px
 * @param {number} h px
 * @param {{radius?: number, points?: number, inner?: number}} options radius px; inner 0–1
 */
export function trace(path, kind, w, h, { radius = 0, points = 5, inner = 0.5 } = {}) {
  if (kind === "ellipse") return path.ellipse(0, 0, w / 2, h / 2, 0, 0, TAU)
  if (kind === "rect" || !CORNERS[kind]) return path.roundRect(-w / 2, -h / 2, w, h, rounding(radius, w, h))
  const corners = CORNERS[kind]({ w, h, points: Math.min(60, Math.max(3, Math.round(points))), inner })
  corners.forEach(([x, y], at) => (at ? path.lineTo(x, y) : path.moveTo(x, y)))
  path.closePath()
}

/** A radius that the box can carry. */
export const rounding = (radius, w, h) => Math.max(0, Math.min(radius, w / 2, h / 2))

const CORNERS = {
  triangle: ({ w, h }) => [
    [0, -h / 2],
    [w / 2, h / 2],
    [-w / 2, h / 2],
  ],
  polygon: ({ w, h, points }) =>
    fill(
      ring(points, () => 1),
      w,
      h,
    ),
  star: ({ w, h, points, inner }) =>
    fill(
      ring(points * 2, (at) => (at % 2 ? inner : 1)),
      w,
      h,
    ),
  arrow: ({ w, h }) => arrow(w, h),
}

function ring(count, reach) {
  return Array.from({ length: count }, (_, at) => {
    const angle = (at / count) * TAU - Math.PI / 2
    return [Math.cos(angle) * reach(at), Math.sin(angle) * reach(at)]
  })
}

/** Stretches corners so that they touch all four sides of the box. */
function fill(corners, w, h) {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [sx, sy] = [w / (Math.max(...xs) - left), h / (Math.max(...ys) - top)]
  return corners.map(([x, y]) => [(x - left) * sx - w / 2, (y - top) * sy - h / 2])
}

function arrow(w, h) {
  const head = Math.min(h * 0.9, w * 0.6)
  const [neck, shaft] = [w / 2 - head, h * 0.2]
  return [
    [-w / 2, -shaft],
    [neck, -shaft],
    [neck, -h / 2],
    [w / 2, 0],
    [neck, h / 2],
    [neck, shaft],
    [-w / 2, shaft],
  ]
}
