// canvas/stage/guides — snapping while things are moved, the lines that show it, and the little label with numbers.
import { bounds, tidy } from "canvas/geometry"
import { linesOf, snapAngle, snapBox, snapEdge } from "canvas/snap"

const REACH = 6 // px on the screen
const COLOR = "#e5007d"
const TURN_STEP = 15 // degrees, with Shift
const UPRIGHT_REACH = 2 // degrees: what is nearly upright becomes upright

/**
 * @param {import("fabric").Canvas} canvas
 * @param {HTMLElement} label shows numbers while something is dragged
 * @param {() => object} page neutral page that is shown
 * @param {() => object|null} safe margins of the page's format, px
 */
export function openGuides(canvas, label, page, safe) {
  let guides = []
  let lines = null
  const reach = () => REACH / canvas.getZoom()

  const still = (target) => {
    const moving = new Set(target.getObjects?.() ?? [])
    const others = canvas.getObjects().filter((made) => made !== target && !moving.has(made) && made.visible)
    return linesOf(page(), others.filter(({ neutral }) => neutral?.transform).map(boxOf), safe())
  }

  canvas.on("before:transform", ({ transform }) => (lines = still(transform.target)))

  canvas.on("object:moving", ({ e, target }) => {
    guides = []
    if (!e.ctrlKey && !e.metaKey) {
      const found = snapBox(boxOf(target), lines, reach())
      guides = found.guides
      target.set({ left: target.left + found.dx, top: target.top + found.dy })
    }
    tell(
      e,
      `${tidy(target.left - target.getScaledWidth() / 2, 0)}, ${tidy(target.top - target.getScaledHeight() / 2, 0)}`,
    )
  })

  canvas.on("object:rotating", ({ e, target }) => {
    target.angle = e.shiftKey
      ? snapAngle(target.angle, TURN_STEP, TURN_STEP)
      : snapAngle(target.angle, 90, UPRIGHT_REACH)
    tell(e, `${tidy(target.angle, 0)}°`)
  })

  for (const name of ["object:resizing", "object:scaling"]) {
    canvas.on(name, ({ e, target }) =>
      tell(e, `${tidy(target.getScaledWidth(), 0)} × ${tidy(target.getScaledHeight(), 0)}`),
    )
  }

  // The edge under the handle snaps too, as long as the box is upright.
  canvas.snapHandle = (event, target, x, y, handle) => {
    guides = []
    if (event.ctrlKey || event.metaKey || target.angle % 90 || (handle.x && handle.y)) return { x, y }
    const axis = handle.x ? "x" : "y"
    const found = target.angle % 180 ? null : snapEdge(axis === "x" ? x : y, lines, axis, reach())
    if (!found) return { x, y }
    guides = [found.guide]
    return axis === "x" ? { x: found.at, y } : { x, y: found.at }
  }

  // Drawn on the picture itself, after everything: the top layer belongs to the rubber band (traps F7 and F8).
  canvas.on("after:render", ({ ctx }) => {
    if (!guides.length) return
    const [zoom, , , , left, top] = canvas.viewportTransform
    ctx.save()
    ctx.strokeStyle = COLOR
    ctx.lineWidth = 1
    ctx.beginPath()
    for (const { axis, at } of guides) {
      const place = Math.round((axis === "x" ? left : top) + at * zoom) + 0.5
      ctx.moveTo(axis === "x" ? place : 0, axis === "x" ? 0 : place)
      ctx.lineTo(axis === "x" ? place : canvas.width, axis === "x" ? canvas.height : place)
    }
    ctx.stroke()
    ctx.restore()
  })

  canvas.on("mouse:up", () => {
    label.hidden = true
    if (guides.length) canvas.requestRenderAll()
    guides = []
  })

  function tell(event, words) {
    const place = canvas.upperCanvasEl.getBoundingClientRect()
    const { clientX, clientY } = event.touches?.[0] ?? event
    label.hidden = false
    label.textContent = words
    label.style.translate = `${clientX - place.left + 16}px ${clientY - place.top + 20}px`
  }
}

/** The upright box of a Fabric object, group or selection in page pixels, as it stands now. */
export const boxOf = (made) =>
  bounds([{ cx: made.left, cy: made.top, w: made.getScaledWidth(), h: made.getScaledHeight(), angle: made.angle }])
