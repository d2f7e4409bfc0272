// canvas/tools/arrow — a block arrow that points to the right.
import { shape } from "canvas/objects"

export const tool = {
  slug: "arrow",
  order: 26,
  section: "shape",
  label: { ko: "화살표", en: "Arrow" },
  icon: "M4 10h9V6l7 6-7 6v-4H4z",
  make: ({ page, middle, kit }) =>
    shape("arrow", { ...middle, w: page.width * 0.24, h: page.width * 0.12 }, { color: kit.colors.accent }),
}
