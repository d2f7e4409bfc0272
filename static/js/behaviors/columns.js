// behaviors/columns — on a narrow screen one column at a time: data-shown on the element, buttons with data-column choose.
// A "column.wanted" event with {column} on <body> (a response may send it) brings one to the front.

export function mount(floor) {
  const tabs = [...floor.querySelectorAll("button[data-column]")]
  const show = (column) => {
    floor.dataset.shown = column
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.column === column))
  }
  for (const tab of tabs) tab.addEventListener("click", () => show(tab.dataset.column))
  document.body.addEventListener("column.wanted", ({ detail }) => {
    show(detail.column)
    if (tabs[0].offsetParent) scrollTo({ top: 0 })
  })
  show(floor.dataset.shown)
}
