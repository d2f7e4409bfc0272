// behaviors/autosize — a textarea as high as its words, up to data-lines (12).

export function mount(area) {
  const most = Number(area.dataset.lines ?? 12)
  const fit = () => {
    const style = getComputedStyle(area)
    const edges = area.offsetHeight - area.clientHeight
    area.style.height = "auto"
    const limit = parseFloat(style.lineHeight) * most + parseFloat(style.paddingTop) * 2
    area.style.height = `${Math.min(area.scrollHeight, limit) + edges}px`
    area.style.overflowY = area.scrollHeight > limit ? "auto" : "hidden"
  }
  area.addEventListener("input", fit)
  fit()
}
