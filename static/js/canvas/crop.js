// canvas/crop — which part of a picture its frame shows, in fractions of the picture (no DOM, no Fabric).
import { tidy } from "canvas/geometry"

const PLACES = 6
const MOST_ZOOM = 8

/** The largest crop with the frame's proportions around `focus` (0–1): how a new picture comes in. */
export function cover(natural, frame, focus = { x: 0.5, y: 0.5 }) {
  return around(fit(natural, frame), focus)
}

/** The crop of a frame whose shape changed: same picture scale where the picture is large enough, same centre. */
export function reframe(crop, natural, before, after) {
  const most = fit(natural, after)
  const wanted = { w: (crop.w * after.w) / before.w, h: (crop.h * after.h) / before.h }
  const shrink = Math.min(1, most.w / wanted.w, most.h / wanted.h)
  const size = shrink < 1 ? most : wanted
  return around(size, centreOf(crop))
}

/** Zooms to 1 (all that fits) … MOST_ZOOM around what is seen now. */
export function zoomed(crop, natural, frame, zoom) {
  const most = fit(natural, frame)
  const factor = Math.min(MOST_ZOOM, Math.max(1, zoom))
  return around({ w: most.w / factor, h: most.h / factor }, centreOf(crop))
}

/** How far a crop is zoomed in, 1 = all that fits. */
export const zoomOf = (crop, natural, frame) => tidy(fit(natural, frame).w / crop.w, 3)

/** The crop moved by fractions of the picture, held inside it. */
export const panned = (crop, dx, dy) => around(crop, { x: centreOf(crop).x + dx, y: centreOf(crop).y + dy })

const centreOf = ({ x, y, w, h }) => ({ x: x + w / 2, y: y + h / 2 })

function fit(natural, frame) {
  const [wanted, given] = [frame.w / frame.h, natural.w / natural.h]
  return wanted < given ? { w: wanted / given, h: 1 } : { w: 1, h: given / wanted }
}

function around({ w, h }, { x, y }) {
  const hold = (centre, size) => Math.min(Math.max(centre - size / 2, 0), 1 - size)
  return { x: tidy(hold(x, w), PLACES), y: tidy(hold(y, h), PLACES), w: tidy(w, PLACES), h: tidy(h, PLACES) }
}
