// canvas/tools/rectangle — a plain box.
import { shape } from "canvas/objects"

export const tool = {
  slug: "rectangle",
  order: 20,
  section: "shape",
  key: "R",
  label: { ko: "사각형", en: "Rectangle" },
  icon: "M4 6h16v12H4z",
  make: ({ page, middle, kit }) =>
    shape("rect", { ...middle, w: page.width * 0.3, h: page.width * 0.2 }, { color: kit.colors.primary }),
}
