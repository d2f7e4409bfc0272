// canvas/snap — which line a moving box or edge wants to lie on (no DOM, no Fabric). All numbers are page pixels.

/**
 * The lines that things may snap to.
 * @param {{width: number, height: number}} page
 * @param {object[]} boxes upright boxes of the other objects, as geometry.bounds gives them
 * @param {{top: number, right: number, bottom: number, left: number}|null} safe margins of the page's format
 */
export function linesOf(page, boxes, safe = null) {
  const own = { x: [0, page.width / 2, page.width], y: [0, page.height / 2, page.height] }
  if (safe) {
    own.x.push(safe.left, page.width - safe.right)
    own.y.push(safe.top, page.height - safe.bottom)
  }
  return {
    x: [...own.x, ...boxes.flatMap(({ left, cx, right }) => [left, cx, right])],
    y: [...own.y, ...boxes.flatMap(({ top, cy, bottom }) => [top, cy, bottom])],
  }
}

/**
 * How far a moving box should jump, and the guides to show.
 * @param {object} moving upright box
 * @param {{x: number[], y: number[]}} lines
 * @param {number} reach how near a line must be
 * @returns {{dx: number, dy: number, guides: {axis: "x"|"y", at: number}[]}}
 */
export function snapBox(moving, lines, reach) {
  const across = nearest([moving.left, moving.cx, moving.right], lines.x, reach)
  const down = nearest([moving.top, moving.cy, moving.bottom], lines.y, reach)
  const guides = []
  if (across) guides.push({ axis: "x", at: across.at })
  if (down) guides.push({ axis: "y", at: down.at })
  return { dx: across?.by ?? 0, dy: down?.by ?? 0, guides }
}

/** Where a moving edge should lie: {at, guide} or null. */
export function snapEdge(at, lines, axis, reach) {
  const found = nearest([at], lines[axis], reach)
  return found && { at: found.at, guide: { axis, at: found.at } }
}

function nearest(edges, lines, reach) {
  let best = null
  for (const edge of edges) {
    for (const at of lines) {
      const by = at - edge
      if (Math.abs(by) <= reach && (!best || Math.abs(by) < Math.abs(best.by))) best = { by, at }
    }
  }
  return best
}

/** `degrees` on the nearest multiple of `step` if it is within `reach` degrees of it. */
export function snapAngle(degrees, step, reach) {
  const goal = Math.round(degrees / step) * step
  return Math.abs(degrees - goal) <= reach ? goal : degrees
}
