// canvas/stage — draws a neutral page with Fabric. Fabric is only the view: nothing is ever read back but gestures.
import { StaticCanvas, config } from "fabric"
import { build } from "canvas/stage/build"
import { layPaper } from "canvas/stage/ground"

config.configure({ disableStyleCopyPaste: true })

/**
 * Paints a page off screen, exactly `width` × `height` px, whatever any editor shows.
 * @param {object} page neutral
 * @param {import("canvas/stage/build").Resources} resources fonts and pictures, opened
 * @param {{width?: number, height?: number, paper?: string|null}} options paper: colour under a page that is not opaque
 * @returns {Promise<HTMLCanvasElement>}
 */
export async function paint(page, resources, { width = page.width, height = page.height, paper = null } = {}) {
  await Promise.all([resources.fonts.ensure(page.objects), resources.pictures.ensure(page.objects)])
  const canvas = new StaticCanvas(null, { width, height, enableRetinaScaling: false, renderOnAddRemove: false })
  canvas.viewportTransform = [width / page.width, 0, 0, height / page.height, 0, 0]
  canvas.on("before:render", ({ ctx }) => layPaper(ctx, canvas.viewportTransform, page, paper))
  canvas.add(...page.objects.map((object) => build(object, resources)))
  canvas.renderAll()
  return canvas.getElement()
}

/**
 * What the browser makes of a page's texts: for tests that hold Python's measuring to it.
 * @returns {Promise<Object<string, {lines: string[], widths: number[], height: number}>>} by object id
 */
export async function measure(page, resources) {
  await resources.fonts.ensure(page.objects)
  const found = {}
  const visit = (object) => {
    for (const child of object.children ?? []) visit(child)
    if (object.type !== "text") return
    const block = build(object, resources)
    const widths = block.textLines.map((line, index) => block.getLineWidth(index))
    found[object.id] = { lines: block.textLines, widths, height: block.blockHeight }
  }
  page.objects.forEach(visit)
  return found
}
