// canvas/tools/text — a block of running words in the brand's body font.
import { text } from "canvas/objects"

export const tool = {
  slug: "text",
  order: 11,
  section: "text",
  key: "T",
  label: { ko: "본문", en: "Text" },
  icon: "M5 5h14M12 5v14M9 19h6M5 5v3M19 5v3",
  edits: true,
  make({ page, middle, kit, label }) {
    const fontSize = Math.round(page.width * 0.034)
    const props = { text: label, fontFamily: kit.fonts.body, fontSize, lineHeight: 1.45 }
    return text({ ...middle, w: page.width * 0.5, h: fontSize * 1.13 }, props, {
      role: "body",
      color: kit.colors.text,
    })
  },
}
