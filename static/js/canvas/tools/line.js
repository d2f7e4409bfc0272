// canvas/tools/line — a straight line; its thickness is the height of its box.
import { line } from "canvas/objects"

export const tool = {
  slug: "line",
  order: 27,
  section: "shape",
  key: "L",
  label: { ko: "선", en: "Line" },
  icon: "M4 12h16",
  make: ({ page, middle, kit }) =>
    line(
      { ...middle, w: page.width * 0.4, h: Math.max(2, Math.round(page.width / 270)) },
      { color: kit.colors.text },
    ),
}
