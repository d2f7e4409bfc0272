// canvas/tools/ellipse — a circle, or an ellipse once it is pulled.
import { shape } from "canvas/objects"

export const tool = {
  slug: "ellipse",
  order: 22,
  section: "shape",
  key: "E",
  label: { ko: "원", en: "Ellipse" },
  icon: "M12 5a7 7 0 1 1 0 14 7 7 0 0 1 0-14z",
  make: ({ page, middle, kit }) =>
    shape("ellipse", { ...middle, w: page.width * 0.22, h: page.width * 0.22 }, { color: kit.colors.secondary }),
}
