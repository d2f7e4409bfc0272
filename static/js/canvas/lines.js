// canvas/lines — how the lines on the canvas map to the text that was typed, so that a cursor stands where it should.

const segmenter = new Intl.Segmenter("ko", { granularity: "grapheme" })

/** The characters as a reader counts them, exactly as they stand in the string. @param {string} text */
export const split = (text) => Array.from(segmenter.segment(text), ({ segment }) => segment)

/**
 * How many graphemes of the text disappear after each line: the space or the newline, or none where a long word was cut.
 * @param {string[][]} lines graphemes of every line, as wrapped
 * @param {string[]} text graphemes of the whole text
 * @returns {number[]} 0 or 1 per line
 */
export function consumed(lines, text) {
  let at = 0
  return lines.map((line) => {
    at += line.length
    const skip = text[at] === " " || text[at] === "\n" ? 1 : 0
    at += skip
    return skip
  })
}

/** The graphemes as they are drawn. Capitals that would need two letters (ß) stay small, so a cursor can count. */
export function shown(graphemes, uppercase) {
  if (!uppercase) return graphemes
  return graphemes.map((each) => {
    const capital = each.toLocaleUpperCase("en")
    return split(capital).length === 1 ? capital : each
  })
}
