// behaviors/refocus — a form or button that vanishes in its own swap hands the focus on: to data-then, else to what was swapped.

export function mount(root) {
  const busy = new WeakMap()
  root.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    const source = ctx.sourceElement
    if (!source.contains(document.activeElement)) return
    busy.set(ctx, [source.dataset.then, source.getAttribute("hx-target")])
  })
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    const wanted = busy.get(ctx)
    if (!wanted || ctx.hx?.retarget) return
    const held = document.activeElement
    if (held && held !== document.body && !held.disabled) return
    const [then, target] = wanted
    document.querySelector(then ?? target)?.focus({ preventScroll: true })
  })
}
