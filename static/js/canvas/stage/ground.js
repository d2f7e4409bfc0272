// canvas/stage/ground — the page's paper under everything, and a veil over what lies outside the page.
import { filler } from "canvas/stage/paint"

/** The page's own background, in page coordinates. @param {string|null} paper colour under a page that is not opaque */
export function layPaper(ctx, viewport, page, paper) {
  ctx.save()
  ctx.transform(...viewport)
  if (paper) fillPage(ctx, page, paper)
  const fill = filler(page.background, page.width, page.height)
  if (fill) fillPage(ctx, page, fill.toLive ? fill.toLive(ctx) : fill)
  ctx.restore()
}

/** Dims all that is not the page. @param {string} color with some transparency */
export function layVeil(ctx, canvas, page, color) {
  const [zoom, , , , left, top] = canvas.viewportTransform
  ctx.save()
  ctx.fillStyle = color
  ctx.beginPath()
  ctx.rect(0, 0, canvas.width, canvas.height)
  ctx.rect(left, top, page.width * zoom, page.height * zoom)
  ctx.fill("evenodd")
  ctx.restore()
}

function fillPage(ctx, page, style) {
  ctx.fillStyle = style
  ctx.fillRect(0, 0, page.width, page.height)
}
