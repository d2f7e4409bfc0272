// canvas/fonts — the design fonts: registers the faces of the table and loads them before any text is measured (trap F12).

export const FALLBACK = "Pretendard"

/**
 * @typedef {{family: string, category: string, weight: number, span: [number, number], files: {role: string, url: string}[]}} Face
 * The files stand in drawing order: the last one that has a character draws it.
 */

/**
 * The fonts of one page. Nothing is fetched until a text asks for it.
 * @param {Face[]} table rows of assets/fonts.toml with addresses
 * @param {{prefix?: string}} options prefix: put before the family's name in this page, where the interface uses the same typeface
 */
export function openFonts(table, { prefix = "" } = {}) {
  const loading = new Map() // "family weight" → promise of the faces
  const ready = new Set()
  const families = [...new Set(table.map((face) => face.family))]

  const known = (family) => (families.includes(family) ? family : FALLBACK)
  const face = (family, weight) =>
    table.find((row) => row.family === known(family) && row.span[0] <= weight && weight <= row.span[1])

  function load(family, weight) {
    const row = face(family, weight)
    if (!row) return Promise.resolve()
    const key = keyOf(row)
    if (!loading.has(key))
      loading.set(
        key,
        register(row, prefix).then(() => ready.add(key)),
      )
    return loading.get(key)
  }

  return {
    families,
    /** The family as CSS and the canvas know it; an unknown one is the fall-back. */
    css: (family) => prefix + known(family),
    /** @param {string} family @returns {number[]} the weights that the family really has */
    weights: (family) => table.filter((row) => row.family === known(family)).map((row) => row.weight),
    /** The weight of the family's own face that CSS `weight` falls on. */
    nearest: (family, weight) => face(family, weight)?.weight ?? 400,
    load,
    /** Resolves when every face that `objects` (neutral, nested groups too) use can be measured. */
    ensure: (objects) => Promise.all(needed(objects).map(([family, weight]) => load(family, weight))),
    /** Whether one of them still cannot. */
    pending: (objects) =>
      needed(objects).some(([family, weight]) => face(family, weight) && !ready.has(keyOf(face(family, weight)))),
  }
}

const keyOf = (row) => `${row.family} ${row.weight}`

/** @returns {[string, number][]} family and weight of every text in the tree, once each */
export function needed(objects) {
  const found = new Map()
  const visit = (object) => {
    for (const child of object.children ?? []) visit(child)
    if (object.type !== "text") return
    const { fontFamily, fontWeight } = object.props
    found.set(`${fontFamily} ${fontWeight}`, [fontFamily, fontWeight])
  }
  objects.forEach(visit)
  return [...found.values()]
}

async function register({ family, span, files }, prefix) {
  const faces = files.map(
    ({ url }) => new FontFace(prefix + family, `url("${url}") format("woff2")`, { weight: `${span[0]} ${span[1]}` }),
  )
  for (const each of faces) document.fonts.add(each) // before loading, so that the order is the table's
  await Promise.all(faces.map((each) => each.load()))
}
