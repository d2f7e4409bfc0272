// main — starts htmx and the behaviours, and says it in words when the studio cannot be reached.

import "htmx"
import { mountAll } from "behaviors/index"
import { showProblem } from "problem"
import { word } from "words"

mountAll(document)
for (const type of ["dragover", "drop"]) {
  // A file that misses its place must not replace the page, and what was typed, with itself.
  document.addEventListener(type, (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault())
}
document.addEventListener("htmx:after:process", ({ target }) => mountAll(target))
document.addEventListener("htmx:response:error", ({ detail }) => {
  const { status } = detail.ctx.response
  if (status === 413) showProblem(word("too-large"))
  else if (status >= 500) showProblem(word("broken"))
})
document.addEventListener("htmx:error", ({ detail }) => {
  if (detail.ctx && !detail.ctx.response) showProblem(word("unreachable"))
})
document.addEventListener("htmx:after:swap", ({ detail }) => {
  const problem = document.getElementById("problem")
  if (detail.ctx?.hx?.retarget === "#problem") problem.focus({ preventScroll: true })
})
