// canvas/stage/shapes — the pictures, shapes, lines and strangers of a page as Fabric objects whose size is their box.
import { FabricObject } from "fabric"
import { reframe } from "canvas/crop"
import { rounding, trace } from "canvas/outline"
import { filler } from "canvas/stage/paint"

const PAPER = "#e8eaee"
const INK = "#5b6472"

/** The box that the pointer asks for, with the proportions of the start. */
export function inProportion(w, h, start) {
  const factor = Math.max(w / start.w, h / start.h)
  return [start.w * factor, start.h * factor]
}

/** Everything we draw ourselves: width and height are the neutral box, scale stays 1, the outline lies on the box. */
class Drawn extends FabricObject {
  constructor(options) {
    super({ strokeWidth: 0, objectCaching: false, ...options })
  }

  /** Draws the outline's border, centred on the outline. */
  strokeOutline(ctx) {
    if (!this.border?.width) return
    this._removeShadow(ctx)
    ctx.lineWidth = this.border.width
    ctx.strokeStyle = this.border.color
    ctx.setLineDash(this.border.dash ?? [])
    ctx.stroke()
    ctx.setLineDash([])
  }
}

/** A filled outline. */
export class Shape extends Drawn {
  static type = "Shape"

  resize(w, h, { start, corner, free }) {
    const [width, height] = corner && !free ? inProportion(w, h, start) : [w, h]
    this.set({ width, height, fill: filler(this.neutral.style.fill, width, height) })
  }

  _render(ctx) {
    ctx.beginPath()
    trace(ctx, this.outline.kind, this.width, this.height, this.outline)
    this._renderFill(ctx)
    this.strokeOutline(ctx)
  }
}

/** A picture: the crop (0–1 of its own size) fills the box exactly; the radius masks it. */
export class Photo extends Drawn {
  static type = "Photo"

  // Corners keep the proportions, sides (and corners with Shift) show more or less of the picture.
  resize(w, h, { start, corner, free }) {
    const [width, height] = corner && !free ? inProportion(w, h, start) : [w, h]
    const kept = corner && !free
    this.set({
      width,
      height,
      crop: kept ? start.crop : reframe(start.crop, this.neutral.props.natural, start, { w: width, h: height }),
    })
  }

  _render(ctx) {
    const { width: w, height: h, picture, radius = 0 } = this
    const path = () => {
      ctx.beginPath()
      ctx.roundRect(-w / 2, -h / 2, w, h, rounding(radius, w, h))
    }
    path()
    if (!picture) return this.drawMissing(ctx)
    ctx.save()
    if (radius > 0) {
      if (this.shadow) ctx.fill() // a clip would cut the picture's own shadow away
      this._removeShadow(ctx)
      ctx.clip()
    }
    ctx.imageSmoothingQuality = "high"
    const [pw, ph] = [picture.naturalWidth ?? picture.width, picture.naturalHeight ?? picture.height]
    const { x, y, w: cw, h: ch } = this.crop
    ctx.drawImage(picture, x * pw, y * ph, Math.max(1, cw * pw), Math.max(1, ch * ph), -w / 2, -h / 2, w, h)
    ctx.restore()
    path()
    this.strokeOutline(ctx)
  }

  /** A picture that did not come keeps its place (trap F1). */
  drawMissing(ctx) {
    const size = Math.min(this.width, this.height) * 0.3
    this._removeShadow(ctx)
    ctx.fillStyle = PAPER
    ctx.fill()
    ctx.strokeStyle = INK
    ctx.lineWidth = Math.max(1, size / 24)
    ctx.beginPath()
    ctx.roundRect(-size / 2, -size / 2.6, size, size / 1.3, size / 12)
    ctx.moveTo(-size / 2, size / 4)
    ctx.lineTo(-size / 6, -size / 10)
    ctx.lineTo(size / 8, size / 4)
    ctx.lineTo(size / 3.4, size / 12)
    ctx.lineTo(size / 2, size / 4)
    ctx.stroke()
  }
}

/** A straight line along the middle of its box; the box's height is its thickness. */
export class Line extends Drawn {
  static type = "Rule"

  resize(width) {
    this.set({ width })
  }

  _render(ctx) {
    const { width: w, height: h } = this
    const reach = Math.min(w / 2, h * 4)
    const [start, end] = ["start", "end"].map((side) => (this.heads[side] === "arrow" ? reach : 0))
    ctx.strokeStyle = ctx.fillStyle = this.color
    ctx.lineWidth = h
    ctx.setLineDash(this.dash ?? [])
    ctx.beginPath()
    ctx.moveTo(-w / 2 + start, 0)
    ctx.lineTo(w / 2 - end, 0)
    ctx.stroke()
    ctx.setLineDash([])
    HEADS[this.heads.start]?.(ctx, -w / 2, reach, h)
    HEADS[this.heads.end]?.(ctx, w / 2, -reach, h)
  }
}

const HEADS = {
  arrow(ctx, x, reach) {
    ctx.beginPath()
    ctx.moveTo(x, 0)
    ctx.lineTo(x + reach, -Math.abs(reach) / 2)
    ctx.lineTo(x + reach, Math.abs(reach) / 2)
    ctx.closePath()
    ctx.fill()
  },
  dot(ctx, x, reach, thickness) {
    ctx.beginPath()
    ctx.arc(x, 0, thickness * 1.5, 0, Math.PI * 2)
    ctx.fill()
  },
  bar(ctx, x, reach, thickness) {
    ctx.fillRect(x - thickness / 2, -thickness * 2, thickness, thickness * 4)
  },
}

/** Something a newer or foreign editor made: kept, shown as a box, never touched. */
export class Stranger extends Drawn {
  static type = "Stranger"

  _render(ctx) {
    const { width: w, height: h } = this
    ctx.strokeStyle = ctx.fillStyle = INK
    ctx.lineWidth = 2
    ctx.setLineDash([8, 6])
    ctx.strokeRect(-w / 2, -h / 2, w, h)
    ctx.setLineDash([])
    ctx.font = `${Math.max(10, Math.min(28, h / 4, w / 6))}px sans-serif`
    ctx.textAlign = "center"
    ctx.textBaseline = "middle"
    ctx.fillText(String(this.label), 0, 0, w * 0.9)
  }
}
