// problem — the region that says what could not be done. The server fills it by itself; this is for what never got there.

import { mountAll } from "behaviors/index"
import { part } from "words"

/** @param {string} words for the person; says what to do */
export function showProblem(words) {
  const fresh = part("problem")
  fresh.querySelector(".problem__words").textContent = words
  put(fresh)
}

/** Shows the problem that a page or partial of ours carries; false if it carries none. @param {string} html */
export function showProblemOf(html) {
  const found = new DOMParser().parseFromString(html, "text/html").getElementById("problem")
  if (!found?.textContent.trim()) return false
  put(document.adoptNode(found))
  return true
}

export function clearProblem() {
  document.getElementById("problem").replaceChildren()
}

function put(fresh) {
  document.getElementById("problem").replaceWith(fresh)
  mountAll(fresh)
  fresh.focus({ preventScroll: true })
}
