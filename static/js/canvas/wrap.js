// Where lines break: the twin of assets/document/wrap.py, held to it by tests/vectors/wrap.json.
//
// Words (어절) are never split unless one is wider than the line. A break swallows exactly one space, so the lines
// joined again are the text.

const SLACK = 0.01 // px; a line this much too wide still fits, so rounding never moves a word
const segmenter = new Intl.Segmenter("ko", { granularity: "grapheme" })

/**
 * The lines of `text` in a box `width` px wide.
 *
 * @param {string} text
 * @param {number} width px
 * @param {(word: string) => number} measure px width of a string without spaces, letter spacing within it included
 * @param {{balance?: boolean, tracking?: number}} [options] balance: even lines; tracking: px after each grapheme
 * @returns {string[]}
 */
export function wrap(text, width, measure, { balance = false, tracking = 0 } = {}) {
  const gap = measure(" ") + 2 * tracking
  return text
    .normalize("NFC")
    .split("\n")
    .flatMap((part) => paragraph(part, width, measure, balance, gap))
}

/** What a reader calls characters. @param {string} text @returns {string[]} */
export function graphemes(text) {
  return Array.from(segmenter.segment(text.normalize("NFC")), ({ segment }) => segment)
}

/** Whether a last line is a lonely syllable (or only punctuation). @param {string} line */
export function isOrphan(line) {
  return graphemes(line).filter((cluster) => !/^[\p{P}\p{S}\p{Z}]/u.test(cluster)).length <= 1
}

function paragraph(text, width, measure, balance, gap) {
  const words = text.split(" ")
  const widths = words.map((word) => (word ? measure(word) : 0))
  if (Math.max(...widths) > width + SLACK) return fillAndSplit(words, widths, width, measure, gap)
  let lines = fill(widths, width, gap)
  if (balance && lines.length > 1) lines = fill(widths, narrowest(widths, lines.length, gap), gap)
  return pullDown(words, widths, lines, width, gap).map(([start, end]) => words.slice(start, end).join(" "))
}

function fill(widths, width, gap) {
  const lines = []
  let start = 0
  let used = widths[0]
  for (let at = 1; at < widths.length; at++) {
    if (used + gap + widths[at] > width + SLACK) {
      lines.push([start, at])
      start = at
      used = widths[at]
    } else used += gap + widths[at]
  }
  return [...lines, [start, widths.length]]
}

function narrowest(widths, count, gap) {
  const size = widths.length
  let best = [0, ...new Array(size).fill(Infinity)]
  for (let turn = 0; turn < count; turn++) {
    const row = new Array(size + 1).fill(Infinity)
    for (let end = 1; end <= size; end++) {
      let line = -gap
      for (let start = end - 1; start >= 0; start--) {
        line += gap + widths[start]
        row[end] = Math.min(row[end], Math.max(best[start], line))
      }
    }
    best = row
  }
  return best[size]
}

function pullDown(words, widths, lines, width, gap) {
  if (lines.length < 2 || !isOrphan(words.slice(...lines.at(-1)).join(" "))) return lines
  const [[start, cut], [, end]] = lines.slice(-2)
  const tail = widths.slice(cut - 1, end).reduce((sum, each) => sum + each, 0) + gap * (end - cut)
  if (cut - start < 2 || tail > width + SLACK) return lines
  return [...lines.slice(0, -2), [start, cut - 1], [cut - 1, end]]
}

function fillAndSplit(words, widths, width, measure, gap) {
  const lines = []
  let line = ""
  let used = 0
  words.forEach((word, at) => {
    if (at && used + gap + widths[at] <= width + SLACK) {
      line = `${line} ${word}`
      used += gap + widths[at]
      return
    }
    if (at) lines.push(line)
    const parts = widths[at] > width + SLACK ? pieces(word, width, measure) : [word]
    line = parts.pop()
    lines.push(...parts)
    used = line ? measure(line) : 0
  })
  return [...lines, line]
}

function pieces(word, width, measure) {
  const found = [""]
  for (const cluster of graphemes(word)) {
    if (found.at(-1) && measure(found.at(-1) + cluster) > width + SLACK) found.push("")
    found[found.length - 1] += cluster
  }
  return found
}
