// canvas/tools/polygon — a hexagon.
import { shape } from "canvas/objects"

export const tool = {
  slug: "polygon",
  order: 25,
  section: "shape",
  label: { ko: "육각형", en: "Hexagon" },
  icon: "M8 5h8l4 7-4 7H8l-4-7z",
  make: ({ page, middle, kit }) =>
    shape(
      "polygon",
      { ...middle, w: page.width * 0.2, h: page.width * 0.2 },
      { color: kit.colors.secondary, points: 6 },
    ),
}
