// canvas/pictures — the pictures of a page, fetched once each; one that does not come is remembered as missing (trap F1).

/**
 * @param {(asset: string) => string|null} address where the picture of an asset id is
 */
export function openPictures(address) {
  const found = new Map() // address → ImageBitmap | HTMLImageElement | null while loading or missing
  const coming = new Map()

  function load(asset) {
    const url = asset && address(asset)
    if (!url) return Promise.resolve(null)
    if (!coming.has(url))
      coming.set(
        url,
        fetchPicture(url).then((picture) => (found.set(url, picture), picture)),
      )
    return coming.get(url)
  }

  return {
    /** The picture if it is here, else null. */
    get: (asset) => (asset ? (found.get(address(asset)) ?? null) : null),
    load,
    /** Resolves when every picture of `objects` (neutral, nested) is here or known to be missing. */
    ensure: (objects) => Promise.all(assetsOf(objects).map(load)),
    /** True if something is still on its way. */
    pending: (objects) => assetsOf(objects).some((asset) => address(asset) && !found.has(address(asset))),
    /** Forgets all but the newest `count` addresses. */
    trim(count) {
      for (const url of [...coming.keys()].slice(0, -count)) coming.delete(url) && found.delete(url)
    },
  }
}

/** @returns {string[]} asset ids of a tree of neutral objects, once each */
export function assetsOf(objects) {
  const ids = new Set()
  const visit = (object) => {
    if (object.type === "image" && object.props.asset) ids.add(object.props.asset)
    for (const child of object.children ?? []) visit(child)
  }
  objects.forEach(visit)
  return [...ids]
}

async function fetchPicture(url) {
  const picture = new Image()
  picture.decoding = "async"
  picture.src = url
  try {
    await picture.decode()
    return picture
  } catch {
    return null // the page draws its place-holder; the neutral object keeps the id
  }
}
