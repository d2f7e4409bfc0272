// canvas/stage/text — our text block: lines by canvas/wrap, our metric, a box with a height, and Hangul that is safe to type.
import { Textbox } from "fabric"
import { tidy } from "canvas/geometry"
import { consumed, shown, split } from "canvas/lines"
import { LINE_BOX, blockHeight } from "canvas/metrics"
import { inProportion } from "canvas/stage/shapes"
import { wrap } from "canvas/wrap"

/** A neutral text object on the canvas. `boxHeight` is the neutral h; while words are typed the box grows with them. */
export class TextBlock extends Textbox {
  static type = "TextBlock"
  static textLayoutProperties = [
    ...Textbox.textLayoutProperties,
    "boxHeight",
    "balance",
    "uppercase",
    "verticalAlign",
  ]

  constructor(text, options) {
    super(text, { ...DEFAULTS, ...options })
  }

  /** px that the lines need */
  get blockHeight() {
    return blockHeight(this._textLines.length, this.fontSize, this.lineHeight * LINE_BOX)
  }

  /** Whether the box is just as high as its words; such a box goes on hugging them. */
  get hugs() {
    return Math.abs(this.blockHeight - this.height) < 1
  }

  /** The edge that stays when the height changes: top, center or bottom. */
  get hold() {
    return { middle: "center", bottom: "bottom" }[this.verticalAlign] ?? "top"
  }

  // Corners change the size of the letters, sides the length of the lines.
  resize(w, h, { start, corner }) {
    if (corner) {
      const [width, boxHeight] = inProportion(w, h, start)
      this.set({ width, boxHeight, fontSize: tidy((start.fontSize * width) / start.w, 1) })
    } else if (h === start.h) this.set({ width: w, boxHeight: start.hugs ? 0 : start.h })
    else this.set({ boxHeight: h })
    if (this.blockHeight > this.height) this.set({ boxHeight: this.blockHeight })
  }

  // The height is the box's, and a word longer than the box never widens it (Fabric's own does, silently).
  initDimensions() {
    if (!this.initialized) return
    if (this.isEditing) this.initDelayedCursor()
    this._clearCache()
    this.dynamicMinWidth = 0
    this._styleMap = this._generateStyleMap(this._splitText())
    if (this.isEditing) this.height = this.hugged ? this.blockHeight : Math.max(this.boxHeight, this.blockHeight)
    else this.height = this.boxHeight || this.blockHeight
  }

  enterEditingImpl() {
    this.hugged = this.hugs
    super.enterEditingImpl()
  }

  _getTopOffset() {
    const spare = this.height - this.blockHeight
    const above = { middle: spare / 2, bottom: spare }[this.verticalAlign] ?? 0
    return above - this.height / 2
  }

  graphemeSplit(text) {
    return split(text)
  }

  _splitTextIntoLines(text) {
    const graphemeText = split(text)
    const seen = shown(graphemeText, this.uppercase)
    const tracking = this._getWidthOfCharSpacing()
    const lines = wrap(seen.join(""), this.width, (word) => this.wordWidth(word), { balance: this.balance, tracking })
    const graphemeLines = lines.map(split)
    this.skips = consumed(graphemeLines, seen)
    return { _unwrappedLines: text.split("\n").map(split), lines, graphemeText, graphemeLines }
  }

  /** Width in px of a word as it is drawn, the spacing within it included. */
  wordWidth(word) {
    const graphemes = split(word)
    let [width, before] = [0, undefined]
    for (const grapheme of graphemes) {
      width += this._measureChar(grapheme, this, before, this).kernedWidth
      before = grapheme
    }
    return width + this._getWidthOfCharSpacing() * Math.max(0, graphemes.length - 1)
  }

  missingNewlineOffset(lineIndex, skipWrapping) {
    return skipWrapping ? 1 : (this.skips[lineIndex] ?? 1)
  }

  // Growing text stays where it is held: by its top, its middle or its foot.
  updateFromTextArea() {
    const place = this.getPositionByOrigin("center", this.hold)
    super.updateFromTextArea()
    this.setPositionByOrigin(place, "center", this.hold)
    this.setCoords()
  }

  // The field that takes the keys lies where the cursor is, in our container: there the input method shows its candidates.
  _calcTextareaPosition() {
    const found = super._calcTextareaPosition()
    if (!this.hiddenTextareaContainer || !this.canvas) return found
    const { left, top } = this.canvas._offset
    return { ...found, left: `${parseFloat(found.left) - left}px`, top: `${parseFloat(found.top) - top}px` }
  }

  initHiddenTextarea() {
    super.initHiddenTextarea()
    this.hiddenTextarea.setAttribute("aria-label", this.fieldLabel)
    this.hiddenTextarea.style.fontSize = "16px" // phones zoom into smaller fields
    this.hiddenTextarea.addEventListener("input", ({ target }) => plain(target), { capture: true })
  }

  // Whoever hears that editing ended may take this text off the canvas at once; Fabric's own would stumble over that.
  exitEditing() {
    if (!this.isEditing) return this
    const { canvas } = this
    this.exitEditingImpl()
    canvas?.fire("text:editing:exited", { target: this })
    return this
  }

  // While Hangul is composed the keys belong to the input method; Escape then only cancels the syllable.
  onKeyDown(event) {
    if (event.isComposing || event.keyCode === 229 || this.inCompositionMode) return
    super.onKeyDown(event)
  }
}

/** What is pasted: one kind of line break, and Hangul put together (macOS names and PDFs bring it in pieces). */
function plain(field) {
  const clean = field.value.replace(/\r\n?/g, "\n").normalize("NFC")
  if (clean === field.value) return
  const end = field.value.slice(0, field.selectionEnd).replace(/\r\n?/g, "\n").normalize("NFC").length
  field.value = clean
  field.setSelectionRange(end, end)
}

const DEFAULTS = {
  fieldLabel: "Text",
  boxHeight: 0,
  verticalAlign: "top",
  balance: false,
  uppercase: false,
  strokeWidth: 0,
  paintFirst: "stroke",
  strokeLineJoin: "round",
  objectCaching: false,
  lockScalingFlip: true,
  minWidth: 1,
}
