// canvas/tools/heading — a large line of words in the brand's heading font.
import { text } from "canvas/objects"

export const tool = {
  slug: "heading",
  order: 10,
  section: "text",
  label: { ko: "제목", en: "Heading" },
  icon: "M6 4v16M18 4v16M6 12h12",
  edits: true,
  make({ page, middle, kit, label }) {
    const fontSize = Math.round(page.width * 0.07)
    const props = {
      text: label,
      fontFamily: kit.fonts.heading,
      fontWeight: 800,
      fontSize,
      lineHeight: 1.25,
      letterSpacing: -0.025,
      balance: true,
    }
    return text({ ...middle, w: page.width * 0.7, h: fontSize * 1.13 }, props, {
      role: "headline",
      color: kit.colors.text,
    })
  },
}
