// canvas/tools/rounded — a box with round corners, as buttons and badges have.
import { shape } from "canvas/objects"

export const tool = {
  slug: "rounded",
  order: 21,
  section: "shape",
  label: { ko: "둥근 사각형", en: "Rounded box" },
  icon: "M8 6h8a4 4 0 0 1 4 4v4a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4v-4a4 4 0 0 1 4-4z",
  make: ({ page, middle, kit }) =>
    shape(
      "rect",
      { ...middle, w: page.width * 0.3, h: page.width * 0.1 },
      { color: kit.colors.accent, radius: page.width * 0.03 },
    ),
}
