// canvas/session — the open document of one tab: what the server has, plus what it does not have yet. No DOM, no network.
import { createHistory, squash } from "canvas/history"
import { Misfit, reduce, reduceWhatFits } from "canvas/ops"

/**
 * @typedef {{id: string, baseSeq: number, epoch: number, ops: object[]}} Entry  one change on its way to the server;
 * it never changes once made, so sending it twice is sending it once.
 */

/**
 * Fires "changed" when the document looks different, "entry" (detail: Entry) when there is something to keep and send,
 * "gap" when events are missing and the document must be read again.
 */
export class Session extends EventTarget {
  #confirmed
  #loose = []
  #looseBase = 0
  #gesture = false
  #count = 0
  #timer = 0

  /**
   * @param {{content: object, seq: number, epoch: number}} stored
   * @param {{pause?: number, tab?: string}} options pause: ms that typing waits before it is an entry; tab: name of this tab
   */
  constructor({ content, seq, epoch }, { pause = 900, tab = randomId() } = {}) {
    super()
    this.tab = tab
    this.#confirmed = this.document = content
    this.seq = seq
    this.epoch = epoch
    this.pause = pause
    /** @type {Entry[]} */
    this.entries = []
    this.history = createHistory()
    this.held = false // true while Hangul is composed: nothing leaves then
  }

  /**
   * The person did something.
   * @param {object[]} ops
   * @param {{label?: string, join?: string}} options as history.record
   * @returns {boolean} whether anything changed
   */
  change(ops, options = {}) {
    const inverse = this.#apply(ops)
    if (!inverse) return false
    this.history.record(inverse, options)
    if (options.join || this.#gesture) this.#later()
    else this.seal()
    this.#changed(ops)
    return true
  }

  /** All changes until end() are one step back. */
  begin(label) {
    this.#gesture = true
    this.history.begin(label)
  }

  end() {
    if (!this.#gesture) return
    this.#gesture = false
    this.history.end()
    this.seal()
  }

  undo() {
    return this.#turn("undo")
  }

  redo() {
    return this.#turn("redo")
  }

  /** Makes an entry of what is not one yet. */
  seal() {
    clearTimeout(this.#timer)
    this.#timer = 0
    if (this.held || !this.#loose.length) return
    const id = `${this.tab}:${(this.#count += 1)}`
    const entry = { id, baseSeq: this.#looseBase, epoch: this.epoch, ops: squash(this.#loose) }
    this.#loose = []
    this.entries.push(entry)
    this.dispatchEvent(new CustomEvent("entry", { detail: entry }))
  }

  /** Entries that an earlier tab could not send. */
  adopt(entries) {
    this.entries.push(...entries.filter(({ epoch }) => epoch === this.epoch))
    this.#rebuild()
  }

  /** Gives an entry up: the server will never take it. */
  drop(entry) {
    this.entries = this.entries.filter(({ id }) => id !== entry.id)
    this.#rebuild()
  }

  /**
   * What the server knows since `seq`.
   * @param {{seq: number, client_op_id: string, ops: object[]}[]} events oldest first; ones we know already are skipped
   */
  receive(events) {
    const fresh = events.filter(({ seq }) => seq > this.seq)
    if (fresh.length && fresh[0].seq !== this.seq + 1) return this.dispatchEvent(new Event("gap"))
    const ours = fresh.length === 1 && this.entries.length === 1 && fresh[0].client_op_id === this.entries[0].id
    const alike = ours && !this.#loose.length && JSON.stringify(fresh[0].ops) === JSON.stringify(this.entries[0].ops)
    for (const { seq, client_op_id: id, ops } of fresh) {
      this.#confirmed = reduceWhatFits(this.#confirmed, ops).document
      this.entries = this.entries.filter((entry) => entry.id !== id)
      this.seq = seq
    }
    if (!fresh.length) return
    if (alike) this.document = this.#confirmed
    else this.#rebuild()
  }

  /**
   * The document as it is stored now; what is unsent stays on top. After a restored version (another epoch) what is unsent
   * only stays if a person wants it: then it is one new entry on the new version.
   * @param {{keep?: boolean}} options
   * @returns {Entry[]} entries that are no longer to be sent
   */
  reload({ content, seq, epoch }, { keep = false } = {}) {
    const over = epoch === this.epoch ? [] : this.entries
    this.#confirmed = content
    this.seq = seq
    if (epoch !== this.epoch) {
      const waiting = [...over.flatMap(({ ops }) => ops), ...this.#loose]
      this.history.clear()
      this.epoch = epoch
      this.entries = []
      this.#loose = keep ? waiting : []
      this.#looseBase = seq
    }
    this.#rebuild()
    this.seal()
    return over
  }

  get unsent() {
    return this.entries.length > 0 || this.#loose.length > 0
  }

  /** @returns {object[]|null} the way back; what others removed meanwhile is left out, null if that was all */
  #apply(ops) {
    const { document, inverse, left } = reduceWhatFits(this.document, ops)
    if (!inverse.length) return null
    if (!this.#loose.length) this.#looseBase = this.seq
    this.#loose.push(...ops.filter((op) => !left.includes(op)))
    this.document = document
    return inverse
  }

  #turn(way) {
    this.end()
    this.seal()
    let touched = []
    const label = this.history[way]((ops) => {
      touched = ops
      return this.#apply(ops) ?? []
    })
    if (label === null) return null
    this.seal()
    this.#changed(touched)
    return label
  }

  #later() {
    this.#timer ||= setTimeout(() => this.seal(), this.pause)
  }

  #rebuild() {
    const waiting = [...this.entries.flatMap(({ ops }) => ops), ...this.#loose]
    this.document = reduceWhatFits(this.#confirmed, waiting).document
    this.#changed(null)
  }

  /** @param {object[]|null} ops null where anything may have changed */
  #changed(ops) {
    this.dispatchEvent(new CustomEvent("changed", { detail: { ops } }))
  }
}

// randomUUID needs a secure context; a studio in an office may be plain http.
function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("")
}
