// canvas/metrics — our text metric, the same for every font: it is what Python measures and what Fabric draws.

/** em; height of a single line */
export const LINE_BOX = 1.13
/** em; from the top of the block to the first baseline */
export const BASELINE = 0.879

/**
 * Height in px of a block of text.
 * @param {number} lines
 * @param {number} fontSize px
 * @param {number} lineHeight CSS multiple
 */
export const blockHeight = (lines, fontSize, lineHeight) =>
  lines ? ((lines - 1) * lineHeight + LINE_BOX) * fontSize : 0
