// canvas/tools/star — a star with five points.
import { shape } from "canvas/objects"

export const tool = {
  slug: "star",
  order: 24,
  section: "shape",
  label: { ko: "별", en: "Star" },
  icon: "M12 4l2.4 5.3 5.6.6-4.2 3.9 1.2 5.7-5-3-5 3 1.2-5.7L4 9.9l5.6-.6z",
  make: ({ page, middle, kit }) =>
    shape(
      "star",
      { ...middle, w: page.width * 0.2, h: page.width * 0.2 },
      { color: kit.colors.accent, points: 5, inner: 0.5 },
    ),
}
