// behaviors/index — data-behavior="name other" mounts behaviors/name.js and behaviors/other.js, once, now and after every swap.

const mounted = new WeakMap() // not an attribute: htmx restores attributes from history, not listeners

/** @param {Document | Element} root */
export async function mountAll(root) {
  const found = [...(root.querySelectorAll?.("[data-behavior]") ?? [])]
  if (root.matches?.("[data-behavior]")) found.unshift(root)
  await Promise.all(found.flatMap((element) => names(element).map((name) => mountOne(element, name))))
}

async function mountOne(element, name) {
  const done = mounted.get(element) ?? mounted.set(element, new Set()).get(element)
  if (done.has(name)) return
  done.add(name)
  const { mount } = await import(`behaviors/${name}`)
  mount(element)
}

const names = (element) => element.dataset.behavior.split(" ").filter(Boolean)
