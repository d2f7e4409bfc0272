// canvas/tools/triangle — a triangle that points up.
import { shape } from "canvas/objects"

export const tool = {
  slug: "triangle",
  order: 23,
  section: "shape",
  label: { ko: "삼각형", en: "Triangle" },
  icon: "M12 5l8 14H4z",
  make: ({ page, middle, kit }) =>
    shape("triangle", { ...middle, w: page.width * 0.22, h: page.width * 0.2 }, { color: kit.colors.secondary }),
}
