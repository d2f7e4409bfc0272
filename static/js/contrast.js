// contrast — how well one colour reads on another (WCAG 2.2), and what a person may type for a colour. Pure.

/** @param {string} text as typed: #abc, abc, AABBCC, #aabbcc @returns {string | null} "#rrggbb" */
export function hexOf(text) {
  const digits = text.trim().toLowerCase().replace(/^#/, "")
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`
  if (/^[0-9a-f]{3}$/.test(digits)) return `#${[...digits].map((digit) => digit + digit).join("")}`
  return null
}

/** 1 (not at all) to 21 (black on white). @param {string} ink "#rrggbb" @param {string} paper "#rrggbb" */
export function contrast(ink, paper) {
  const [low, high] = [luminance(ink), luminance(paper)].sort((one, other) => one - other)
  return (high + 0.05) / (low + 0.05)
}

/** The one of `inks` that reads best on `paper`. @param {string} paper @param {string[]} inks */
export function bestOn(paper, inks) {
  return inks.reduce((best, ink) => (contrast(ink, paper) > contrast(best, paper) ? ink : best))
}

function luminance(color) {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
