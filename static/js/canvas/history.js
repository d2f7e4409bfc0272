// Undo and redo as inverse ops. One gesture is one entry; a new action clears what could be redone.
// No DOM: whoever applies ops passes `apply(ops) → inverse ops` (reduceWhatFits of canvas/ops suits).

const LIMIT = 500 // entries; an entry is a few hundred bytes, so this is far below one full document

/**
 * @param {{limit?: number}} options  how many entries are kept
 * @returns history of one document in one tab
 */
export function createHistory({ limit = LIMIT } = {}) {
  let undone = []
  let done = []
  let gesture = null

  function keep(entry) {
    done.push(entry)
    if (done.length > limit) done.shift()
    undone = []
  }

  // What others removed meanwhile cannot be led back: such an entry changes nothing and the next one counts.
  function turn(from, to, apply) {
    while (from.length) {
      const entry = from.at(-1)
      const inverse = apply(entry.inverse) // if this throws, the entry stays where it is
      from.pop()
      if (!inverse.length) continue
      to.push({ label: entry.label, join: "", inverse })
      return entry.label
    }
    return null
  }

  return {
    /**
     * An action was applied; `inverse` leads back from it.
     * @param {string} label  what the person did, for the history list
     * @param {string} [join]  actions with the same word directly after each other are one entry (held arrow key)
     */
    record(inverse, { label = "", join = "" } = {}) {
      if (!inverse.length) return
      if (gesture) {
        gesture.inverse = squash([...inverse, ...gesture.inverse])
        return
      }
      const last = done.at(-1)
      if (join && last?.join === join && !undone.length) last.inverse = squash([...inverse, ...last.inverse])
      else keep({ label, join, inverse })
    },

    /** All that is recorded until end() is one entry. */
    begin(label = "") {
      if (gesture) this.end()
      gesture = { label, join: "", inverse: [] }
    },

    end() {
      const entry = gesture
      gesture = null
      if (entry?.inverse.length) keep(entry)
    },

    /** The label of what was undone, or null if there was nothing. */
    undo(apply) {
      this.end()
      return turn(done, undone, apply)
    },

    /** The label of what was done again, or null if there was nothing. */
    redo(apply) {
      return turn(undone, done, apply)
    },

    /** The next recorded action starts an entry of its own, whatever its join word. */
    seal() {
      if (done.length) done.at(-1).join = ""
    },

    clear() {
      done = []
      undone = []
      gesture = null
    },

    get canUndo() {
      return done.length > 0 || Boolean(gesture?.inverse.length)
    },

    get canRedo() {
      return undone.length > 0
    },

    /** Labels, oldest first. */
    get labels() {
      return done.map((entry) => entry.label)
    },
  }
}

/**
 * The same change in fewer ops: of several sets of one property only the last counts, as long as nothing but
 * such sets stands between them. Paths into meta and ext may contain each other, so they are left alone.
 */
export function squash(ops) {
  const kept = []
  let seen = new Map()
  for (const op of ops) {
    if (!op.op.endsWith(".set") || /^(meta|ext)\b/.test(op.path)) {
      seen = new Map()
      kept.push(op)
      continue
    }
    const key = `${op.op} ${op.id ?? ""} ${op.path}`
    if (!seen.has(key)) seen.set(key, kept.push(op) - 1)
    else kept[seen.get(key)] = op
  }
  return kept
}
