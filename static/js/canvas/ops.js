// What an op does to a document, and the ops that undo it. The twin is assets/document/reduce.py;
// vectors that both sides pass: tests/vectors/ops.json. Documents are never changed in place: what an op
// does not touch is shared with the document before it. No DOM, no Fabric.

/** The document, as it is now, cannot take this op: its target is gone, its id is taken, its path leads nowhere. */
export class Misfit extends Error {}

/** There is no such op, whatever the document holds. */
export class BadOp extends Error {}

/**
 * The document after `ops`, and the ops that lead back. `document` itself stays as it was.
 * @returns {{document: object, inverse: object[]}}
 * @throws Misfit where the document cannot take an op, BadOp where there is no such op
 */
export function reduce(document, ops) {
  const places = placesOf(document)
  const inverse = []
  for (const op of ops) {
    const [changed, back] = step(document, places, op)
    document = changed
    inverse.push(back)
  }
  return { document, inverse: inverse.reverse() }
}

/**
 * Like reduce, but leaves out the ops that do not fit any more: for one's own unsaved ops on top
 * of what others did meanwhile.
 * @returns {{document: object, inverse: object[], left: object[]}}
 */
export function reduceWhatFits(document, ops) {
  const places = placesOf(document)
  const inverse = []
  const left = []
  for (const op of ops) {
    try {
      const [changed, back] = step(document, places, op)
      document = changed
      inverse.push(back)
    } catch (error) {
      if (!(error instanceof Misfit)) throw error
      left.push(op)
    }
  }
  return { document, inverse: inverse.reverse(), left }
}

/** The object or page with this id, or null. */
export function find(document, id) {
  for (const page of document.pages) {
    if (page.id === id) return page
    const found = within(page.objects, id)
    if (found) return found
  }
  return null
}

/** The value at a dotted path, or undefined. */
export function valueAt(found, path) {
  return path.split(".").reduce((value, key) => (owns(value, key) ? value[key] : undefined), found)
}

const CHANGES = {
  "object.add"(document, places, op) {
    const place = insideOf(places, op.page, op.parent)
    checkNew(places, idsOf(op.object))
    put(places, op.object, place)
    const changed = at(document, place, (items) => inserted(items, op.object, op.index))
    return [changed, { op: "object.remove", page: op.page, id: op.object.id }]
  },
  "object.remove"(document, places, op) {
    const place = placeOf(places, op.page, op.id)
    const items = siblings(document, place)
    const index = indexOf(items, op.id)
    take(places, items[index])
    const back = { op: "object.add", page: op.page, object: items[index], index }
    if (place.groups.length) back.parent = place.groups.at(-1)
    return [at(document, place, (list) => list.toSpliced(index, 1)), back]
  },
  "object.set"(document, places, op) {
    const place = placeOf(places, op.page, op.id)
    const items = siblings(document, place)
    const index = indexOf(items, op.id)
    const [changed, back] = set(items[index], op)
    return [at(document, place, (list) => list.with(index, changed)), back]
  },
  "object.order"(document, places, op) {
    const place = placeOf(places, op.page, op.id)
    const index = indexOf(siblings(document, place), op.id)
    return [at(document, place, (list) => moved(list, index, op.index)), { ...op, index }]
  },
  "page.add"(document, places, op) {
    checkNew(places, idsOf(op.page))
    putPage(places, op.page)
    const pages = inserted(document.pages, op.page, op.index)
    return [{ ...document, pages }, { op: "page.remove", id: op.page.id }]
  },
  "page.remove"(document, places, op) {
    const index = indexOf(document.pages, op.id)
    const page = document.pages[index]
    if (document.pages.length === 1) throw new Misfit("A document keeps at least one page.")
    places.pages.delete(op.id)
    for (const found of page.objects) take(places, found)
    return [{ ...document, pages: document.pages.toSpliced(index, 1) }, { op: "page.add", page, index }]
  },
  "page.set"(document, places, op) {
    const index = indexOf(document.pages, op.id)
    const [changed, back] = set(document.pages[index], op)
    return [{ ...document, pages: document.pages.with(index, changed) }, back]
  },
  "page.order"(document, places, op) {
    const index = indexOf(document.pages, op.id)
    return [{ ...document, pages: moved(document.pages, index, op.index) }, { ...op, index }]
  },
  "document.set"(document, places, op) {
    return set(document, op)
  },
}

function step(document, places, op) {
  if (!owns(CHANGES, op.op)) throw new BadOp(`There is no op ${op.op}.`)
  return CHANGES[op.op](document, places, op)
}

function set(found, op) {
  const [changed, old] = write(found, op.path.split("."), op)
  const back = { ...op, ...old }
  if (!("value" in old)) delete back.value
  return [changed, back]
}

// Parts that are missing on the way are made; the way back then removes the topmost of them.
function write(found, keys, op) {
  if (!isPlain(found)) throw new Misfit(`${op.path} leads into a value that has no parts.`)
  const [key, ...rest] = keys
  if (key === "__proto__") throw new BadOp(`${op.path} is no property.`)
  if (rest.length && owns(found, key)) {
    const [inner, old] = write(found[key], rest, op)
    return [{ ...found, [key]: inner }, old]
  }
  const all = op.path.split(".")
  const path = all.slice(0, all.length - rest.length).join(".")
  const old = owns(found, key) ? { path, value: found[key] } : { path }
  const changed = { ...found }
  if ("value" in op) changed[key] = rest.reduceRight((value, name) => ({ [name]: value }), op.value)
  else delete changed[key]
  return [changed, old]
}

function placesOf(document) {
  const places = { pages: new Set(), groups: new Set(), objects: new Map() }
  for (const page of document.pages) putPage(places, page)
  return places
}

function putPage(places, page) {
  places.pages.add(page.id)
  for (const found of page.objects) put(places, found, { page: page.id, groups: [] })
}

function put(places, found, place) {
  places.objects.set(found.id, place)
  if (found.type !== "group") return
  places.groups.add(found.id)
  for (const child of found.children) put(places, child, { page: place.page, groups: [...place.groups, found.id] })
}

function take(places, found) {
  for (const id of idsOf(found)) {
    places.objects.delete(id)
    places.groups.delete(id)
  }
}

function placeOf(places, page, id) {
  const place = places.objects.get(id)
  if (place?.page !== page) throw missing(id)
  return place
}

function insideOf(places, page, group) {
  if (group === undefined || group === null) {
    if (!places.pages.has(page)) throw missing(page)
    return { page, groups: [] }
  }
  const around = placeOf(places, page, group)
  if (!places.groups.has(group)) throw missing(group)
  return { page, groups: [...around.groups, group] }
}

function checkNew(places, ids) {
  const seen = new Set()
  for (const id of ids) {
    if (seen.has(id) || places.objects.has(id) || places.pages.has(id)) throw new Misfit(`The id ${id} is taken.`)
    seen.add(id)
  }
}

// What an object of unknown type holds inside is its own affair: we do not look.
function idsOf(found) {
  const inner = found.type === undefined ? found.objects : childrenOf(found)
  return [found.id, ...inner.flatMap(idsOf)]
}

function childrenOf(found) {
  return found.type === "group" ? found.children : []
}

function within(items, id) {
  for (const found of items) {
    const hit = found.id === id ? found : within(childrenOf(found), id)
    if (hit) return hit
  }
  return null
}

function siblings(document, place) {
  const page = document.pages[indexOf(document.pages, place.page)]
  return place.groups.reduce((items, group) => items[indexOf(items, group)].children, page.objects)
}

function at(document, place, change) {
  const inside = (items, groups) => {
    if (!groups.length) return change(items)
    const index = indexOf(items, groups[0])
    return items.with(index, { ...items[index], children: inside(items[index].children, groups.slice(1)) })
  }
  const index = indexOf(document.pages, place.page)
  const page = document.pages[index]
  const changed = { ...page, objects: inside(page.objects, place.groups) }
  return { ...document, pages: document.pages.with(index, changed) }
}

function inserted(items, added, index) {
  return items.toSpliced(index ?? items.length, 0, added)
}

function moved(items, index, goal) {
  return items.toSpliced(index, 1).toSpliced(goal, 0, items[index])
}

function indexOf(items, id) {
  const index = items.findIndex((found) => found.id === id)
  if (index < 0) throw missing(id)
  return index
}

function missing(id) {
  return new Misfit(`There is no ${id} there any more.`)
}

function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function owns(value, key) {
  return isPlain(value) && Object.hasOwn(value, key)
}
