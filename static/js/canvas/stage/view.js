// canvas/stage/view — what part of the page is seen, how large: zoom, pan, wheel, pinch and fit.
import { Point } from "fabric"

export const LEAST_ZOOM = 0.05
export const MOST_ZOOM = 40
const STEP = 1.25
const EDGE = 32 // px around a page that fits

/**
 * @param {import("fabric").Canvas} canvas
 * @param {HTMLElement} host the element that the canvas fills
 * @param {() => {width: number, height: number}} page
 * @param {(zoom: number) => void} told called after every change
 */
export function openView(canvas, host, page, told) {
  let fitting = true // follows the window until a person zooms or pans
  let hand = false // Space or the hand tool: dragging pans

  function set(transform) {
    canvas.setViewportTransform(transform)
    told(canvas.getZoom())
  }

  function frame({ left, top, w, h }, most = MOST_ZOOM) {
    const [width, height] = [canvas.width, canvas.height]
    const zoom = clamp(Math.min((width - 2 * EDGE) / w, (height - 2 * EDGE) / h), LEAST_ZOOM, most)
    set([zoom, 0, 0, zoom, (width - w * zoom) / 2 - left * zoom, (height - h * zoom) / 2 - top * zoom])
  }

  const fit = () => {
    fitting = true
    if (!page()) return
    const { width, height } = page()
    frame({ left: 0, top: 0, w: width, h: height })
  }

  function zoomTo(zoom, point = new Point(canvas.width / 2, canvas.height / 2)) {
    fitting = false
    canvas.zoomToPoint(new Point(point.x, point.y), clamp(zoom, LEAST_ZOOM, MOST_ZOOM))
    told(canvas.getZoom())
  }

  function panBy(dx, dy) {
    fitting = false
    canvas.relativePan(new Point(dx, dy))
    told(canvas.getZoom())
  }

  const watcher = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = host
    if (!width || !height) return
    canvas.setDimensions({ width, height })
    if (fitting) fit()
    canvas.requestRenderAll()
  })
  watcher.observe(host)

  canvas.on("mouse:wheel", ({ e }) => {
    e.preventDefault()
    if (e.ctrlKey || e.metaKey)
      zoomTo(canvas.getZoom() * 2 ** (-e.deltaY / (e.deltaMode ? 10 : 240)), canvas.getViewportPoint(e))
    else panBy(e.shiftKey ? -e.deltaY : -e.deltaX, e.shiftKey ? 0 : -e.deltaY)
  })
  dragToPan(canvas, () => hand, panBy)
  pinch(canvas, zoomTo, panBy)

  return {
    fit,
    zoomTo,
    panBy,
    frame: (box) => ((fitting = false), frame(box, 8)),
    zoomIn: () => zoomTo(canvas.getZoom() * STEP),
    zoomOut: () => zoomTo(canvas.getZoom() / STEP),
    get zoom() {
      return canvas.getZoom()
    },
    /** Dragging pans instead of selecting. */
    set hand(on) {
      hand = on
      canvas.selection = !on
      canvas.skipTargetFind = on
      canvas.defaultCursor = on ? "grab" : "default"
      canvas.setCursor(canvas.defaultCursor)
    },
    close: () => watcher.disconnect(),
  }
}

// Space, the hand tool and the middle button drag the page about; nothing is selected meanwhile.
function dragToPan(canvas, isHand, panBy) {
  const element = canvas.upperCanvasEl
  element.addEventListener("pointerdown", (event) => {
    if (!(event.button === 1 || (event.button === 0 && isHand()))) return
    event.preventDefault()
    element.setPointerCapture(event.pointerId)
    let last = event
    const move = (next) => {
      panBy(next.clientX - last.clientX, next.clientY - last.clientY)
      last = next
    }
    const end = () => element.removeEventListener("pointermove", move)
    element.addEventListener("pointermove", move)
    for (const over of ["pointerup", "pointercancel"]) element.addEventListener(over, end, { once: true })
  })
}

// Two fingers zoom and pan; the single finger's gesture that had begun is taken back.
function pinch(canvas, zoomTo, panBy) {
  const element = canvas.upperCanvasEl
  const fingers = new Map()
  let before = null
  const gap = () => {
    const [a, b] = fingers.values()
    return {
      size: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
      x: (a.clientX + b.clientX) / 2,
      y: (a.clientY + b.clientY) / 2,
    }
  }
  element.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch") return
    fingers.set(event.pointerId, event)
    if (fingers.size !== 2) return
    canvas.cancelGesture?.()
    before = gap()
  })
  element.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return
    fingers.set(event.pointerId, event)
    if (fingers.size !== 2 || !before) return
    const now = gap()
    const place = element.getBoundingClientRect()
    zoomTo((canvas.getZoom() * now.size) / before.size, { x: now.x - place.left, y: now.y - place.top })
    panBy(now.x - before.x, now.y - before.y)
    before = now
  })
  for (const over of ["pointerup", "pointercancel"]) {
    element.addEventListener(over, ({ pointerId }) => fingers.delete(pointerId) && (before = null))
  }
}

const clamp = (value, least, most) => Math.min(most, Math.max(least, value))
